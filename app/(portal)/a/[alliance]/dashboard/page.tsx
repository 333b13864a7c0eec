import { getLocale, getTranslations } from "next-intl/server";
import { KindFilter } from "@/components/dashboards/composition";
import { ActiveFilters, DashboardFilters } from "@/components/dashboards/dashboard-filters";
import { MetricGroup } from "@/components/dashboards/metric-group";
import { MoreActions, PageActions } from "@/components/dashboards/page-actions";
import { TimeSwitch } from "@/components/dashboards/time-switch";
import { PageHeader } from "@/components/layout/page-header";
import { TabLinks } from "@/components/ui/tabs";
import { type Action, reachOf } from "@/lib/features/access/policy";
import { loadDashboard } from "@/lib/features/dashboards/loaders";
import { dashboardFilterSchema, type MetricNumber } from "@/lib/features/dashboards/schema";
import { propertyMetrics, standingMetrics, traineeMetrics } from "@/lib/features/dashboards/types";
import { formatInstant } from "@/lib/i18n/format";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("dashboards"))("title") };
}

const within = (codes: readonly string[]) => (number: MetricNumber) => codes.includes(number.code);

/** A number that the chosen filter does not divide is left out. */
const isDivided = ({ state }: MetricNumber) => state !== "not-applicable";

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
  const { numbers } = dashboard;
  const others = numbers.filter(
    (number) =>
      number.source === "outcomes" && !within([...traineeMetrics, ...propertyMetrics])(number),
  );
  const may = (action: Action) => reachOf(action, actor.roles, dashboard.allianceId) !== undefined;
  const allowed = {
    exports: may("export.table"),
    subscribes: may("subscription.take"),
    alerts: may("alert.set"),
  };
  const group = { tenant: alliance, dashboard, ...(allowed.exports && { search }) };
  return (
    <>
      <PageHeader
        title={dashboard.organization?.name ?? t("title")}
        actions={<PageActions alliance={alliance} search={search} {...allowed} />}
        more={<MoreActions alliance={alliance} search={search} {...allowed} />}
        description={`${t(dashboard.past ? "readAt" : "asOf", { at: formatInstant(new Date(dashboard.asOf), locale) })} · ${t("coverage", dashboard.coverage)}`}
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
      <TimeSwitch base={base} search={search} dashboard={dashboard} />
      <DashboardFilters base={base} search={search} dashboard={dashboard} />
      <ActiveFilters base={base} search={search} dashboard={dashboard} />
      <div className="mt-4 grid gap-4">
        <MetricGroup
          {...group}
          title={t("standing")}
          numbers={numbers.filter(within(standingMetrics)).filter(isDivided)}
        />
        <KindFilter base={base} search={search} dashboard={dashboard} />
        {actor.userId && (
          <MetricGroup
            {...group}
            title={t("funds")}
            description={t("fundsDescription")}
            numbers={numbers.filter(({ source }) => source === "funds").filter(isDivided)}
            withYears={["money-promised-cash", "money-received-cash"]}
          />
        )}
        <MetricGroup
          {...group}
          title={t("patents")}
          description={t("patentsDescription")}
          numbers={numbers.filter(within(propertyMetrics))}
          withYears={propertyMetrics}
        />
        <MetricGroup
          {...group}
          title={t("trainees")}
          description={t("traineesDescription")}
          numbers={numbers.filter(within(traineeMetrics))}
          withYears={traineeMetrics}
        />
        {others.length > 0 && <MetricGroup {...group} title={t("other")} numbers={others} />}
      </div>
    </>
  );
}
