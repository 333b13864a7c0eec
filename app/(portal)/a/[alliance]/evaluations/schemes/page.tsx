import { getTranslations } from "next-intl/server";
import { SchemeTable } from "@/components/evaluations/scheme-table";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { loadSchemes } from "@/lib/features/evaluations/loaders";
import { listSchemesInput } from "@/lib/features/evaluations/schema/schemes";
import { schemeStates, subjectKinds } from "@/lib/features/evaluations/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("evaluations.schemes"))("title") };
}

export default async function SchemesPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listSchemesInput, await searchParams);
  const [t, all, list] = await Promise.all([
    getTranslations("evaluations.schemes"),
    getTranslations("evaluations"),
    loadSchemes(alliance, search),
  ]);
  const base = `/a/${alliance}/evaluations/schemes`;
  const begin = list.mayWrite && (
    <ButtonLink variant="primary" href={`${base}/new`}>
      {t("begin")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        breadcrumbs={[
          { href: `/a/${alliance}/evaluations`, label: all("title") },
          { label: t("title") },
        ]}
        actions={begin}
      />
      <FilterBar action={base}>
        <FilterSelect
          name="kind"
          label={t("filter.kind")}
          defaultValue={search.kind}
          options={subjectKinds.map((value) => ({ value, label: t(`subject.${value}`) }))}
        />
        <FilterSelect
          name="state"
          label={t("filter.state")}
          defaultValue={search.state}
          options={schemeStates.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      </FilterBar>
      <div className="mt-3">
        <SchemeTable
          rows={list.items}
          base={base}
          empty={<EmptyState title={t("empty")} hint={t("emptyHint")} action={begin} />}
        />
      </div>
      <Pagination of={list} href={(page) => addressWith(base, search, { page: String(page) })}>
        <TakeTable alliance={alliance} table="schemes" search={search} />
      </Pagination>
    </>
  );
}
