import { getTranslations } from "next-intl/server";
import { PowerFacts, PowerHistory } from "@/components/alliances/power-facts";
import { EditPowerForm, StepPowerForm } from "@/components/alliances/power-forms";
import { PowerBadge } from "@/components/alliances/power-table";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame, loadPower, loadStructure } from "@/lib/features/alliances/loaders";
import { loadDocuments } from "@/lib/features/documents/loaders";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string; powerId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("alliances.powers"))("title") };
}

export default async function PowerPage({ params }: Props) {
  const { alliance, powerId } = await params;
  const [t, power, { bodies }, documents, frame, actor] = await Promise.all([
    getTranslations("alliances"),
    loadPower(alliance, { powerId }),
    loadStructure(alliance, {}),
    loadDocuments(alliance, { state: "adopted", pageSize: 100 }),
    loadFrame(alliance, {}),
    currentActor(),
  ]);
  const changes =
    reachOf("power.change", actor.roles, frame.id) !== undefined && power.state !== "withdrawn";
  const base = `/a/${alliance}/structure/powers`;
  const choices = documents.items.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      <PageHeader
        title={t(`power.${power.kind}`)}
        breadcrumbs={[
          { href: base, label: t("powers.title") },
          { label: t(`power.${power.kind}`) },
        ]}
        badge={<PowerBadge power={power} today={power.today} />}
        waitingFor={power.state === "withdrawn" ? undefined : t(`powers.waitFor.${power.state}`)}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_24rem]">
        <div className="flex flex-col gap-4">
          <Panel title={t("powers.facts")}>
            <PowerFacts power={power} alliance={alliance} />
          </Panel>
          <Panel title={t("powers.history")}>
            <PowerHistory events={power.events} alliance={alliance} />
          </Panel>
        </div>
        {changes && (
          <ClientMessages namespaces={["alliances"]}>
            <div className="flex flex-col gap-4">
              <Panel title={t("powers.next")}>
                <StepPowerForm
                  key={power.version}
                  tenant={alliance}
                  power={power}
                  today={power.today}
                  documents={choices}
                />
              </Panel>
              {power.state === "proposed" && (
                <Panel title={t("powers.edit")}>
                  <EditPowerForm
                    tenant={alliance}
                    power={power}
                    bodies={bodies.filter(({ dissolvedOn }) => !dissolvedOn)}
                  />
                </Panel>
              )}
            </div>
          </ClientMessages>
        )}
      </div>
    </>
  );
}
