import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { CaseTable } from "@/components/reports/case-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tabs";
import { loadCases } from "@/lib/features/reports/loaders";
import { listCasesInput } from "@/lib/features/reports/schema/cases";
import { caseStates } from "@/lib/features/reports/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("cases"))("title") };
}

export default async function CasesPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listCasesInput, await searchParams);
  const [t, r, all, list] = await Promise.all([
    getTranslations("cases"),
    getTranslations("reports"),
    getTranslations("common.filter"),
    loadCases(alliance, search),
  ]);
  const reports = `/a/${alliance}/reports`;
  const base = `${reports}/cases`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const create = (list.forAll || list.units.length > 0) && (
    <ButtonLink variant="primary" href={`${base}/new`}>
      {t("create")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        breadcrumbs={[{ href: reports, label: r("title") }, { label: t("title") }]}
        actions={create}
      />
      <TabLinks
        label={t("field.state")}
        items={[undefined, ...caseStates].map((state) => ({
          href: addressWith(base, search, { state, page: undefined }),
          label: state ? t(`state.${state}`) : all("all"),
          current: search.state === state,
        }))}
      />
      <div className="mt-4">
        <CaseTable
          rows={list.items}
          base={reports}
          sort={search.sort ?? "-year"}
          href={href}
          empty={<EmptyState title={t("empty")} hint={t("emptyHint")} action={create} />}
        />
      </div>
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="cases" search={search} own />
      </Pagination>
    </>
  );
}
