import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { TrainingForm } from "@/components/outcomes/training-form";
import { loadDashboard } from "@/lib/features/dashboards/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("trainings"))("report") };
}

export default async function ReportTrainingPage({ params }: Props) {
  const { alliance } = await params;
  const [t, { own }] = await Promise.all([
    getTranslations("trainings"),
    loadDashboard(alliance, {}),
  ]);
  // Who belongs to no member has nothing to report.
  if (own.length === 0) notFound();
  return (
    <ClientMessages namespaces={["trainings"]}>
      <PageHeader
        title={t("report")}
        description={t("reportDescription")}
        breadcrumbs={[
          { href: `/a/${alliance}/outcomes/trainings`, label: t("title") },
          { label: t("report") },
        ]}
      />
      <div className="max-w-2xl">
        <TrainingForm
          tenant={alliance}
          organizations={own.map((one) => ({ value: one.id, label: one.name }))}
        />
      </div>
    </ClientMessages>
  );
}
