import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CreateAllianceForm } from "@/components/alliances/create-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { signInPath } from "@/lib/platform/auth/safe-path";
import { currentActor } from "@/lib/platform/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("alliances.create"))("title") };
}

export default async function NewAlliance() {
  const actor = await currentActor();
  if (!actor.userId) redirect(signInPath("/admin/alliances/new"));
  if (!reachOf("alliance.create", actor.roles, null)) notFound();
  const t = await getTranslations("alliances.create");
  const a = await getTranslations("access.admin");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        breadcrumbs={[
          { href: "/admin", label: a("title") },
          { href: "/admin/alliances", label: t("list") },
          { label: t("title") },
        ]}
      />
      <Panel>
        <ClientMessages namespaces={["alliances", "organizations"]}>
          <CreateAllianceForm />
        </ClientMessages>
      </Panel>
    </>
  );
}
