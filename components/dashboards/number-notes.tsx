import { useTranslations } from "next-intl";
import type { Dashboard, MetricNumber } from "@/lib/features/dashboards/schema";
import { CorrectionNotes } from "./correction-notes";
import { CoverageBar } from "./coverage-bar";
import { PublishedLine } from "./published-line";
import { TargetLine } from "./target-line";
import { TrendLine } from "./trend-line";

/** What the number rests on, what it is compared with, and, one step away, its definition with the numbers filled in. */
export function NumberNotes({
  tenant,
  number,
  dashboard,
  sentence,
}: {
  tenant: string;
  number: MetricNumber;
  dashboard: Pick<Dashboard, "today" | "published" | "marks" | "targets">;
  sentence: string;
}) {
  const t = useTranslations("dashboards");
  const isOutcome = number.source === "outcomes";
  const hasValue = number.state === "value";
  return (
    <>
      {isOutcome && hasValue && <span>{t("records", { count: number.records })}</span>}
      {number.provisionalRecords > 0 && (
        <span className="block">{t("provisional", { count: number.provisionalRecords })}</span>
      )}
      <PublishedLine figures={dashboard.published} number={number} />
      <TrendLine number={number} thisYear={Number(dashboard.today.slice(0, 4))} />
      <TargetLine tenant={tenant} number={number} targets={dashboard.targets} />
      <CorrectionNotes
        tenant={tenant}
        number={number}
        marks={dashboard.marks}
        today={dashboard.today}
      />
      {number.coverage && <CoverageBar coverage={number.coverage} />}
      {number.atMost && <span className="block">{t("atMost")}</span>}
      {isOutcome && number.time === "stock" && <span className="block">{t("stock")}</span>}
      {number.reach === "own" && hasValue && <span className="block">{t("ownOnly")}</span>}
      {number.state !== "not-allowed" && (
        <details className="mt-1 print:hidden">
          <summary className="cursor-pointer text-accent">{t("definition")}</summary>
          <span className="block pt-1">{sentence}</span>
        </details>
      )}
    </>
  );
}
