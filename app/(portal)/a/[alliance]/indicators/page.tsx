import { getTranslations } from "next-intl/server";
import { StartSetForm } from "@/components/indicators/set-forms";
import { SetTable } from "@/components/indicators/set-table";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { loadIndicatorSets } from "@/lib/features/indicators/loaders";
import { listSetsInput } from "@/lib/features/indicators/schema";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("indicators"))("title") };
}

export default async function IndicatorSetsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listSetsInput, await searchParams);
  const [t, list] = await Promise.all([
    getTranslations("indicators"),
    loadIndicatorSets(alliance, search),
  ]);
  const base = `/a/${alliance}/indicators`;
  return (
    <ClientMessages namespaces={["indicators"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <SetTable
        rows={list.items}
        base={base}
        empty={<EmptyState title={t("empty")} hint={list.mayManage ? t("emptyHint") : undefined} />}
      />
      <Pagination of={list} href={(page) => addressWith(base, search, { page: String(page) })}>
        <TakeTable alliance={alliance} table="indicators" search={search} />
      </Pagination>
      {list.mayManage && (
        <div className="mt-4 max-w-2xl">
          <Panel title={t("start")}>
            <StartSetForm tenant={alliance} />
          </Panel>
        </div>
      )}
    </ClientMessages>
  );
}
