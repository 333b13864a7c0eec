import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { metricOption } from "@/components/outcomes/outcome-filters";
import { ReportForm } from "@/components/outcomes/report-form";
import { loadDashboard } from "@/lib/features/dashboards/loaders";
import { loadMetrics } from "@/lib/features/metrics/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("outcomes"))("reportTitle") };
}

export default async function ReportOutcomePage({ params }: Props) {
  const { alliance } = await params;
  const [t, locale, metrics, { own }] = await Promise.all([
    getTranslations("outcomes"),
    getLocale(),
    loadMetrics("", { reportable: "true" }),
    loadDashboard(alliance, {}),
  ]);
  // Who belongs to no member has nothing to report.
  if (own.length === 0) notFound();
  return (
    <ClientMessages namespaces={["outcomes"]}>
      <PageHeader
        title={t("reportTitle")}
        description={t("reportDescription")}
        breadcrumbs={[
          { href: `/a/${alliance}/outcomes`, label: t("title") },
          { label: t("report") },
        ]}
      />
      <div className="max-w-xl">
        <ReportForm
          tenant={alliance}
          organizations={own.map((item) => ({ value: item.id, label: item.name }))}
          metrics={metrics.items.map((item) => metricOption(item, locale))}
        />
      </div>
    </ClientMessages>
  );
}
