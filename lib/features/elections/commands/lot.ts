import type { z } from "zod";
import { asJson } from "@/lib/kernel/json";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden } from "@/lib/platform/errors";
import { countedRounds } from "../queries/rounds";
import { standingOf } from "../rules/count";
import type { electionInput, lotInput, stepOutput } from "../schema";
import type { Lot } from "../types";
import { type HeldElection, holdElection, moveElection, whyNot } from "./hold";

type Stepped<R extends string> = Result<z.input<typeof stepOutput>, R>;

export const lotRefusals = ["wrong-state", "lot-not-due", "lot-winners", "lot-witnesses"] as const;

const latestRound = (tx: Tx, electionId: string) =>
  tx.electionRound.findFirst({
    where: { electionId, state: "counted" },
    orderBy: { ordinal: "desc" },
    include: { electors: true },
  });
type Round = NonNullable<Awaited<ReturnType<typeof latestRound>>>;

const peopleOf = (election: HeldElection, candidateIds: readonly string[]) =>
  new Set(
    election.candidates
      .filter(({ id }) => candidateIds.includes(id))
      .map(({ personId }) => personId),
  );

/** Two seats of the electorate whose people are not among the tied. */
function sawIt(round: Round, witnesses: readonly string[], tied: Set<string | null>): boolean {
  const seen = round.electors.filter(
    ({ seatId, personId }) => witnesses.includes(seatId) && !tied.has(personId),
  );
  return seen.length === 2;
}

/**
 * 抽签: tied again in the run-off; drawn in the meeting, before two seats that are not among the tied. One person records
 * it, another one confirms it; until then it decides nothing, and can be recorded anew where it was mistyped.
 */
export async function drawLot(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof lotInput>,
): Promise<Stepped<(typeof lotRefusals)[number]>> {
  const drawer = scope.actor.personId ?? forbidden();
  const election = await holdElection(tx, scope, input.electionId);
  const fault = whyNot(election.state, "draw_lot");
  if (fault) return fault;
  const { tie, lotDue } = standingOf(await countedRounds(tx, scope.alliance.id, election.id));
  const round = await latestRound(tx, election.id);
  if (!tie || !lotDue || !round) return refuse("lot-not-due");
  const winners = [...new Set(input.winners)];
  const tied = winners.every((id) => tie.candidateIds.includes(id));
  if (!tied || winners.length !== tie.seats) return refuse("lot-winners", { count: tie.seats });
  const witnesses = [...new Set(input.witnesses)];
  if (!sawIt(round, witnesses, peopleOf(election, tie.candidateIds))) {
    return refuse("lot-witnesses");
  }
  const lot: Lot = { winners, witnesses, at: scope.now.toISOString() };
  await tx.electionRound.update({
    where: { id: round.id },
    data: { lot: asJson(lot), lotDrawnById: drawer },
  });
  const { version } = input;
  const details = { roundId: round.id, winners, witnesses };
  return accept(await moveElection(tx, scope, election, { act: "draw_lot", version, details }));
}

export const witnessRefusals = ["wrong-state", "lot-not-recorded", "second-person-needed"] as const;

/**
 * The second person: somebody of the secretariat who did not record it, or one of the two electors who saw it. The version
 * says which record is confirmed.
 */
export async function witnessLot(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof electionInput>,
): Promise<Stepped<(typeof witnessRefusals)[number]>> {
  const witness = scope.actor.personId ?? forbidden();
  const election = await holdElection(tx, scope, input.electionId);
  const round = await latestRound(tx, election.id);
  const lot = round?.lot as Lot | null | undefined;
  const saw = round?.electors.some(
    ({ seatId, personId }) => personId === witness && lot?.witnesses.includes(seatId),
  );
  if (!scope.reach.whole && !saw) forbidden();
  const fault = whyNot(election.state, "witness_lot");
  if (fault) return fault;
  if (!round || !lot || !round.lotDrawnById || round.lotWitnessedById) {
    return refuse("lot-not-recorded");
  }
  const tied = peopleOf(election, lot.winners).has(witness);
  if (round.lotDrawnById === witness || tied) return refuse("second-person-needed");
  await tx.electionRound.update({
    where: { id: round.id },
    data: { lotWitnessedById: witness },
  });
  const { version } = input;
  const details = { roundId: round.id, winners: lot.winners };
  return accept(await moveElection(tx, scope, election, { act: "witness_lot", version, details }));
}
