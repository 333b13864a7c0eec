import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { OccupationList } from "@/components/talent/occupation-list";
import { Panel } from "@/components/ui/panel";
import { loadProgrammeChoices } from "@/lib/features/programmes/loaders";
import { loadOccupations } from "@/lib/features/talent/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("talent.occupations"))("title") };
}

export default async function OccupationsPage({ params }: Props) {
  const { alliance } = await params;
  const [t, d, { items, mayManage }, { programmes }] = await Promise.all([
    getTranslations("talent.occupations"),
    getTranslations("talent.demand"),
    loadOccupations(alliance, {}),
    loadProgrammeChoices(alliance, {}),
  ]);
  return (
    <ClientMessages namespaces={["talent", "programmes"]}>
      <PageHeader
        title={t("title")}
        description={t("description")}
        breadcrumbs={[
          { href: `/a/${alliance}/talent/demands`, label: d("title") },
          { label: t("title") },
        ]}
      />
      <Panel>
        <OccupationList
          tenant={alliance}
          items={items}
          programmes={programmes}
          mayManage={mayManage}
        />
      </Panel>
    </ClientMessages>
  );
}
