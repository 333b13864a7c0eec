import { getTranslations } from "next-intl/server";
import { BodyList } from "@/components/alliances/body-list";
import { StructureChart } from "@/components/alliances/structure-chart";
import { TemplateForm } from "@/components/alliances/template-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadAlliance, loadStructure } from "@/lib/features/alliances/loaders";
import { currentActor } from "@/lib/platform/auth/session";
import { today } from "@/lib/platform/clock";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("alliances.structure"))("title") };
}

export default async function StructurePage({ params }: Props) {
  const { alliance: slug } = await params;
  const [t, { bodies }, alliance, actor] = await Promise.all([
    getTranslations("alliances.structure"),
    loadStructure(slug, {}),
    loadAlliance(slug, {}),
    currentActor(),
  ]);
  const edits = reachOf("alliance.update_profile", actor.roles, alliance.id)?.whole === true;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      {bodies.length === 0 ? (
        <Panel>
          <EmptyState title={t("empty")} hint={t("emptyHint")} />
          {edits && (
            <ClientMessages namespaces={["alliances"]}>
              <TemplateForm tenant={slug} />
            </ClientMessages>
          )}
        </Panel>
      ) : (
        <div className="flex flex-col gap-4">
          <div className="hidden lg:block print:block">
            <Panel title={t("chart")}>
              <StructureChart bodies={bodies} />
            </Panel>
          </div>
          <section aria-labelledby="bodies">
            <h2 id="bodies" className="pb-2 text-base font-semibold">
              {t("list")}
            </h2>
            <BodyList bodies={bodies} today={today()} />
          </section>
        </div>
      )}
    </>
  );
}
