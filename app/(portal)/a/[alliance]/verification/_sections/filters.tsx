import { getLocale, getTranslations } from "next-intl/server";
import { metricOption } from "@/components/outcomes/outcome-filters";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { loadMetrics } from "@/lib/features/metrics/loaders";

type Search = {
  step?: string | undefined;
  metric?: string | undefined;
  clean?: string | undefined;
};

export async function DeskFilters({ base, search }: { base: string; search: Search }) {
  const [t, locale, metrics] = await Promise.all([
    getTranslations("verification"),
    getLocale(),
    loadMetrics("", { reportable: "true" }),
  ]);
  return (
    <FilterBar action={base} keep={{ step: search.step }}>
      <FilterSelect
        name="metric"
        label={t("metric")}
        defaultValue={search.metric}
        options={metrics.items.map((item) => metricOption(item, locale))}
      />
      <FilterSelect
        name="clean"
        label={t("clean")}
        defaultValue={search.clean}
        options={[{ value: "true", label: t("cleanOnly") }]}
      />
    </FilterBar>
  );
}
