import { getTranslations } from "next-intl/server";
import { TalentTabs } from "@/app/_sections/talent-tabs";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { EnterSupplyForm } from "@/components/talent/supply-forms";
import { SupplyTable } from "@/components/talent/supply-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { loadProgrammeChoices } from "@/lib/features/programmes/loaders";
import { loadSupplies } from "@/lib/features/talent/loaders";
import { listSuppliesInput } from "@/lib/features/talent/schema/supply";
import { supplyStates } from "@/lib/features/talent/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("talent.supply"))("title") };
}

export default async function SupplyPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listSuppliesInput, await searchParams);
  const [t, list] = await Promise.all([
    getTranslations("talent.supply"),
    loadSupplies(alliance, search),
  ]);
  const choices = list.mayEnter ? await loadProgrammeChoices(alliance, {}) : undefined;
  const base = `/a/${alliance}/talent`;
  const href = (changes: Record<string, string | undefined>) =>
    addressWith(`${base}/supply`, search, changes);
  const filtered = Boolean(search.q || search.state || search.year);
  return (
    <ClientMessages namespaces={["talent", "programmes"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <TalentTabs alliance={alliance} current="supply" />
      <div className="mb-3">
        <FilterBar action={`${base}/supply`} keep={{ sort: search.sort }}>
          <FilterText name="q" label={t("field.search")} defaultValue={search.q} />
          <FilterSelect
            name="state"
            label={t("field.state")}
            defaultValue={search.state}
            options={supplyStates.map((value) => ({ value, label: t(`state.${value}`) }))}
          />
          <FilterText name="year" label={t("field.year")} defaultValue={search.year} />
        </FilterBar>
      </div>
      <SupplyTable
        rows={list.items}
        base={base}
        sort={search.sort ?? "-year"}
        href={href}
        empty={
          filtered ? (
            <EmptyState title={t("emptyFiltered")} />
          ) : (
            <EmptyState title={t("empty")} hint={t("emptyHint")} />
          )
        }
      />
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="supplies" search={search} own />
      </Pagination>
      {choices && (
        <div className="mt-4">
          <Panel>
            <EnterSupplyForm tenant={alliance} mine={choices.mine} offerings={choices.offerings} />
          </Panel>
        </div>
      )}
    </ClientMessages>
  );
}
