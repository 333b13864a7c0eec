import { getTranslations } from "next-intl/server";
import { TalentTabs } from "@/app/_sections/talent-tabs";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { DraftReportForm } from "@/components/talent/report-forms";
import { ReportTable } from "@/components/talent/report-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { loadReports } from "@/lib/features/talent/loaders";
import { listReportsInput } from "@/lib/features/talent/schema/reports";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("talent.report"))("title") };
}

export default async function ReportsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listReportsInput, await searchParams);
  const [t, list] = await Promise.all([
    getTranslations("talent.report"),
    loadReports(alliance, search),
  ]);
  const base = `/a/${alliance}/talent`;
  return (
    <ClientMessages namespaces={["talent"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <TalentTabs alliance={alliance} current="reports" />
      <ReportTable
        rows={list.items}
        base={base}
        empty={<EmptyState title={t("empty")} hint={t("emptyHint")} />}
      />
      <Pagination
        of={list}
        href={(page) => addressWith(`${base}/reports`, search, { page: String(page) })}
      >
        <TakeTable alliance={alliance} table="talent-reports" search={search} />
      </Pagination>
      {list.mayDraft && (
        <div className="mt-4">
          <Panel>
            <DraftReportForm tenant={alliance} />
          </Panel>
        </div>
      )}
    </ClientMessages>
  );
}
