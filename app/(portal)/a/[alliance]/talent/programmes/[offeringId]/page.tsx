import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { OfferingForms } from "@/components/programmes/offering-forms";
import { OfferingBadge } from "@/components/programmes/offering-table";
import { PathwayList } from "@/components/programmes/pathway-list";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { loadOffering, loadProgrammeChoices } from "@/lib/features/programmes/loaders";
import { getOfferingInput } from "@/lib/features/programmes/schema";
import { formatDay, nothing } from "@/lib/i18n/format";

type Props = { params: Promise<{ alliance: string; offeringId: string }> };

const load = async (params: Props["params"]) => {
  const { alliance, offeringId } = await params;
  const input = getOfferingInput.safeParse({ offeringId });
  if (!input.success) notFound();
  return { alliance, offering: await loadOffering(alliance, input.data) };
};

export async function generateMetadata({ params }: Props) {
  return { title: (await load(params)).offering.programme.name };
}

export default async function OfferingPage({ params }: Props) {
  const [t, locale, { alliance, offering }] = await Promise.all([
    getTranslations("programmes"),
    getLocale(),
    load(params),
  ]);
  const { programme, school, industry, nodes, mayManage } = offering;
  const choices = mayManage ? await loadProgrammeChoices(alliance, {}) : undefined;
  const named = (one: { name: string; nameEn: string | null }) =>
    (locale === "en" && one.nameEn) || one.name;
  return (
    <ClientMessages namespaces={["programmes"]}>
      <PageHeader
        title={programme.name}
        breadcrumbs={[
          { href: `/a/${alliance}/talent/programmes`, label: t("title") },
          { label: programme.name },
        ]}
        badge={<OfferingBadge status={offering.status} />}
      />
      <div className="flex flex-col gap-4">
        <Panel>
          <Facts
            items={[
              { label: t("field.school"), value: school.name },
              { label: t("field.level"), value: t(`level.${programme.level}`) },
              { label: t("field.code"), value: programme.code ?? nothing },
              { label: t("field.industry"), value: industry ? named(industry) : t("noIndustry") },
              { label: t("field.fit"), value: industry?.key ? t("key") : t("other") },
              { label: t("field.nodes"), value: nodes.map(named).join(" · ") || nothing },
              { label: t("field.group"), value: offering.group?.name ?? nothing },
              { label: t("field.openedOn"), value: formatDay(offering.openedOn, locale) },
            ]}
          />
        </Panel>
        <Panel title={t("pathways")}>
          <PathwayList tenant={alliance} pathways={offering.pathways} />
        </Panel>
        {choices && (
          <Panel>
            <OfferingForms
              key={offering.version}
              tenant={alliance}
              offering={offering}
              choices={choices}
            />
          </Panel>
        )}
      </div>
    </ClientMessages>
  );
}
