import { getTranslations } from "next-intl/server";
import { TalentTabs } from "@/app/_sections/talent-tabs";
import { PageHeader } from "@/components/layout/page-header";
import { DemandTable } from "@/components/talent/demand-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { loadDemands } from "@/lib/features/talent/loaders";
import { listDemandsInput } from "@/lib/features/talent/schema/demands";
import { demandStates } from "@/lib/features/talent/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("talent.demand"))("title") };
}

export default async function DemandsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listDemandsInput, await searchParams);
  const [t, list] = await Promise.all([
    getTranslations("talent.demand"),
    loadDemands(alliance, search),
  ]);
  const base = `/a/${alliance}/talent`;
  const href = (changes: Record<string, string | undefined>) =>
    addressWith(`${base}/demands`, search, changes);
  const filtered = Boolean(search.q || search.state || search.occupation || search.organization);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          list.mayPost && (
            <ButtonLink href={`${base}/demands/new`} variant="primary">
              {t("post")}
            </ButtonLink>
          )
        }
      />
      <TalentTabs alliance={alliance} current="demands" />
      <div className="mb-3">
        <FilterBar action={`${base}/demands`} keep={{ sort: search.sort }}>
          <FilterText name="q" label={t("field.search")} defaultValue={search.q} />
          <FilterSelect
            name="state"
            label={t("field.state")}
            defaultValue={search.state}
            options={demandStates.map((value) => ({ value, label: t(`state.${value}`) }))}
          />
        </FilterBar>
      </div>
      <DemandTable
        rows={list.items}
        base={base}
        sort={search.sort ?? "-createdAt"}
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
        <TakeTable alliance={alliance} table="demands" search={search} own />
      </Pagination>
    </>
  );
}
