import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AllianceProfileForm, PositionLabelForm } from "@/components/alliances/settings-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadAlliance } from "@/lib/features/alliances/loaders";
import { memberPositions } from "@/lib/features/memberships/types";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("alliances.settings"))("title") };
}

export default async function SettingsPage({ params }: Props) {
  const { alliance: slug } = await params;
  const [t, m, access, alliance, actor] = await Promise.all([
    getTranslations("alliances.settings"),
    getTranslations("memberships.position"),
    getTranslations("access.roles"),
    loadAlliance(slug, {}),
    currentActor(),
  ]);
  if (!reachOf("alliance.update_profile", actor.roles, alliance.id)?.whole) notFound();
  const own = new Map(alliance.positionLabels.map((label) => [label.position, label]));
  return (
    <>
      <PageHeader
        title={t("title")}
        breadcrumbs={[{ href: `/a/${slug}`, label: alliance.name }, { label: t("title") }]}
        actions={<ButtonLink href={`/a/${slug}/settings/roles`}>{access("link")}</ButtonLink>}
      />
      <ClientMessages namespaces={["alliances", "organizations", "memberships"]}>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Panel title={t("profile")}>
            <AllianceProfileForm alliance={alliance} />
          </Panel>
          <Panel title={t("labels")} description={t("labelsHint")}>
            <PositionLabelForm
              slug={slug}
              version={alliance.version}
              positions={memberPositions.map((position) => ({
                position,
                usual: m(position),
                zh: own.get(position)?.zh ?? "",
                en: own.get(position)?.en ?? "",
              }))}
            />
          </Panel>
        </div>
      </ClientMessages>
    </>
  );
}
