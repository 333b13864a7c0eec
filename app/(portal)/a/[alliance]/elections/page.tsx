import { getTranslations } from "next-intl/server";
import { ElectionTable } from "@/components/elections/election-table";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { loadElections } from "@/lib/features/elections/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("elections"))("title") };
}

export default async function ElectionsPage({ params }: Props) {
  const { alliance } = await params;
  const [t, { items, manages }] = await Promise.all([
    getTranslations("elections"),
    loadElections(alliance, {}),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          manages && (
            <ButtonLink href={`/a/${alliance}/elections/new`} variant="primary">
              {t("plan.submit")}
            </ButtonLink>
          )
        }
      />
      <Panel>
        <ElectionTable rows={items} tenant={alliance} />
      </Panel>
    </>
  );
}
