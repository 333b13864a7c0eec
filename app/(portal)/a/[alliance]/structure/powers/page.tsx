import { getTranslations } from "next-intl/server";
import { StructureTabs } from "@/app/_sections/structure-tabs";
import { ProposePowerForm } from "@/components/alliances/power-forms";
import { PowerTable } from "@/components/alliances/power-table";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame, loadPowers, loadStructure } from "@/lib/features/alliances/loaders";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("alliances.powers"))("title") };
}

export default async function PowersPage({ params }: Props) {
  const { alliance } = await params;
  const [t, { items, today }, { bodies }, frame, actor] = await Promise.all([
    getTranslations("alliances.powers"),
    loadPowers(alliance, {}),
    loadStructure(alliance, {}),
    loadFrame(alliance, {}),
    currentActor(),
  ]);
  const proposes = reachOf("power.change", actor.roles, frame.id) !== undefined;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <StructureTabs alliance={alliance} current="powers" />
      <div className="flex flex-col gap-4">
        {items.length === 0 ? (
          <EmptyState title={t("none")} hint={t("noneHint")} />
        ) : (
          <PowerTable items={items} base={`/a/${alliance}/structure/powers`} today={today} />
        )}
        {proposes && (
          <ClientMessages namespaces={["alliances"]}>
            <details className="max-w-3xl" open={items.length === 0}>
              <summary className="cursor-pointer pb-3 text-accent">{t("propose")}</summary>
              <Panel>
                <ProposePowerForm
                  tenant={alliance}
                  bodies={bodies.filter(({ dissolvedOn }) => !dissolvedOn)}
                />
              </Panel>
            </details>
          </ClientMessages>
        )}
      </div>
    </>
  );
}
