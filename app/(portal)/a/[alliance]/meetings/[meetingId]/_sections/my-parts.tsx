import { getTranslations } from "next-intl/server";
import { Conflicts, ItemBadge, Papers } from "@/components/meetings/agenda-list";
import { ChallengeForm, DeclareForm } from "@/components/meetings/conflict-forms";
import { EffectWords } from "@/components/meetings/effect-words";
import { ProxyList } from "@/components/meetings/proxy-list";
import { AnswerForm, CheckInForm, ProxyForm } from "@/components/meetings/seat-forms";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { isSitting } from "@/lib/features/meetings/rules/edges";
import type { LiveMeeting, SeatView } from "@/lib/features/meetings/schema/live";
import { ItemVotes } from "./item-votes";

type Props = { alliance: string; meeting: LiveMeeting; seats: readonly SeatView[] };

/** Each own seat: coming or not, there or not, and whom one sends. */
export async function MySeats({ alliance, meeting, seats }: Props) {
  const t = await getTranslations("meetings");
  const answers = meeting.state === "noticed" || meeting.state === "check_in";
  return seats.map((seat) => {
    const capacity = meeting.mine.find((own) => own.seatId === seat.seatId)?.capacity;
    const own = {
      ...meeting,
      proxies: meeting.proxies.filter((one) => one.principalSeatId === seat.seatId),
    };
    return (
      <Panel
        key={seat.seatId}
        title={t("mine.seat", { number: seat.number })}
        description={seat.holderName}
        actions={
          seat.present && (
            <Badge tone={seat.present.unclear ? "attention" : "ok"}>
              {seat.present.unclear ? t("presence.unclear") : t("mine.there")}
            </Badge>
          )
        }
      >
        <div className="flex flex-col gap-4">
          {isSitting(meeting.state) && meeting.mode !== "correspondence" && (
            <CheckInForm tenant={alliance} meeting={meeting} seat={seat} />
          )}
          {answers && !seat.present && (
            <AnswerForm tenant={alliance} meeting={meeting} seat={seat} />
          )}
          {own.proxies.length > 0 && <ProxyList tenant={alliance} meeting={own} accepts={false} />}
          {answers && meeting.may.proxy && capacity === "principal" && !seat.present && (
            <ProxyForm tenant={alliance} meeting={meeting} from={seat} />
          )}
        </div>
      </Panel>
    );
  });
}

/** The agenda with today's item open: its papers, the own conflict, the ballot. */
export async function MyAgenda({ alliance, meeting, seats }: Props) {
  const t = await getTranslations("meetings");
  const items = [...meeting.items].sort(
    (a, b) => Number(b.id === meeting.currentItemId) - Number(a.id === meeting.currentItemId),
  );
  return (
    <Panel title={t("agendaForm.title")}>
      <ol className="flex flex-col divide-y divide-line">
        {items.map((item) => (
          <li key={item.id} className="flex flex-col gap-3 py-4 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-center gap-2">
              <h3 className="font-semibold break-words">
                {meeting.items.indexOf(item) + 1}. {item.title}
              </h3>
              {item.id === meeting.currentItemId ? (
                <Badge tone="attention">{t("mine.now")}</Badge>
              ) : (
                <ItemBadge state={item.state} />
              )}
            </div>
            {item.explanation && <p className="whitespace-pre-line">{item.explanation}</p>}
            {seats.map((seat) => (
              <DeclareForm key={seat.seatId} tenant={alliance} item={item} seat={seat} />
            ))}
            <EffectWords subject={item.effectSubject} />
            <Papers tenant={alliance} item={item} download={meeting.may.download} />
            <Conflicts recusals={item.recusals} />
            <ItemVotes alliance={alliance} meetingId={meeting.id} itemId={item.id} view="me" />
            {meeting.may.attend && meeting.state !== "draft" && (
              <ChallengeForm tenant={alliance} item={item} seats={meeting.seats} />
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
