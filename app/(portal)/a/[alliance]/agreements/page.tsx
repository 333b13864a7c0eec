import { getTranslations } from "next-intl/server";
import { AgreementTable } from "@/components/agreements/agreement-table";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { loadAgreements } from "@/lib/features/agreements/loaders";
import { listAgreementsInput } from "@/lib/features/agreements/schema";
import { agreementKinds, agreementPhases } from "@/lib/features/agreements/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("agreements"))("title") };
}

export default async function AgreementsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listAgreementsInput, await searchParams);
  const [t, list] = await Promise.all([
    getTranslations("agreements"),
    loadAgreements(alliance, search),
  ]);
  const base = `/a/${alliance}/agreements`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const create = list.mayWrite && (
    <ButtonLink variant="primary" href={`${base}/new`}>
      {t("create")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={create} />
      <FilterBar
        action={base}
        keep={{ sort: search.sort, organization: search.organization, call: search.call }}
      >
        <FilterText
          name="q"
          label={t("filter.q")}
          placeholder={t("filter.qHint")}
          defaultValue={search.q}
        />
        <FilterSelect
          name="kind"
          label={t("field.kind")}
          defaultValue={search.kind}
          options={agreementKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <FilterSelect
          name="phase"
          label={t("field.phase")}
          defaultValue={search.phase}
          options={agreementPhases.map((value) => ({ value, label: t(`phase.${value}`) }))}
        />
      </FilterBar>
      <div className="mt-3">
        <AgreementTable
          rows={list.items}
          base={base}
          sort={search.sort ?? "-new"}
          href={href}
          empty={<EmptyState title={t("empty")} hint={t("emptyHint")} action={create} />}
        />
      </div>
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="agreements" search={search} own />
      </Pagination>
    </>
  );
}
