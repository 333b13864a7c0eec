import { getTranslations } from "next-intl/server";
import { StructureTabs } from "@/app/_sections/structure-tabs";
import {
  BreachesPanel,
  LettersPanel,
  SeatsPanel,
  TermsPanel,
} from "@/components/bodies/radar-panels";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { loadRadar } from "@/lib/features/bodies/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("bodies.radar"))("title") };
}

export default async function TermsPage({ params }: Props) {
  const { alliance } = await params;
  const [t, s, radar] = await Promise.all([
    getTranslations("bodies.radar"),
    getTranslations("alliances.structure"),
    loadRadar(alliance, {}),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        breadcrumbs={[{ href: `/a/${alliance}/structure`, label: s("title") }]}
        actions={<ButtonLink href={`/a/${alliance}/elections`}>{t("elections")}</ButtonLink>}
      />
      <StructureTabs alliance={alliance} current="terms" />
      <div className="flex flex-col gap-4">
        <TermsPanel radar={radar} tenant={alliance} />
        <SeatsPanel radar={radar} tenant={alliance} />
        <LettersPanel radar={radar} tenant={alliance} />
        <BreachesPanel radar={radar} tenant={alliance} />
      </div>
    </>
  );
}
