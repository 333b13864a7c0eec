import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { DemandBadge } from "@/components/talent/badges";
import { DemandFacts } from "@/components/talent/demand-facts";
import { DemandHistory } from "@/components/talent/demand-history";
import { DemandSteps } from "@/components/talent/demand-steps";
import { DemandWaiting } from "@/components/talent/demand-waiting";
import { MatchList } from "@/components/talent/match-list";
import { Panel } from "@/components/ui/panel";
import { loadDemand, loadOccupations } from "@/lib/features/talent/loaders";
import { getDemandInput } from "@/lib/features/talent/schema/demands";
import { Suggest } from "./_sections/suggest";

type Props = { params: Promise<{ alliance: string; demandId: string }> };

const load = async (params: Props["params"]) => {
  const { alliance, demandId } = await params;
  const input = getDemandInput.safeParse({ demandId });
  if (!input.success) notFound();
  return { alliance, demand: await loadDemand(alliance, input.data) };
};

export async function generateMetadata({ params }: Props) {
  return { title: (await load(params)).demand.occupation.name };
}

export default async function DemandPage({ params }: Props) {
  const [t, m, locale, { alliance, demand }] = await Promise.all([
    getTranslations("talent.demand"),
    getTranslations("talent.match"),
    getLocale(),
    load(params),
  ]);
  const { may, state } = demand;
  const occupations = may.change ? (await loadOccupations(alliance, {})).items : [];
  const name = (locale === "en" && demand.occupation.nameEn) || demand.occupation.name;
  const steps = Object.entries(may).some(([key, allowed]) => key !== "suggest" && allowed);
  return (
    <ClientMessages namespaces={["talent", "programmes"]}>
      <PageHeader
        title={name}
        breadcrumbs={[
          { href: `/a/${alliance}/talent/demands`, label: t("title") },
          { label: name },
        ]}
        badge={<DemandBadge state={state} />}
        waitingFor={
          state !== "filled" && state !== "withdrawn" && <DemandWaiting demand={demand} />
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel>
            <DemandFacts demand={demand} />
          </Panel>
          <Panel title={m("ofDemand")}>
            <MatchList tenant={alliance} matches={demand.matches} />
          </Panel>
          {may.suggest && demand.taken < demand.headcount && (
            <Suggest alliance={alliance} demandId={demand.id} />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {steps && (
            <Panel>
              <DemandSteps
                key={demand.version}
                tenant={alliance}
                demand={demand}
                occupations={occupations}
              />
            </Panel>
          )}
          {demand.events.length > 0 && (
            <Panel title={t("history")}>
              <DemandHistory events={demand.events} />
            </Panel>
          )}
        </div>
      </div>
    </ClientMessages>
  );
}
