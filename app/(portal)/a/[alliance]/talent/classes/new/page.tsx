import { getTranslations } from "next-intl/server";
import { CreateClassForm } from "@/components/classes/create-class-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { loadColleges } from "@/lib/features/colleges/loaders";
import { loadProgrammeChoices } from "@/lib/features/programmes/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("classes"))("create") };
}

export default async function NewClassPage({ params }: Props) {
  const { alliance } = await params;
  const [t, { mine, offerings }, colleges] = await Promise.all([
    getTranslations("classes"),
    loadProgrammeChoices(alliance, {}),
    loadColleges(alliance, { sort: "name", pageSize: 100 }),
  ]);
  return (
    <ClientMessages namespaces={["classes"]}>
      <PageHeader
        title={t("create")}
        breadcrumbs={[
          { href: `/a/${alliance}/talent/classes`, label: t("title") },
          { label: t("create") },
        ]}
      />
      <div className="max-w-xl">
        <CreateClassForm
          tenant={alliance}
          mine={mine}
          offerings={offerings}
          colleges={colleges.items}
        />
      </div>
    </ClientMessages>
  );
}
