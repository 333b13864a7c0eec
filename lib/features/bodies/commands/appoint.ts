import type { z } from "zod";
import { memberPositions } from "@/lib/features/memberships/types";
import { type Day, dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { readComposition } from "../queries/composition";
import { lastDayOf, termOn } from "../rules/seats";
import type { appointInput, appointOutput } from "../schema/seats";
import { lockSeat, membershipOf, personOf } from "./persons";

export const appointRefusals = [
  "retroactive",
  "no-term",
  "term-expired",
  "seat-filled",
  "holder-missing",
  "not-a-member-then",
  "member-suspended",
  "position-too-low",
] as const;
export type AppointRefusal = (typeof appointRefusals)[number];

type Appointment = {
  seatId: string;
  membershipId?: string | undefined;
  personId?: string | undefined;
  from: Day;
  /** No earlier day: today, or the day of the resolution. */
  notBefore: Day;
  resolutionId?: string | undefined;
  /** A new term that begins with the appointment; otherwise the one that runs on the day. */
  termId?: string | undefined;
};

/**
 * Puts a holder into a vacant seat from a day on. Never for the past (security matrix, rows 23 and 25), never two at one
 * time (I-13), and only within a term.
 */
export async function appointToSeat(
  tx: Tx,
  scope: TenantScope,
  given: Appointment,
): Promise<Result<{ holdingId: string; bodyId: string }, AppointRefusal>> {
  const { seatId, membershipId, personId, from } = given;
  const allianceId = scope.alliance.id;
  const seat = await lockSeat(tx, scope, seatId);
  if (from < given.notBefore) return refuse("retroactive", { day: given.notBefore });
  if (!membershipId && (seat.basis === "unit" || !personId)) return refuse("holder-missing");
  const term = given.termId ? accept(given.termId) : await termFor(tx, seat.bodyId, from);
  if (!term.ok) return term;
  if (membershipId) {
    const refusal = await whyNotMember(tx, scope, { membershipId, from, tiedTo: seat.tiedTo });
    if (refusal) return refusal;
  }
  const taken = await tx.seatHolding.findFirst({
    where: { allianceId, seatId, OR: [{ validTo: null }, { validTo: { gte: dateOf(from) } }] },
  });
  if (taken) return refuse("seat-filled", { number: seat.number });
  const holding = await tx.seatHolding.create({
    data: {
      allianceId,
      seatId,
      termId: term.value,
      membershipId: membershipId ?? null,
      personId: personId ?? null,
      validFrom: dateOf(from),
      resolutionId: given.resolutionId ?? null,
    },
    select: { id: true },
  });
  await scope.audit({
    action: "seat.appoint",
    subjectType: "seat",
    subjectId: seatId,
    details: {
      holdingId: holding.id,
      membershipId: membershipId ?? null,
      from,
      resolutionId: given.resolutionId ?? null,
    },
  });
  return accept({ holdingId: holding.id, bodyId: seat.bodyId });
}

async function termFor(
  tx: Tx,
  bodyId: string,
  from: Day,
): Promise<Result<string, "no-term" | "term-expired">> {
  const rows = await tx.term.findMany({ where: { bodyId }, orderBy: { ordinal: "desc" } });
  const terms = rows.map((row) => ({
    ...row,
    startsOn: dayOf(row.startsOn),
    endsOn: dayOf(row.endsOn),
    extendedTo: row.extendedTo ? dayOf(row.extendedTo) : null,
  }));
  const running = termOn(terms, from);
  if (running) return accept(running.id);
  const [latest] = terms;
  return latest && lastDayOf(latest) < from
    ? refuse("term-expired", { day: lastDayOf(latest) })
    : refuse("no-term");
}

type Candidate = { membershipId: string; from: Day; tiedTo: string | null };

/** A member on the day, not suspended (guard 4: no candidacy), and of the position that the seat belongs to. */
export async function whyNotMember(tx: Tx, scope: TenantScope, candidate: Candidate) {
  const { membershipId, from, tiedTo } = candidate;
  const rows = await tx.$queryRaw<{ position: string; suspended: boolean }[]>`
    SELECT p.position::text AS position, EXISTS (SELECT 1 FROM membership_suspensions s
      WHERE s.membership_id = p.membership_id AND ${from}::date BETWEEN s.valid_from AND coalesce(s.valid_to, 'infinity')) AS suspended
    FROM membership_periods p WHERE p.alliance_id = ${scope.alliance.id}::uuid AND p.membership_id = ${membershipId}::uuid
      AND ${from}::date BETWEEN p.valid_from AND coalesce(p.valid_to, 'infinity')`;
  const [found] = rows;
  if (!found) return refuse("not-a-member-then", { day: from });
  if (found.suspended) return refuse("member-suspended");
  const ranks: readonly string[] = memberPositions;
  const rank = (position: string) => ranks.indexOf(position);
  return tiedTo !== null && rank(found.position) > rank(tiedTo)
    ? refuse("position-too-low")
    : undefined;
}

/** The secretariat's own appointment: from today on, or later. */
export async function appoint(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof appointInput>,
): Promise<Result<z.input<typeof appointOutput>, AppointRefusal>> {
  const personId = await personOf(tx, scope, input);
  const { seatId, from } = input;
  const membershipId = await membershipOf(tx, scope, input, from);
  const given = { seatId, membershipId, personId, from, notBefore: scope.today };
  const done = await appointToSeat(tx, scope, given);
  if (!done.ok) return done;
  const composition = await readComposition(tx, scope.alliance.id, from, done.value.bodyId);
  const warnings = composition.map(({ finding }) => finding).filter(({ holds }) => !holds);
  return accept({ holdingId: done.value.holdingId, warnings });
}
