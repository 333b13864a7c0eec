import type { z } from "zod";
import {
  type AppointRefusal,
  appointRefusals,
  appointToSeat,
} from "@/lib/features/bodies/commands/appoint";
import { endHolding } from "@/lib/features/bodies/commands/end-seat";
import { takeNumber } from "@/lib/features/bodies/commands/take-number";
import { openTerm } from "@/lib/features/bodies/commands/terms";
import { addDays, type Day, dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { countedRounds } from "../queries/rounds";
import { standingOf } from "../rules/count";
import type { electionInput, stepOutput } from "../schema";
import { type HeldElection, holdElection, moveElection, whyNot } from "./hold";

export const fillRefusals = [
  "wrong-state",
  "objections-open",
  "objections-running",
  "term-too-short",
  "term-overlaps",
  "holding-ended",
  "holding-not-begun",
  ...appointRefusals,
] as const;
type FillRefusal = (typeof fillRefusals)[number];

/** Until the end of the last day somebody may still object; what was raised has to be answered. */
async function whyNotYet(tx: Tx, scope: TenantScope, election: HeldElection) {
  const until = election.objectionUntil ? dayOf(election.objectionUntil) : scope.today;
  if (scope.today <= until) return refuse("objections-running", { day: until });
  const open = await tx.electionObjection.count({
    where: { electionId: election.id, state: "open" },
  });
  return open > 0 ? refuse("objections-open", { count: open }) : undefined;
}

/** The term that the winners sit in: the running one, or the next, which begins no earlier than today. */
async function termOf(
  tx: Tx,
  scope: TenantScope,
  election: HeldElection,
  from: Day,
): Promise<Result<string, "term-too-short" | "term-overlaps">> {
  if (election.termId) return accept(election.termId);
  const given = { bodyId: election.bodyId, startsOn: from, endsOn: dayOf(election.endsOn) };
  const term = await openTerm(tx, scope, given);
  return term.ok ? accept(term.value.id) : term;
}

/** Whoever sat there until now leaves the evening before; a new term begins with all its seats of this election. */
async function clearSeat(
  tx: Tx,
  scope: TenantScope,
  seatId: string,
  from: Day,
): Promise<Result<unknown, "holding-ended" | "holding-not-begun">> {
  const sitting = await tx.seatHolding.findFirst({
    where: {
      allianceId: scope.alliance.id,
      seatId,
      validFrom: { lt: dateOf(from) },
      OR: [{ validTo: null }, { validTo: { gte: dateOf(from) } }],
    },
    select: { id: true },
  });
  if (!sitting) return accept(undefined);
  const lastDay = addDays(from, -1);
  return endHolding(tx, scope, { holdingId: sitting.id, lastDay, reason: "term" });
}

type Winner = {
  seatId: string;
  candidateId: string;
  membershipId: string | null;
  personId: string | null;
};

/** The most marks take the lowest numbers: the order of the declaration. */
function winnersOf(election: HeldElection, elected: readonly string[]): Winner[] {
  const seats = election.seats.map(({ seat }) => seat).sort((a, b) => a.number - b.number);
  return elected.flatMap((candidateId, index) => {
    const candidate = election.candidates.find(({ id }) => id === candidateId);
    const seat = seats[index];
    return candidate && seat
      ? [
          {
            seatId: seat.id,
            candidateId,
            membershipId: candidate.membershipId,
            personId: candidate.personId,
          },
        ]
      : [];
  });
}

/**
 * After the objections the winners become holders of the seats and the new term begins; each has an appointment letter
 * with its number (聘书). Seats that nobody won stay vacant.
 */
export async function fillSeats(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof electionInput>,
): Promise<Result<z.input<typeof stepOutput>, FillRefusal>> {
  const election = await holdElection(tx, scope, input.electionId);
  const fault = whyNot(election.state, "fill") ?? (await whyNotYet(tx, scope, election));
  if (fault) return fault;
  const planned = dayOf(election.startsOn);
  const from = planned < scope.today ? scope.today : planned;
  const { elected } = standingOf(await countedRounds(tx, scope.alliance.id, election.id));
  for (const { seat } of election.termId ? [] : election.seats) {
    const cleared = await clearSeat(tx, scope, seat.id, from);
    if (!cleared.ok) return cleared;
  }
  const term = await termOf(tx, scope, election, from);
  if (!term.ok) return term;
  for (const winner of winnersOf(election, elected)) {
    const seated = await seatWinner(tx, scope, election.id, { winner, from, termId: term.value });
    if (!seated.ok) return seated;
  }
  const moved = await moveElection(tx, scope, election, {
    act: "fill",
    version: input.version,
    data: { termId: term.value },
    details: { termId: term.value, from, filled: elected.length, seats: election.seats.length },
  });
  return accept(moved);
}

async function seatWinner(
  tx: Tx,
  scope: TenantScope,
  electionId: string,
  { winner, from, termId }: { winner: Winner; from: Day; termId: string },
): Promise<Result<unknown, AppointRefusal>> {
  const allianceId = scope.alliance.id;
  const { seatId, candidateId } = winner;
  const seated = await appointToSeat(tx, scope, {
    seatId,
    membershipId: winner.membershipId ?? undefined,
    personId: winner.personId ?? undefined,
    from,
    notBefore: scope.today,
    termId,
  });
  if (!seated.ok) return seated;
  const year = Number(from.slice(0, 4));
  const letterNumber = await takeNumber(tx, { allianceId, name: "appointment", year });
  await tx.electionWinner.create({
    data: {
      allianceId,
      electionId,
      seatId,
      candidateId,
      holdingId: seated.value.holdingId,
      letterYear: year,
      letterNumber,
    },
  });
  return seated;
}
