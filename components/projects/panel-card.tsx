import { useLocale, useTranslations } from "next-intl";
import type { PanelView } from "@/lib/features/projects/schema/panels";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { Badge, type BadgeTone } from "../ui/badge";

const tones: Partial<Record<NonNullable<PanelView["conclusion"]>, BadgeTone>> = {
  recommend: "ok",
  go_on: "ok",
  accepted: "decided",
  rework: "attention",
  rectify: "attention",
  decline: "problem",
  failed: "problem",
};

function Seats({ panel }: { panel: PanelView }) {
  const t = useTranslations("projects.panel");
  return (
    <ul className="mt-2 flex flex-col gap-2">
      {panel.seats.map((seat, index) => (
        <li key={seat.id} className="border-t border-line pt-2">
          <p className="flex flex-wrap items-baseline justify-between gap-2">
            <span>{seat.name ?? t("anonymous", { n: String(index + 1) })}</span>
            <span className="text-sm text-muted">
              {t(`declared.${seat.declaration}`)}
              {seat.declaration === "none" &&
                ` · ${seat.submitted ? t("submitted") : t("waiting")}`}
              {seat.total !== null && ` · ${t("total", { n: String(seat.total) })}`}
              {seat.vote && ` · ${t(`votes.${seat.vote}`)}`}
            </span>
          </p>
          {seat.comment && <p className="text-sm whitespace-pre-line">{seat.comment}</p>}
        </li>
      ))}
    </ul>
  );
}

/** One panel: who sits in it, whether all are in, what it came to. */
export function PanelCard({ panel }: { panel: PanelView }) {
  const t = useTranslations("projects.panel");
  const locale = useLocale();
  return (
    <div>
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 className="font-medium">
          {t(`kind.${panel.kind}`)} {panel.round > 1 && t("round", { n: String(panel.round) })}
        </h3>
        <Badge tone={(panel.conclusion && tones[panel.conclusion]) ?? "neutral"}>
          {panel.conclusion ? t(`conclusion.${panel.conclusion}`) : t(`state.${panel.state}`)}
        </Badge>
      </div>
      <p className="text-sm text-muted">
        {t("openedAt", { at: formatInstant(panel.openedAt, locale) })}
        {panel.closedAt && ` · ${t("closedAt", { at: formatInstant(panel.closedAt, locale) })}`}
        {panel.spread !== null && ` · ${t("spread", { n: String(panel.spread) })}`}
      </p>
      {panel.state === "open" && !panel.allIn && <p className="text-sm text-muted">{t("blind")}</p>}
      {panel.summary && <p className="mt-2 whitespace-pre-line">{panel.summary}</p>}
      <Seats panel={panel} />
      {panel.rework.length > 0 && (
        <>
          <h4 className="mt-3 font-medium">{t("reworkTitle")}</h4>
          <ol className="list-decimal pl-5">
            {panel.rework.map((item) => (
              <li key={item.id}>
                {item.text}（{formatDay(item.dueOn, locale)}）{item.doneAt && ` ✓ ${item.doneNote}`}
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
