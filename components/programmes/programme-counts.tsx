"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ProgrammeOverview } from "@/lib/features/programmes/schema";
import { formatCount, formatRatio } from "@/lib/i18n/format";
import { BarChart } from "../charts/bar-chart";
import { Panel } from "../ui/panel";
import { Stat } from "../ui/stat";

/** 专业 and 专业点 side by side, and the fit with both of its numbers. */
export function ProgrammeCounts({ overview }: { overview: ProgrammeOverview }) {
  const t = useTranslations("programmes");
  const locale = useLocale();
  const count = (n: number) => formatCount(n, locale);
  const { fit, byIndustry } = overview;
  const named = (one: { name: string; nameEn: string | null } | null) =>
    one ? (locale === "en" && one.nameEn) || one.name : t("noIndustry");
  return (
    <>
      <div className="mb-4 grid grid-cols-2 gap-3 sm:grid-cols-[repeat(auto-fill,minmax(14rem,1fr))]">
        <Stat
          label={t("count.programmes")}
          value={count(overview.programmes)}
          unit={t("count.unit")}
        />
        <Stat
          label={t("count.offerings")}
          value={count(overview.offerings)}
          unit={t("count.unit")}
        />
        <Stat
          label={t("count.schools")}
          value={count(overview.schools)}
          unit={t("count.schoolUnit")}
        />
        <Stat
          label={t("count.fit")}
          value={formatRatio(fit.part, fit.whole, locale)}
          unit=""
          note={t("fitFormula", { part: count(fit.part), whole: count(fit.whole) })}
        />
      </div>
      {byIndustry.length > 1 && (
        <div className="mb-4">
          <Panel description={t("fitNote")} title={t("byIndustry")}>
            <BarChart
              title={t("byIndustry")}
              unit={t("count.offerings")}
              labelHeading={t("field.industry")}
              data={byIndustry.map((row) => ({
                label: row.key ? `${named(row.industry)} ★` : named(row.industry),
                value: row.count,
              }))}
            />
          </Panel>
        </div>
      )}
    </>
  );
}
