import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DraftCertificateForm } from "@/components/certificates/content-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { loadDashboard } from "@/lib/features/dashboards/loaders";
import { currentActor } from "@/lib/platform/auth/session";
import { projectOptions } from "../_sections/projects";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("certificates"))("newTitle") };
}

/** The enterprise's contact begins as the enterprise, the people of a school as who will report on it. */
export default async function NewCertificatePage({ params }: Props) {
  const { alliance } = await params;
  const [t, frame, actor, projects, { own, today }] = await Promise.all([
    getTranslations("certificates"),
    loadFrame(alliance, {}),
    currentActor(),
    projectOptions(alliance),
    loadDashboard(alliance, {}),
  ]);
  if (actor.readOnly || !reachOf("certificate.prepare", actor.roles, frame.id)) notFound();
  const seals = reachOf("certificate.seal", actor.roles, frame.id)?.organizationIds ?? [];
  const enterprise = own.find(({ id }) => seals.includes(id));
  return (
    <ClientMessages namespaces={["certificates", "organizations"]}>
      <PageHeader
        title={t("newTitle")}
        description={t("newDescription")}
        breadcrumbs={[
          { href: `/a/${alliance}/certificates`, label: t("title") },
          { label: t("new") },
        ]}
      />
      <div className="max-w-xl">
        <DraftCertificateForm
          tenant={alliance}
          projects={projects}
          started={{
            enterprise,
            claimant: enterprise ? undefined : own[0],
            year: today.slice(0, 4),
          }}
        />
      </div>
    </ClientMessages>
  );
}
