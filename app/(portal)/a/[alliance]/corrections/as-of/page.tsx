import { getLocale, getTranslations } from "next-intl/server";
import { AsOfTable } from "@/components/corrections/as-of-table";
import { PageHeader } from "@/components/layout/page-header";
import { metricOption } from "@/components/outcomes/outcome-filters";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterDate, FilterSelect } from "@/components/ui/filter-bar";
import { loadTotalsAsOf } from "@/lib/features/corrections/loaders";
import { asOfSchema } from "@/lib/features/corrections/schema";
import { loadMetrics } from "@/lib/features/metrics/loaders";
import { formatDay } from "@/lib/i18n/format";
import { knownSearch, type RawSearch } from "@/lib/kernel/address";
import { addDays, dayIn, homeZone } from "@/lib/kernel/dates";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

/** Where no day is chosen: a month ago. */
const USUAL_DAYS = 30;

export async function generateMetadata() {
  return { title: (await getTranslations("corrections"))("asOfTitle") };
}

export default async function AsOfPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(asOfSchema, await searchParams);
  const day = search.day ?? addDays(dayIn(new Date(), homeZone), -USUAL_DAYS);
  const [t, locale, asOf, metrics] = await Promise.all([
    getTranslations("corrections"),
    getLocale(),
    loadTotalsAsOf(alliance, { ...search, day }),
    loadMetrics("", { reportable: "true" }),
  ]);
  const base = `/a/${alliance}/corrections`;
  return (
    <>
      <PageHeader
        title={t("asOfTitle")}
        description={t("asOfDescription")}
        breadcrumbs={[{ href: base, label: t("title") }, { label: t("asOfTitle") }]}
      />
      <FilterBar action={`${base}/as-of`}>
        <FilterDate name="day" label={t("day")} defaultValue={day} />
        <FilterSelect
          name="metric"
          label={t("metric")}
          defaultValue={search.metric}
          options={metrics.items.map((item) => metricOption(item, locale))}
        />
      </FilterBar>
      {asOf.firstDay && (
        <p className="py-2 text-sm text-muted">
          {t("firstDay", { day: formatDay(asOf.firstDay, locale) })}
        </p>
      )}
      <AsOfTable
        tenant={alliance}
        asOf={asOf}
        empty={<EmptyState title={t("asOfEmpty")} hint={t("asOfEmptyHint")} />}
      />
    </>
  );
}
