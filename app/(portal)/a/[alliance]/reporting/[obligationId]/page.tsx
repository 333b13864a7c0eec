import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Desk } from "@/components/reporting/desk";
import { ReportGrid } from "@/components/reporting/report-grid";
import { ReportSteps } from "@/components/reporting/report-steps";
import { ReportBadge } from "@/components/reporting/state-badge";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadReport } from "@/lib/features/reporting/loaders";
import { getReportInput } from "@/lib/features/reporting/schema/reports";
import { formatDay } from "@/lib/i18n/format";
import { dayIn, homeZone } from "@/lib/kernel/dates";

type Props = { params: Promise<{ alliance: string; obligationId: string }> };

const load = async (params: Props["params"]) => {
  const { alliance, obligationId } = await params;
  const input = getReportInput.safeParse({ obligationId });
  if (!input.success) notFound();
  return { alliance, report: await loadReport(alliance, input.data) };
};

export async function generateMetadata({ params }: Props) {
  const { report } = await load(params);
  return { title: `${report.cycle.name} · ${report.organization.name}` };
}

export default async function ReportPage({ params }: Props) {
  const [t, locale, { alliance, report }] = await Promise.all([
    getTranslations("reporting"),
    getLocale(),
    load(params),
  ]);
  const base = `/a/${alliance}/reporting`;
  const { state, cycle, may } = report;
  const owed = report.shown !== "exempt" && report.shown !== "ended";
  return (
    <ClientMessages namespaces={["reporting"]}>
      <PageHeader
        title={report.organization.name}
        breadcrumbs={[{ href: base, label: t("title") }, { label: cycle.name }]}
        badge={<ReportBadge {...report} />}
        waitingFor={
          owed &&
          state !== "approved" &&
          t(`waiting.${state}`, {
            since: formatDay(dayIn(new Date(report.stateSince), homeZone), locale),
          })
        }
        description={`${cycle.name} · ${t("field.due")} ${formatDay(cycle.dueOn, locale)} · ${t("field.closes")} ${formatDay(cycle.closesOn, locale)}`}
        actions={<ButtonLink href={`${base}/${report.id}/changes`}>{t("changes")}</ButtonLink>}
      />
      <div className="flex flex-col gap-4">
        {report.exemptReason && <Notice>{t("exemptNote", { reason: report.exemptReason })}</Notice>}
        {report.exceptionUntil && (
          <Notice tone="attention">
            {t("exceptNote", {
              day: formatDay(report.exceptionUntil, locale),
              reason: report.exceptionReason ?? "",
            })}
          </Notice>
        )}
        {may.judge ? (
          <Panel title={t("desk.title")}>
            <Desk key={report.version} tenant={alliance} report={report} />
          </Panel>
        ) : (
          <ReportGrid key={`${report.id} ${state}`} tenant={alliance} report={report} />
        )}
        {(may.save ||
          may.submit ||
          may.take ||
          may.approve ||
          may.unapprove ||
          may.unverify ||
          may.manage) && (
          <Panel>
            <ReportSteps key={report.version} tenant={alliance} report={report} />
          </Panel>
        )}
      </div>
    </ClientMessages>
  );
}
