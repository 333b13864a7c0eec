import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { CreatePairingForm } from "@/components/platforms/park-forms";
import { PairingTable } from "@/components/platforms/park-tables";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { loadPairings } from "@/lib/features/platforms/loaders";
import { listPairingsInput } from "@/lib/features/platforms/schema/parks";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";
import { RegisterTabs } from "../_sections/register-tabs";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("platforms.pairings"))("title") };
}

export default async function PairingsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listPairingsInput, await searchParams);
  const [t, list] = await Promise.all([
    getTranslations("platforms.pairings"),
    loadPairings(alliance, search),
  ]);
  const base = `/a/${alliance}/platforms/pairings`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <RegisterTabs alliance={alliance} current="pairings" />
      <FilterBar action={base}>
        <FilterText name="q" label={t("q")} placeholder={t("qHint")} defaultValue={search.q} />
        <FilterSelect
          name="active"
          label={t("active")}
          defaultValue={search.active ?? "true"}
          options={[
            { value: "true", label: t("activeYes") },
            { value: "false", label: t("activeNo") },
          ]}
        />
      </FilterBar>
      <p className="mt-3 text-sm text-muted">{t("parks", { count: list.parks })}</p>
      <div className="mt-2">
        <PairingTable
          rows={list.items}
          base={base}
          empty={<EmptyState title={t("empty")} hint={t("emptyHint")} />}
        />
      </div>
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="pairings" search={search} own />
      </Pagination>
      {list.mayManage && (
        <ClientMessages namespaces={["platforms"]}>
          <details className="mt-4 max-w-xl">
            <summary className="cursor-pointer pb-3 text-accent">{t("create")}</summary>
            <Panel>
              <CreatePairingForm tenant={alliance} today={list.today} />
            </Panel>
          </details>
        </ClientMessages>
      )}
    </>
  );
}
