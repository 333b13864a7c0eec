import { getTranslations } from "next-intl/server";
import { StructureTabs } from "@/app/_sections/structure-tabs";
import { BodyList } from "@/components/alliances/body-list";
import { FormerBodies } from "@/components/alliances/former-bodies";
import { StructureChart } from "@/components/alliances/structure-chart";
import { TemplateForm } from "@/components/alliances/template-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame, loadStructure } from "@/lib/features/alliances/loaders";
import { currentActor } from "@/lib/platform/auth/session";
import { today } from "@/lib/platform/clock";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("alliances.structure"))("title") };
}

export default async function StructurePage({ params }: Props) {
  const { alliance: slug } = await params;
  const [t, b, { bodies }, alliance, actor] = await Promise.all([
    getTranslations("alliances.structure"),
    getTranslations("alliances.bodies"),
    loadStructure(slug, {}),
    loadFrame(slug, {}),
    currentActor(),
  ]);
  const may = (action: "alliance.update_profile" | "structure.edit") =>
    reachOf(action, actor.roles, alliance.id)?.whole === true;
  const base = `/a/${slug}/structure`;
  const standing = bodies.filter(({ dissolvedOn }) => !dissolvedOn || dissolvedOn >= today());
  const add = may("structure.edit") && <ButtonLink href={`${base}/new`}>{b("add")}</ButtonLink>;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={add} />
      <StructureTabs alliance={slug} current="structure" />
      {bodies.length === 0 ? (
        <Panel>
          <EmptyState title={t("empty")} hint={t("emptyHint")} />
          {may("alliance.update_profile") && (
            <ClientMessages namespaces={["alliances"]}>
              <TemplateForm tenant={slug} />
            </ClientMessages>
          )}
        </Panel>
      ) : (
        <div className="flex flex-col gap-4">
          <div className="hidden lg:block print:block">
            <Panel title={t("chart")}>
              <StructureChart bodies={standing} />
            </Panel>
          </div>
          <section aria-labelledby="bodies">
            <h2 id="bodies" className="pb-2 text-base font-semibold">
              {t("list")}
            </h2>
            <BodyList bodies={standing} today={today()} base={base} />
          </section>
          <FormerBodies bodies={bodies.filter((body) => !standing.includes(body))} base={base} />
        </div>
      )}
    </>
  );
}
