import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { ChangesList } from "@/components/reporting/changes-list";
import { loadReportChanges } from "@/lib/features/reporting/loaders";
import { getReportInput } from "@/lib/features/reporting/schema/reports";

type Props = { params: Promise<{ alliance: string; obligationId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("reporting"))("changes") };
}

export default async function ChangesPage({ params }: Props) {
  const { alliance, obligationId } = await params;
  const input = getReportInput.safeParse({ obligationId });
  if (!input.success) notFound();
  const [t, changes] = await Promise.all([
    getTranslations("reporting"),
    loadReportChanges(alliance, input.data),
  ]);
  const base = `/a/${alliance}/reporting`;
  return (
    <>
      <PageHeader
        title={t("changes")}
        description={t("changesHint")}
        breadcrumbs={[
          { href: base, label: t("title") },
          { href: `${base}/${changes.id}`, label: `${changes.organization} · ${changes.cycle}` },
          { label: t("changes") },
        ]}
      />
      <ChangesList changes={changes} />
    </>
  );
}
