import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AddBodyForm, BranchForm } from "@/components/alliances/body-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame, loadStructure } from "@/lib/features/alliances/loaders";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("alliances.bodies"))("add") };
}

export default async function NewBodyPage({ params }: Props) {
  const { alliance } = await params;
  const [t, s, { bodies }, frame, actor] = await Promise.all([
    getTranslations("alliances.bodies"),
    getTranslations("alliances.structure"),
    loadStructure(alliance, {}),
    loadFrame(alliance, {}),
    currentActor(),
  ]);
  if (!reachOf("structure.edit", actor.roles, frame.id)) notFound();
  const standing = bodies.filter(({ dissolvedOn }) => !dissolvedOn);
  return (
    <>
      <PageHeader
        title={t("add")}
        description={t("addHint")}
        breadcrumbs={[{ href: `/a/${alliance}/structure`, label: s("title") }, { label: t("add") }]}
      />
      <ClientMessages namespaces={["alliances"]}>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Panel title={t("branch")}>
            <BranchForm tenant={alliance} bodies={standing} />
          </Panel>
          <Panel title={t("one")}>
            <AddBodyForm tenant={alliance} bodies={standing} />
          </Panel>
        </div>
      </ClientMessages>
    </>
  );
}
