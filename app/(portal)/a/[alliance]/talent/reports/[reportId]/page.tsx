import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ReportBadge } from "@/components/talent/badges";
import { ReportSteps } from "@/components/talent/report-forms";
import { reportPaper } from "@/components/talent/report-paper";
import { ReportText } from "@/components/talent/report-text";
import { ButtonLink, DownloadLink } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadReport } from "@/lib/features/talent/loaders";
import { getReportInput } from "@/lib/features/talent/schema/reports";
import { formatInstant, nothing } from "@/lib/i18n/format";

type Props = { params: Promise<{ alliance: string; reportId: string }> };

const load = async (params: Props["params"]) => {
  const { alliance, reportId } = await params;
  const input = getReportInput.safeParse({ reportId });
  if (!input.success) notFound();
  return { alliance, report: await loadReport(alliance, input.data) };
};

export async function generateMetadata({ params }: Props) {
  const [t, { report }] = await Promise.all([getTranslations("talent.report"), load(params)]);
  return { title: t(`kind.${report.kind}`) };
}

export default async function ReportPage({ params }: Props) {
  const [t, locale, { alliance, report }] = await Promise.all([
    getTranslations("talent.report"),
    getLocale(),
    load(params),
  ]);
  const { id, state, edition, may, takenAt, publishedAt } = report;
  const base = `/a/${alliance}/talent/reports`;
  const paper = reportPaper(report, locale);
  const at = (instant: string | null) =>
    instant ? formatInstant(new Date(instant), locale) : nothing;
  return (
    <ClientMessages namespaces={["talent"]}>
      <PageHeader
        title={paper.title}
        breadcrumbs={[{ href: base, label: t("title") }, { label: paper.number }]}
        badge={<ReportBadge state={state} />}
        waitingFor={(state === "draft" || state === "reviewed") && t(`waiting.${state}`)}
        actions={
          <>
            <ButtonLink href={`${base}/${id}/print`}>{t("print")}</ButtonLink>
            <DownloadLink href={`/api/documents/talent-reports/${alliance}/${id}`}>
              {t("word")}
            </DownloadLink>
          </>
        }
      />
      <div className="flex flex-col gap-4">
        {report.corrected && <Notice tone="attention">{t("corrected")}</Notice>}
        <Panel>
          <Facts
            items={[
              { label: t("field.issuer"), value: report.issuer.name },
              { label: t("field.year"), value: String(report.year) },
              {
                label: t("field.state"),
                value: edition === null ? t(`state.${state}`) : t("edition", { edition }),
              },
              { label: t("field.takenAt"), value: at(takenAt) },
              { label: t("field.publishedAt"), value: at(publishedAt) },
            ]}
          />
        </Panel>
        {Object.values(may).some(Boolean) && (
          <Panel>
            <ReportSteps key={report.version} tenant={alliance} report={report} />
          </Panel>
        )}
        <Panel>
          <ReportText paper={paper} />
        </Panel>
      </div>
    </ClientMessages>
  );
}
