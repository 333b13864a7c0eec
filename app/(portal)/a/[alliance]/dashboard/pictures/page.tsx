import { getTranslations } from "next-intl/server";
import { ChainChart } from "@/components/dashboards/chain-chart";
import { FlowChart } from "@/components/dashboards/flow-chart";
import { LadderChart } from "@/components/dashboards/ladder-chart";
import { PageHeader } from "@/components/layout/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { loadPictures } from "@/lib/features/dashboards/loaders";
import { loadComposition } from "@/lib/features/memberships/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("dashboards"))("pictures.title") };
}

/** Numbers that a drawing says better than a tile, each with its table. */
export default async function PicturesPage({ params }: Props) {
  const { alliance } = await params;
  const [t, pictures, figures] = await Promise.all([
    getTranslations("dashboards"),
    loadPictures(alliance, {}),
    loadComposition(alliance, {}),
  ]);
  return (
    <>
      <PageHeader
        title={t("pictures.title")}
        description={t("pictures.description")}
        breadcrumbs={[
          { href: `/a/${alliance}/dashboard`, label: t("title") },
          { label: t("pictures.title") },
        ]}
        actions={<PrintButton>{t("print")}</PrintButton>}
      />
      <div className="grid gap-4">
        <FlowChart pictures={pictures} />
        <div className="grid gap-4 xl:grid-cols-2">
          <LadderChart tenant={alliance} pictures={pictures} />
          <ChainChart tenant={alliance} figures={figures} />
        </div>
      </div>
    </>
  );
}
