"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ClassSummary } from "@/lib/features/classes/schema";
import { formatCount, formatRatio } from "@/lib/i18n/format";
import { BarChart } from "../charts/bar-chart";
import { Panel } from "../ui/panel";
import { Stat } from "../ui/stat";

/** Order training first, then students on roll by kind. */
export function ClassCounts({ summary }: { summary: ClassSummary }) {
  const t = useTranslations("classes");
  const locale = useLocale();
  const count = (n: number) => formatCount(n, locale);
  const order = summary.byKind.find(({ kind }) => kind === "order");
  const classes = summary.byKind.reduce((sum, row) => sum + row.classes, 0);
  const counted = summary.byKind.reduce((sum, row) => sum + row.counted, 0);
  return (
    <>
      <div className="mb-4 grid grid-cols-2 gap-3 sm:grid-cols-[repeat(auto-fill,minmax(14rem,1fr))]">
        <Stat
          label={t("count.orderStudents")}
          value={count(summary.orderStudents)}
          unit={t("count.people")}
        />
        <Stat
          label={t("count.orderSchools")}
          value={count(summary.orderSchools)}
          unit={t("count.schools")}
        />
        <Stat
          label={t("count.classes")}
          value={count(classes)}
          unit={t("count.unit")}
          note={t("count.ofCounted", { counted: count(counted), classes: count(classes) })}
        />
        <Stat
          label={t("retention")}
          value={formatRatio(order?.hired, order?.completed, locale)}
          unit=""
          note={t("retentionFormula", {
            part: count(order?.hired ?? 0),
            whole: count(order?.completed ?? 0),
          })}
        />
        <Stat label={t("count.mentors")} value={count(summary.mentors)} unit={t("count.people")} />
      </div>
      {summary.byKind.length > 1 && (
        <div className="mb-4">
          <Panel>
            <BarChart
              title={t("byKind")}
              unit={t("count.people")}
              labelHeading={t("field.kind")}
              data={summary.byKind.map((row) => ({
                label: t(`kind.${row.kind}`),
                value: row.current,
              }))}
            />
          </Panel>
        </div>
      )}
    </>
  );
}
