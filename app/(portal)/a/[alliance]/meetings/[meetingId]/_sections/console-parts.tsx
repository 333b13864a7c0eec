import { getTranslations } from "next-intl/server";
import { Conflicts, ItemBadge, Papers } from "@/components/meetings/agenda-list";
import { AnswersMissing, DecideForms } from "@/components/meetings/conflict-forms";
import {
  CallItem,
  ChairForm,
  MotionOfOrder,
  SettleItem,
} from "@/components/meetings/console-agenda";
import { EffectWords } from "@/components/meetings/effect-words";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { LiveMeeting } from "@/lib/features/meetings/schema/live";
import { ItemVotes } from "./item-votes";

type Props = { alliance: string; meeting: LiveMeeting };

/** The agenda with what became of each item; the next one is called from here. */
export function ConsoleAgenda({ alliance, meeting }: Props) {
  const waits = meeting.state === "open";
  return (
    <div className="flex flex-col gap-3">
      <ol className="flex flex-col divide-y divide-line">
        {meeting.items.map((item, index) => (
          <li
            key={item.id}
            aria-current={item.id === meeting.currentItemId ? "step" : undefined}
            className="flex flex-col gap-2 py-3 aria-[current]:border-l-4 aria-[current]:border-l-accent aria-[current]:pl-2"
          >
            <span className="font-medium break-words">
              {index + 1}. {item.title}
            </span>
            <span>
              <ItemBadge state={item.state} />
            </span>
            {waits &&
              item.id !== meeting.currentItemId &&
              (item.state === "planned" || item.state === "open") && (
                <CallItem tenant={alliance} item={item} />
              )}
          </li>
        ))}
      </ol>
      {waits && meeting.may.prepare && <MotionOfOrder tenant={alliance} meeting={meeting} />}
    </div>
  );
}

/** The item in the room's focus, with everything that is decided about it. */
export async function CurrentItem({ alliance, meeting }: Props) {
  const t = await getTranslations("meetings");
  const item = meeting.items.find((one) => one.id === meeting.currentItemId);
  if (!item) {
    return (
      <Panel title={t("course.current")}>
        <EmptyState
          title={t("course.noItem")}
          hint={t(`course.hint.${meeting.state === "open" ? "open" : "before"}`)}
        />
      </Panel>
    );
  }
  return (
    <Panel
      // What was opened or typed about one item does not stand under the next.
      key={item.id}
      title={item.title}
      description={t("course.chairs", { name: meeting.chairName ?? t("course.nobody") })}
    >
      <div className="flex flex-col gap-4">
        {item.explanation && <p className="max-w-prose whitespace-pre-line">{item.explanation}</p>}
        <EffectWords subject={item.effectSubject} />
        <Papers tenant={alliance} item={item} download={meeting.may.download} />
        <Conflicts recusals={item.recusals} />
        <AnswersMissing tenant={alliance} item={item} />
        <DecideForms tenant={alliance} item={item} />
        <ItemVotes alliance={alliance} meetingId={meeting.id} itemId={item.id} view="console" />
        <SettleItem tenant={alliance} item={item} />
        {meeting.mode !== "correspondence" && <ChairForm tenant={alliance} meeting={meeting} />}
      </div>
    </Panel>
  );
}
