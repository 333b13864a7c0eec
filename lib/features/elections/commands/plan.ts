import type { z } from "zod";
import { lockBody } from "@/lib/features/bodies/commands/terms";
import { termsOf } from "@/lib/features/bodies/queries/seats";
import { lastDayOf, termOn } from "@/lib/features/bodies/rules/seats";
import { type Day, dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { planInput, stepOutput } from "../schema";

export const planRefusals = [
  "retroactive",
  "seat-not-of-body",
  "seats-of-two-kinds",
  "seat-in-election",
  "marks-above-seats",
  "term-too-short",
  "term-overlaps",
  "no-term",
  "seat-filled",
  "approval-share",
  "body-dissolved",
] as const;
type PlanRefusal = (typeof planRefusals)[number];
type Input = z.output<typeof planInput>;

/** 换届 or 补选: which seats, by whom, by which rules. From here on the rules stand. */
export async function planElection(
  tx: Tx,
  scope: TenantScope,
  input: Input,
): Promise<Result<z.input<typeof stepOutput>, PlanRefusal>> {
  const allianceId = scope.alliance.id;
  await lockBody(tx, scope, input.bodyId);
  const elects = input.electorBodyId ?? input.bodyId;
  for (const id of new Set([input.bodyId, elects])) {
    if (await isDissolved(tx, scope, id)) return refuse("body-dissolved");
  }
  const fault = whyNotMarks(input) ?? (await whyNotSeats(tx, scope, input));
  if (fault) return fault;
  const term = await termFor(tx, scope, input);
  if (!term.ok) return term;
  const election = await tx.election.create({
    data: {
      allianceId,
      bodyId: input.bodyId,
      electorBodyId: input.electorBodyId ?? input.bodyId,
      title: input.title,
      contest: input.contest,
      minMarks: input.minMarks,
      maxMarks: input.maxMarks,
      approvalNum: input.approvalNum,
      approvalDen: input.approvalDen,
      approvalCmp: input.approvalCmp,
      termId: term.value.id,
      startsOn: dateOf(input.startsOn),
      endsOn: dateOf(term.value.endsOn),
      objectionDays: input.objectionDays,
      stateSince: scope.now,
      createdAt: scope.now,
      createdById: scope.actor.userId,
    },
    select: { id: true },
  });
  await tx.electionSeat.createMany({
    data: input.seatIds.map((seatId) => ({ allianceId, electionId: election.id, seatId })),
  });
  await scope.audit({
    action: "election.plan",
    subjectType: "election",
    subjectId: election.id,
    details: { bodyId: input.bodyId, seats: input.seatIds.length, byElection: input.byElection },
  });
  return accept({ id: election.id, state: "planned", version: 1 });
}

async function isDissolved(tx: Tx, scope: TenantScope, id: string): Promise<boolean> {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id } };
  const select = { dissolvedOn: true } as const;
  const body = (await tx.governanceBody.findUnique({ where, select })) ?? notFound();
  return body.dissolvedOn !== null && dayOf(body.dissolvedOn) < scope.today;
}

function whyNotMarks(input: Input) {
  const seats = input.seatIds.length;
  if (input.maxMarks < 1 || input.maxMarks > seats || input.minMarks > input.maxMarks) {
    return refuse("marks-above-seats", { seats });
  }
  const share = input.approvalNum > 0 && input.approvalNum <= input.approvalDen;
  return share ? undefined : refuse("approval-share");
}

/** All of one body and one kind of holder, and none of them in another election that is not over. */
async function whyNotSeats(tx: Tx, scope: TenantScope, { bodyId, seatIds }: Input) {
  const rows = await tx.$queryRaw<{ number: number; unit: boolean; busy: boolean }[]>`
    SELECT s.number, s.basis = 'unit' AS unit, EXISTS (SELECT 1 FROM election_seats x JOIN elections e ON e.id = x.election_id
      WHERE x.seat_id = s.id AND e.state NOT IN ('filled', 'cancelled')) AS busy
    FROM seats s WHERE s.alliance_id = ${scope.alliance.id}::uuid AND s.body_id = ${bodyId}::uuid
      AND s.id = ANY(${seatIds}::uuid[])`;
  if (rows.length !== seatIds.length) return refuse("seat-not-of-body");
  if (new Set(rows.map(({ unit }) => unit)).size > 1) return refuse("seats-of-two-kinds");
  const busy = rows.find((row) => row.busy);
  return busy ? refuse("seat-in-election", { number: busy.number }) : undefined;
}

type TermRefusal = "retroactive" | "term-too-short" | "term-overlaps" | "no-term" | "seat-filled";

async function termFor(
  tx: Tx,
  scope: TenantScope,
  input: Input,
): Promise<Result<{ id: string | null; endsOn: Day }, TermRefusal>> {
  const { bodyId, startsOn } = input;
  if (startsOn < scope.today) return refuse("retroactive", { day: scope.today });
  const terms = await termsOf(tx, scope.alliance.id, bodyId);
  if (input.byElection) {
    const running = termOn(terms, startsOn);
    if (!running) return refuse("no-term");
    const taken = await takenSeat(tx, input);
    if (taken !== undefined) return refuse("seat-filled", { number: taken });
    return accept({ id: running.id, endsOn: lastDayOf(running) });
  }
  const [latest] = terms;
  if (latest && lastDayOf(latest) >= startsOn) {
    return refuse("term-overlaps", { day: lastDayOf(latest) });
  }
  if (!input.endsOn || input.endsOn <= startsOn) return refuse("term-too-short");
  return accept({ id: null, endsOn: input.endsOn });
}

async function takenSeat(tx: Tx, { seatIds, startsOn }: Input): Promise<number | undefined> {
  const rows = await tx.$queryRaw<{ number: number }[]>`
    SELECT s.number FROM seats s JOIN seat_holdings h ON h.seat_id = s.id
    WHERE s.id = ANY(${seatIds}::uuid[]) AND coalesce(h.valid_to, 'infinity') >= ${startsOn}::date ORDER BY s.number LIMIT 1`;
  return rows[0]?.number;
}
