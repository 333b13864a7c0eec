import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { PostDemandForm } from "@/components/talent/post-demand-form";
import { loadProgrammeChoices } from "@/lib/features/programmes/loaders";
import { loadOccupations } from "@/lib/features/talent/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("talent.demand"))("post") };
}

export default async function NewDemandPage({ params }: Props) {
  const { alliance } = await params;
  const [t, { items }, { mine }] = await Promise.all([
    getTranslations("talent.demand"),
    loadOccupations(alliance, {}),
    loadProgrammeChoices(alliance, {}),
  ]);
  return (
    <ClientMessages namespaces={["talent"]}>
      <PageHeader
        title={t("post")}
        description={t("postHint")}
        breadcrumbs={[
          { href: `/a/${alliance}/talent/demands`, label: t("title") },
          { label: t("post") },
        ]}
      />
      <div className="max-w-xl">
        <PostDemandForm tenant={alliance} mine={mine} occupations={items} />
      </div>
    </ClientMessages>
  );
}
