import { getTranslations } from "next-intl/server";
import { ProgrammeTabs } from "@/app/_sections/programme-tabs";
import { TalentTabs } from "@/app/_sections/talent-tabs";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { IndustryList } from "@/components/programmes/industry-list";
import { Panel } from "@/components/ui/panel";
import { loadIndustries } from "@/lib/features/programmes/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("programmes.industries"))("title") };
}

export default async function IndustriesPage({ params }: Props) {
  const { alliance } = await params;
  const [t, industries] = await Promise.all([
    getTranslations("programmes.industries"),
    loadIndustries(alliance, {}),
  ]);
  return (
    <ClientMessages namespaces={["programmes"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <TalentTabs alliance={alliance} current="programmes" />
      <ProgrammeTabs alliance={alliance} current="industries" />
      <Panel>
        <IndustryList tenant={alliance} {...industries} />
      </Panel>
    </ClientMessages>
  );
}
