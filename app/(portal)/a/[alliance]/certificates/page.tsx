import { getTranslations } from "next-intl/server";
import { CertificateTable } from "@/components/certificates/certificate-table";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { loadCertificates } from "@/lib/features/certificates/loaders";
import { listCertificatesInput } from "@/lib/features/certificates/schema";
import { certificateStates } from "@/lib/features/certificates/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("certificates"))("title") };
}

/** What enterprises say that they gained, and what waits for their seal. */
export default async function CertificatesPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listCertificatesInput, await searchParams);
  const [t, list] = await Promise.all([
    getTranslations("certificates"),
    loadCertificates(alliance, search),
  ]);
  const base = `/a/${alliance}/certificates`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={list.mayPrepare && <ButtonLink href={`${base}/new`}>{t("new")}</ButtonLink>}
      />
      <div className="mb-3">
        <FilterBar action={base} keep={{ sort: search.sort, enterprise: search.enterprise }}>
          <FilterText
            name="year"
            label={t("column.year")}
            inputMode="numeric"
            defaultValue={search.year}
          />
          <FilterSelect
            name="state"
            label={t("column.state")}
            defaultValue={search.state}
            options={certificateStates.map((state) => ({
              value: state,
              label: t(`state.${state}`),
            }))}
          />
        </FilterBar>
      </div>
      <CertificateTable base={base} rows={list.items} sort={search.sort ?? "-year"} href={href} />
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="certificates" search={search} own />
      </Pagination>
    </>
  );
}
