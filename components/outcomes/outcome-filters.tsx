import { useLocale, useTranslations } from "next-intl";
import type { Metric } from "@/lib/features/metrics/schema";
import { FilterBar, FilterSelect, FilterText } from "../ui/filter-bar";

/** A metric as a choice: its unit stands beside its name, because units never mix. */
export const metricOption = (metric: Metric, locale: string) => ({
  value: metric.code,
  label:
    locale === "en"
      ? `${metric.nameEn} (${metric.unitEn})`
      : `${metric.nameZh}（${metric.unitZh}）`,
});

/** Text, metric and year; state, member and stretch of years stay as the address has them. */
export function OutcomeFilters({
  base,
  search,
  metrics,
}: {
  base: string;
  search: Readonly<Record<string, string>>;
  metrics: readonly Metric[];
}) {
  const t = useTranslations("outcomes.field");
  const locale = useLocale();
  const { state, organization, organizationKind, project, from, to } = search;
  return (
    <FilterBar action={base} keep={{ state, organization, organizationKind, project, from, to }}>
      <FilterText name="q" label={t("search")} defaultValue={search.q} />
      <FilterSelect
        name="metric"
        label={t("metric")}
        defaultValue={search.metric}
        options={metrics.map((metric) => metricOption(metric, locale))}
      />
      <FilterText name="year" label={t("year")} inputMode="numeric" defaultValue={search.year} />
    </FilterBar>
  );
}
