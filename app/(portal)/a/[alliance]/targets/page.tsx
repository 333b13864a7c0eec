import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { SetTargetForm } from "@/components/targets/target-forms";
import { TargetTable } from "@/components/targets/target-table";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { loadMetrics } from "@/lib/features/metrics/loaders";
import { loadTargets } from "@/lib/features/targets/loaders";
import { listTargetsInput } from "@/lib/features/targets/schema";
import { targetStates } from "@/lib/features/targets/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("targets"))("title") };
}

/** What the alliance and its members aim at, year by year; a number is superseded, never changed. */
export default async function TargetsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listTargetsInput, await searchParams);
  const [t, locale, list, metrics] = await Promise.all([
    getTranslations("targets"),
    getLocale(),
    loadTargets(alliance, search),
    loadMetrics("", { reportable: "true" }),
  ]);
  const base = `/a/${alliance}/targets`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const options = metrics.items.map((metric) => ({
    value: metric.code,
    label:
      locale === "en"
        ? `${metric.nameEn} (${metric.unitEn})`
        : `${metric.nameZh}（${metric.unitZh}）`,
  }));
  return (
    <ClientMessages namespaces={["targets", "organizations"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <div className={list.maySet ? "grid items-start gap-4 xl:grid-cols-[3fr_1fr]" : ""}>
        <div className="flex min-w-0 flex-col gap-3">
          <FilterBar action={base} keep={{ sort: search.sort, organization: search.organization }}>
            <FilterText
              name="year"
              label={t("field.year")}
              inputMode="numeric"
              defaultValue={search.year}
            />
            <FilterSelect
              name="metric"
              label={t("field.metric")}
              defaultValue={search.metric}
              options={options}
            />
            <FilterSelect
              name="state"
              label={t("column.state")}
              defaultValue={search.state}
              options={targetStates.map((state) => ({ value: state, label: t(`state.${state}`) }))}
            />
          </FilterBar>
          <TargetTable
            tenant={alliance}
            rows={list.items}
            resolutions={list.resolutions}
            sort={search.sort ?? "-year"}
            href={href}
          />
          <Pagination of={list} href={(page) => href({ page: String(page) })}>
            <TakeTable alliance={alliance} table="targets" search={search} own />
          </Pagination>
        </div>
        {list.maySet && (
          <Panel title={t("set")} description={t("setNote")} id="set">
            <SetTargetForm
              tenant={alliance}
              metrics={options}
              given={{ metric: search.metric, year: search.year ?? String(list.thisYear) }}
            />
          </Panel>
        )}
      </div>
    </ClientMessages>
  );
}
