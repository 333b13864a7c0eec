import { getTranslations } from "next-intl/server";
import { PromiseFields } from "@/components/funds/promise-fields";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { RegisterForm } from "@/components/projects/register-form";
import { loadRegistration } from "@/lib/features/projects/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("projects"))("form.title") };
}

export default async function NewProjectPage({ params }: Props) {
  const { alliance } = await params;
  const [t, registration] = await Promise.all([
    getTranslations("projects"),
    loadRegistration(alliance, {}),
  ]);
  return (
    <ClientMessages namespaces={["projects", "funds"]}>
      <PageHeader
        title={t("form.title")}
        description={t("form.description")}
        breadcrumbs={[
          { href: `/a/${alliance}/projects`, label: t("title") },
          { label: t("form.title") },
        ]}
      />
      <div className="max-w-xl">
        <RegisterForm
          tenant={alliance}
          {...registration}
          promise={<PromiseFields prefix="promise." />}
        />
      </div>
    </ClientMessages>
  );
}
