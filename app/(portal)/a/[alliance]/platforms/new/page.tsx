import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { CreatePlatformForm } from "@/components/platforms/platform-forms";
import { loadColleges } from "@/lib/features/colleges/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("platforms"))("create") };
}

export default async function NewPlatformPage({ params }: Props) {
  const { alliance } = await params;
  const [t, colleges] = await Promise.all([
    getTranslations("platforms"),
    loadColleges(alliance, { pageSize: 100 }),
  ]);
  return (
    <ClientMessages namespaces={["platforms"]}>
      <PageHeader
        title={t("create")}
        breadcrumbs={[
          { href: `/a/${alliance}/platforms`, label: t("title") },
          { label: t("create") },
        ]}
      />
      <div className="max-w-xl">
        <CreatePlatformForm
          tenant={alliance}
          colleges={colleges.items.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
    </ClientMessages>
  );
}
