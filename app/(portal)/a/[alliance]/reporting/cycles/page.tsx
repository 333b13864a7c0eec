import { getTranslations } from "next-intl/server";
import { ReportingTabs } from "@/app/_sections/reporting-tabs";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { CreateCycleForm } from "@/components/reporting/cycle-forms";
import { CycleList } from "@/components/reporting/cycle-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { loadCycles } from "@/lib/features/reporting/loaders";
import { listCyclesInput } from "@/lib/features/reporting/schema/cycles";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("reporting"))("tab.cycles") };
}

export default async function CyclesPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listCyclesInput, await searchParams);
  const [t, list] = await Promise.all([getTranslations("reporting"), loadCycles(alliance, search)]);
  const base = `/a/${alliance}/reporting/cycles`;
  return (
    <ClientMessages namespaces={["reporting"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <ReportingTabs alliance={alliance} current="cycles" />
      {list.total === 0 && <EmptyState title={t("noCycles")} hint={t("noCyclesHint")} />}
      <CycleList rows={list.items} tenant={alliance} manages={list.mayManage} />
      <Pagination of={list} href={(page) => addressWith(base, search, { page: String(page) })} />
      {list.mayManage && (
        <div className="mt-4 max-w-2xl">
          <Panel title={t("create")}>
            <CreateCycleForm tenant={alliance} sets={list.sets} />
          </Panel>
        </div>
      )}
    </ClientMessages>
  );
}
