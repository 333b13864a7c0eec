import { getLocale, getTranslations } from "next-intl/server";
import { FundChart } from "@/components/dashboards/fund-chart";
import { FundTiles } from "@/components/dashboards/fund-tiles";
import { MetricGroup } from "@/components/dashboards/metric-group";
import { PageHeader } from "@/components/layout/page-header";
import { FilterBar, FilterText } from "@/components/ui/filter-bar";
import { Panel } from "@/components/ui/panel";
import { TabLinks } from "@/components/ui/tabs";
import { loadDashboard } from "@/lib/features/dashboards/loaders";
import { dashboardFilterSchema, type MetricSeries } from "@/lib/features/dashboards/schema";
import { propertyMetrics, traineeMetrics } from "@/lib/features/dashboards/types";
import { formatInstant } from "@/lib/i18n/format";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("dashboards"))("title") };
}

const within = (codes: readonly string[]) => (metric: MetricSeries) => codes.includes(metric.code);

export default async function DashboardPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(dashboardFilterSchema, await searchParams);
  const [t, locale, dashboard, actor] = await Promise.all([
    getTranslations("dashboards"),
    getLocale(),
    loadDashboard(alliance, search),
    currentActor(),
  ]);
  const base = `/a/${alliance}/dashboard`;
  const others = dashboard.metrics.filter(
    (metric) => !within(traineeMetrics)(metric) && !within(propertyMetrics)(metric),
  );
  const group = { tenant: alliance, dashboard };
  return (
    <>
      <PageHeader
        title={dashboard.organization?.name ?? t("title")}
        description={`${t("asOf", { at: formatInstant(new Date(dashboard.asOf), locale) })} · ${t("coverage", dashboard.coverage)}`}
      />
      {dashboard.own.length > 0 && (
        <TabLinks
          label={t("scope")}
          items={[{ id: "", name: t("ofAlliance") }, ...dashboard.own].map(({ id, name }) => ({
            href: addressWith(base, search, { organization: id }),
            label: name,
            current: (dashboard.organization?.id ?? "") === id,
          }))}
        />
      )}
      <FilterBar action={base} keep={{ organization: search.organization }}>
        <FilterText
          name="from"
          label={t("from")}
          inputMode="numeric"
          defaultValue={dashboard.from}
        />
        <FilterText name="to" label={t("to")} inputMode="numeric" defaultValue={dashboard.to} />
      </FilterBar>
      <div className="mt-4 grid gap-4">
        {actor.userId && (
          <Panel title={t("funds")} description={t("fundsDescription")}>
            <FundTiles tenant={alliance} dashboard={dashboard} />
            <FundChart dashboard={dashboard} />
          </Panel>
        )}
        <MetricGroup
          {...group}
          title={t("patents")}
          withYears
          description={t("patentsDescription")}
          metrics={dashboard.metrics.filter(within(propertyMetrics))}
        />
        <MetricGroup
          {...group}
          title={t("trainees")}
          withYears
          description={t("traineesDescription")}
          metrics={dashboard.metrics.filter(within(traineeMetrics))}
        />
        {others.length > 0 && <MetricGroup {...group} title={t("other")} metrics={others} />}
      </div>
    </>
  );
}
