import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { WriteCaseForm } from "@/components/reports/case-forms";
import { loadCases } from "@/lib/features/reports/loaders";
import { caseLimits } from "@/lib/features/reports/rules/cases";
import { dayIn, homeZone } from "@/lib/kernel/dates";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("cases"))("create") };
}

export default async function NewCasePage({ params }: Props) {
  const { alliance } = await params;
  const [t, r, list] = await Promise.all([
    getTranslations("cases"),
    getTranslations("reports"),
    loadCases(alliance, { pageSize: 10 }),
  ]);
  if (!list.forAll && list.units.length === 0) notFound();
  const reports = `/a/${alliance}/reports`;
  return (
    <ClientMessages namespaces={["cases"]}>
      <PageHeader
        title={t("create")}
        description={t("createHint", caseLimits)}
        breadcrumbs={[
          { href: reports, label: r("title") },
          { href: `${reports}/cases`, label: t("title") },
          { label: t("create") },
        ]}
      />
      <div className="max-w-2xl">
        <WriteCaseForm
          tenant={alliance}
          year={Number(dayIn(new Date(), homeZone).slice(0, 4))}
          units={list.units.map(({ id, name }) => ({ value: id, label: name }))}
          forAll={list.forAll}
        />
      </div>
    </ClientMessages>
  );
}
