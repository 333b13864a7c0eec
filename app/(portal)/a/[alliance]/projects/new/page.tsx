import { getTranslations } from "next-intl/server";
import { PromiseFields } from "@/components/funds/promise-fields";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { RegisterForm } from "@/components/projects/register-form";
import { Notice } from "@/components/ui/notice";
import { loadRegistration } from "@/lib/features/projects/loaders";
import { mayRegisterHere } from "@/lib/features/projects/policy";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("projects"))("form.title") };
}

export default async function NewProjectPage({ params }: Props) {
  const { alliance } = await params;
  const [t, actor] = await Promise.all([getTranslations("projects"), currentActor()]);
  const header = (
    <PageHeader
      title={t("form.title")}
      description={t("form.description")}
      breadcrumbs={[
        { href: `/a/${alliance}/projects`, label: t("title") },
        { label: t("form.title") },
      ]}
    />
  );
  if (actor.userId && !mayRegisterHere(actor)) {
    return (
      <>
        {header}
        <Notice tone="attention">{t("form.notYou")}</Notice>
      </>
    );
  }
  const registration = await loadRegistration(alliance, {});
  return (
    <ClientMessages namespaces={["projects", "funds"]}>
      {header}
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
