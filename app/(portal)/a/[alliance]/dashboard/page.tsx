import { getLocale, getTranslations } from "next-intl/server";
import { MetricGroup } from "@/components/dashboards/metric-group";
import { PageHeader } from "@/components/layout/page-header";
import { FilterBar, FilterText } from "@/components/ui/filter-bar";
import { TabLinks } from "@/components/ui/tabs";
import { loadDashboard } from "@/lib/features/dashboards/loaders";
import { dashboardFilterSchema, type MetricNumber } from "@/lib/features/dashboards/schema";
import { propertyMetrics, traineeMetrics } from "@/lib/features/dashboards/types";
import { formatInstant } from "@/lib/i18n/format";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("dashboards"))("title") };
}

const within = (codes: readonly string[]) => (number: MetricNumber) => codes.includes(number.code);

/** Numbers of lists, of money or of results, without those that the chosen filter does not divide. */
function ofSource(numbers: readonly MetricNumber[], group: "lists" | "funds" | "outcomes") {
  const groupOf = ({ source }: MetricNumber) =>
    source === "funds" || source === "outcomes" ? source : "lists";
  return numbers.filter((one) => groupOf(one) === group && one.state !== "not-applicable");
}

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
  const others = ofSource(numbers, "outcomes").filter(
    (number) => !within([...traineeMetrics, ...propertyMetrics])(number),
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
        <MetricGroup {...group} title={t("standing")} numbers={ofSource(numbers, "lists")} />
        {actor.userId && (
          <MetricGroup
            {...group}
            title={t("funds")}
            description={t("fundsDescription")}
            numbers={ofSource(numbers, "funds")}
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
