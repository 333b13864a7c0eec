import { getTranslations } from "next-intl/server";
import { ReportingTabs } from "@/app/_sections/reporting-tabs";
import { PageHeader } from "@/components/layout/page-header";
import { CoverageTable } from "@/components/reporting/coverage-table";
import { Pagination } from "@/components/ui/pagination";
import { loadCoverage } from "@/lib/features/reporting/loaders";
import { coverageInput } from "@/lib/features/reporting/schema/cycles";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("reporting"))("tab.coverage") };
}

export default async function CoveragePage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(coverageInput, await searchParams);
  const [t, matrix] = await Promise.all([
    getTranslations("reporting"),
    loadCoverage(alliance, search),
  ]);
  const base = `/a/${alliance}/reporting`;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <ReportingTabs alliance={alliance} current="coverage" />
      <CoverageTable matrix={matrix} base={base} />
      <Pagination
        of={matrix}
        href={(page) => addressWith(`${base}/overview`, search, { page: String(page) })}
      >
        <TakeTable alliance={alliance} table="coverage" search={search} own />
      </Pagination>
    </>
  );
}
