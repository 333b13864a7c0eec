import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { CloseForm } from "@/components/verification/sample-forms";
import { SampleItems } from "@/components/verification/sample-items";
import { SampleSize } from "@/components/verification/sample-size";
import { loadSample } from "@/lib/features/verification/loaders";
import { formatDay, formatInstant } from "@/lib/i18n/format";

type Props = { params: Promise<{ alliance: string; sampleId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("verification.sample"))("title") };
}

export default async function SamplePage({ params }: Props) {
  const { alliance, sampleId } = await params;
  const [t, locale, sample] = await Promise.all([
    getTranslations("verification.sample"),
    getLocale(),
    loadSample(alliance, { id: sampleId }),
  ]);
  const period = `${formatDay(sample.periodFrom, locale)} – ${formatDay(sample.periodTo, locale)}`;
  return (
    <ClientMessages namespaces={["verification"]}>
      <PageHeader
        title={period}
        breadcrumbs={[
          { href: `/a/${alliance}/verification/samples`, label: t("title") },
          { label: period },
        ]}
        description={<SampleSize sample={sample} />}
      />
      <Panel>
        <p className="break-all">
          {t("seed")}: <code>{sample.seed}</code>
        </p>
        <p className="text-sm break-all text-muted">
          {t("how", { size: sample.size, threshold: sample.threshold })}
        </p>
        <p className="text-sm text-muted">
          {sample.closedAt
            ? `${t("closedState")} · ${formatInstant(new Date(sample.closedAt), locale)}`
            : `${t("openState")} · ${t("column.open")} ${sample.open}`}
        </p>
      </Panel>
      <div className="mt-4">
        <Panel>
          <SampleItems tenant={alliance} sample={sample} items={sample.items} />
        </Panel>
      </div>
      {!sample.closedAt && (
        <div className="mt-4">
          <CloseForm tenant={alliance} sample={sample} />
        </div>
      )}
    </ClientMessages>
  );
}
