import { getTranslations } from "next-intl/server";
import { NominateForm } from "@/components/elections/candidate-forms";
import { CandidateList } from "@/components/elections/candidate-list";
import { ElectionFacts } from "@/components/elections/election-facts";
import { LiveElection } from "@/components/elections/live-election";
import { ElectionNextStep } from "@/components/elections/next-step";
import { Objections } from "@/components/elections/objections";
import { RoundPanel } from "@/components/elections/round-panel";
import { ElectionStateBadge } from "@/components/elections/state-badge";
import { WitnessLotForm } from "@/components/elections/step-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadElection } from "@/lib/features/elections/loaders";

type Props = { params: Promise<{ alliance: string; election: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("elections"))("title") };
}

export default async function ElectionPage({ params }: Props) {
  const { alliance, election: electionId } = await params;
  const [t, election] = await Promise.all([
    getTranslations("elections"),
    loadElection(alliance, { electionId }),
  ]);
  const { state, may } = election;
  const over = state === "filled" || state === "cancelled";
  const here = `/a/${alliance}/elections`;
  return (
    <>
      <PageHeader
        title={election.title}
        breadcrumbs={[{ href: here, label: t("title") }]}
        badge={<ElectionStateBadge state={state} />}
        waitingFor={over ? undefined : t(`waiting.${state}`)}
        actions={
          election.winners.length > 0 && (
            <ButtonLink href={`${here}/${electionId}/letters`}>{t("letter.open")}</ButtonLink>
          )
        }
      />
      <ClientMessages namespaces={["elections", "organizations"]}>
        {!over && (
          <LiveElection tenant={alliance} electionId={electionId} revision={election.revision} />
        )}
        <div className="flex flex-col gap-4">
          {election.stateReason && <Notice tone="attention">{election.stateReason}</Notice>}
          {[...election.rounds].reverse().map((round) => (
            <RoundPanel
              key={round.id}
              tenant={alliance}
              round={round}
              standing={election.standing}
            />
          ))}
          {election.rounds.some(({ lot }) => lot?.mayConfirm) && (
            <Panel title={t("step.witnessTitle")} description={t("step.witnessHint")}>
              <WitnessLotForm
                tenant={alliance}
                electionId={electionId}
                version={election.version}
              />
            </Panel>
          )}
          {may.manage && !over && (
            <Panel title={t("step.title")}>
              <ElectionNextStep tenant={alliance} election={election} />
            </Panel>
          )}
          <Panel title={t("fact.title")}>
            <ElectionFacts election={election} />
          </Panel>
          <Panel title={t("candidate.title")}>
            <CandidateList tenant={alliance} election={election} />
          </Panel>
          {state === "nominating" && may.nominate && (
            <Panel title={t("candidate.nominate")}>
              <NominateForm tenant={alliance} electionId={electionId} unit={election.unitSeats} />
            </Panel>
          )}
          {election.objectionUntil && (
            <Panel title={t("objection.title")}>
              <Objections tenant={alliance} election={election} />
            </Panel>
          )}
        </div>
      </ClientMessages>
    </>
  );
}
