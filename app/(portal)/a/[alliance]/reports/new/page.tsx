import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { CreateEditionForm } from "@/components/reports/create-form";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { loadEditions } from "@/lib/features/reports/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("reports"))("create") };
}

export default async function NewEditionPage({ params }: Props) {
  const { alliance } = await params;
  const [t, list, frame] = await Promise.all([
    getTranslations("reports"),
    loadEditions(alliance, {}),
    loadFrame(alliance, {}),
  ]);
  if (!list.mayCreate) notFound();
  return (
    <ClientMessages namespaces={["reports"]}>
      <PageHeader
        title={t("create")}
        description={t("createHint")}
        breadcrumbs={[
          { href: `/a/${alliance}/reports`, label: t("title") },
          { label: t("create") },
        ]}
      />
      <div className="max-w-xl">
        <CreateEditionForm tenant={alliance} alliance={frame.name} />
      </div>
    </ClientMessages>
  );
}
