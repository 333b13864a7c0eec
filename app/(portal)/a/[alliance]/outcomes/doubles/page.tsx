import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { metricOption } from "@/components/outcomes/outcome-filters";
import { PairCard } from "@/components/outcomes/pair-card";
import { ScanForm } from "@/components/outcomes/pair-forms";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tabs";
import { loadMetrics } from "@/lib/features/metrics/loaders";
import { loadDoubles } from "@/lib/features/outcomes/loaders";
import { listPairsSchema } from "@/lib/features/outcomes/schema/doubles";
import { pairStates } from "@/lib/features/outcomes/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("outcomes"))("doubles.title") };
}

export default async function DoublesPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listPairsSchema, await searchParams);
  const [t, locale, list, metrics] = await Promise.all([
    getTranslations("outcomes"),
    getLocale(),
    loadDoubles(alliance, search),
    loadMetrics("", { reportable: "true" }),
  ]);
  const base = `/a/${alliance}/outcomes/doubles`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const state = search.state ?? "open";
  return (
    <ClientMessages namespaces={["outcomes"]}>
      <PageHeader
        title={t("doubles.title")}
        description={t("doubles.description")}
        breadcrumbs={[
          { href: `/a/${alliance}/outcomes`, label: t("title") },
          { label: t("doubles.title") },
        ]}
      />
      <TabLinks
        items={pairStates.map((value) => ({
          href: href({ state: value === "open" ? undefined : value, page: undefined }),
          label: t(`doubles.tab.${value}`),
          current: state === value,
        }))}
      />
      <div className="mt-4 flex flex-col gap-4">
        {list.items.map((pair) => (
          <PairCard key={pair.id} tenant={alliance} pair={pair} />
        ))}
        {list.items.length === 0 && (
          <EmptyState title={t("doubles.empty")} hint={t("doubles.emptyHint")} />
        )}
      </div>
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="doubles" search={search} />
      </Pagination>
      <details className="mt-6">
        <summary className="min-h-6 cursor-pointer text-accent">{t("doubles.scanTitle")}</summary>
        <div className="mt-3 max-w-xl">
          <ScanForm
            tenant={alliance}
            metrics={metrics.items.map((metric) => metricOption(metric, locale))}
          />
        </div>
      </details>
    </ClientMessages>
  );
}
