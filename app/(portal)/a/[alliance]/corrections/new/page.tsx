import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { RequestForm } from "@/components/corrections/request-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { metricOption } from "@/components/outcomes/outcome-filters";
import { loadRecordHistory } from "@/lib/features/corrections/loaders";
import { loadMetrics } from "@/lib/features/metrics/loaders";
import { id } from "@/lib/kernel/fields";

type Props = {
  params: Promise<{ alliance: string }>;
  searchParams: Promise<{ record?: string | string[] }>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("corrections"))("newRequest") };
}

export default async function RequestCorrectionPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const record = id().safeParse((await searchParams).record);
  if (!record.success) notFound();
  const [t, outcomes, locale, history, metrics] = await Promise.all([
    getTranslations("corrections"),
    getTranslations("outcomes"),
    getLocale(),
    loadRecordHistory(alliance, { recordId: record.data }),
    loadMetrics("", { reportable: "true" }),
  ]);
  if (!history.mayRequest) notFound();
  const base = `/a/${alliance}/outcomes`;
  return (
    <ClientMessages namespaces={["corrections"]}>
      <PageHeader
        title={t("newRequest")}
        description={t("newDescription")}
        breadcrumbs={[
          { href: base, label: outcomes("title") },
          { href: `${base}/${record.data}`, label: history.record.title },
          { label: t("newRequest") },
        ]}
      />
      <div className="max-w-xl">
        <RequestForm
          tenant={alliance}
          record={history.record}
          metrics={metrics.items.map((item) => metricOption(item, locale))}
        />
      </div>
    </ClientMessages>
  );
}
