import { useTranslations } from "next-intl";
import type { MetricNumber } from "@/lib/features/dashboards/schema";

/** What the number rests on, and, one step away, its definition with the numbers filled in. */
export function NumberNotes({ number, sentence }: { number: MetricNumber; sentence: string }) {
  const t = useTranslations("dashboards");
  const isOutcome = number.source === "outcomes";
  return (
    <>
      {isOutcome && number.state === "value" && (
        <span>{t("records", { count: number.records })}</span>
      )}
      {number.coverage && (
        <span className="block">
          {t("reporters", {
            reported: number.coverage.approved,
            members: number.coverage.members,
          })}
        </span>
      )}
      {number.provisionalRecords > 0 && (
        <span className="block">{t("provisional", { count: number.provisionalRecords })}</span>
      )}
      {number.atMost && <span className="block">{t("atMost")}</span>}
      {isOutcome && number.time === "stock" && <span className="block">{t("stock")}</span>}
      {number.reach === "own" && number.state === "value" && (
        <span className="block">{t("ownOnly")}</span>
      )}
      {number.state !== "not-allowed" && (
        <details className="mt-1">
          <summary className="cursor-pointer text-accent">{t("definition")}</summary>
          <span className="block pt-1">{sentence}</span>
        </details>
      )}
    </>
  );
}
