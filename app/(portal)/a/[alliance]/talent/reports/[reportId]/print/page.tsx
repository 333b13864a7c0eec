import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PaperTools } from "@/components/layout/paper-tools";
import { reportPaper } from "@/components/talent/report-paper";
import { OfficialPage } from "@/components/ui/official-page";
import { loadReport } from "@/lib/features/talent/loaders";
import { getReportInput } from "@/lib/features/talent/schema/reports";

type Props = { params: Promise<{ alliance: string; reportId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("talent.report"))("print") };
}

export default async function PrintedReport({ params }: Props) {
  const { alliance, reportId } = await params;
  const input = getReportInput.safeParse({ reportId });
  if (!input.success) notFound();
  const [locale, report] = await Promise.all([getLocale(), loadReport(alliance, input.data)]);
  const { lines, ...paper } = reportPaper(report, locale);
  return (
    <>
      <PaperTools href={`/a/${alliance}/talent/reports/${reportId}`} back={paper.title} />
      <OfficialPage {...paper} paragraphs={lines.map(({ text }) => text)} />
    </>
  );
}
