import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InviteForm } from "@/components/access/account-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { signInPath } from "@/lib/platform/auth/safe-path";
import { currentActor } from "@/lib/platform/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access.admin.users"))("create") };
}

export default async function NewUser() {
  const actor = await currentActor();
  if (!actor.userId) redirect(signInPath("/admin/users/new"));
  if (!reachOf("user.create", actor.roles, null)) notFound();
  const t = await getTranslations("access");
  const title = t("admin.users.create");
  return (
    <ClientMessages namespaces={["access"]}>
      <PageHeader
        title={title}
        breadcrumbs={[{ href: "/admin", label: t("user.back") }, { label: title }]}
      />
      <Panel description={t("user.invite.hint")}>
        <InviteForm />
      </Panel>
    </ClientMessages>
  );
}
