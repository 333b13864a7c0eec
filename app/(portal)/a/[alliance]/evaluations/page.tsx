import { getTranslations } from "next-intl/server";
import { RoundTable } from "@/components/evaluations/round-table";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { loadRounds } from "@/lib/features/evaluations/loaders";
import { listRoundsInput } from "@/lib/features/evaluations/schema/rounds";
import { evaluationStates, roundFilters } from "@/lib/features/evaluations/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("evaluations"))("title") };
}

export default async function EvaluationsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listRoundsInput, await searchParams);
  const [t, list] = await Promise.all([
    getTranslations("evaluations"),
    loadRounds(alliance, search),
  ]);
  const base = `/a/${alliance}/evaluations`;
  const open = list.may.open && (
    <ButtonLink variant="primary" href={`${base}/new`}>
      {t("open")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            {list.may.desk && (
              <ButtonLink variant="secondary" href={`${base}/desk`}>
                {t("deskLink")}
              </ButtonLink>
            )}
            <ButtonLink variant="quiet" href={`${base}/schemes`}>
              {t("schemesLink")}
            </ButtonLink>
            {open}
          </>
        }
      />
      <FilterBar action={base}>
        <FilterSelect
          name="state"
          label={t("filter.state")}
          defaultValue={search.state}
          options={evaluationStates.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
        <FilterSelect
          name="waits"
          label={t("filter.waits")}
          defaultValue={search.waits}
          options={roundFilters.map((value) => ({ value, label: t(`waits.${value}`) }))}
        />
        <FilterText
          name="year"
          label={t("filter.year")}
          defaultValue={search.year && String(search.year)}
        />
      </FilterBar>
      <div className="mt-3">
        <RoundTable
          rows={list.items}
          base={base}
          empty={<EmptyState title={t("empty")} hint={t("emptyHint")} action={open} />}
        />
      </div>
      <Pagination of={list} href={(page) => addressWith(base, search, { page: String(page) })}>
        <TakeTable alliance={alliance} table="evaluations" search={search} />
      </Pagination>
    </>
  );
}
