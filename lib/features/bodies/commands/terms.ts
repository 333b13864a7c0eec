import type { z } from "zod";
import { type Day, dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { canExtend, lastDayOf } from "../rules/seats";
import type {
  addCompositionInput,
  addCompositionOutput,
  addSeatsInput,
  addSeatsOutput,
  endCompositionInput,
  openTermInput,
  openTermOutput,
} from "../schema/seats";

/** Two who change the seats or terms of one body wait for each other. */
export async function lockBody(tx: Tx, scope: TenantScope, bodyId: string): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM governance_bodies WHERE id = ${bodyId}::uuid AND alliance_id = ${scope.alliance.id}::uuid FOR UPDATE`;
  if (rows.length === 0) notFound();
}

const viewOf = (row: { startsOn: Date; endsOn: Date; extendedTo: Date | null }) => ({
  id: "",
  ordinal: 0,
  startsOn: dayOf(row.startsOn),
  endsOn: dayOf(row.endsOn),
  extendedTo: row.extendedTo ? dayOf(row.extendedTo) : null,
});

/** 第 N 届: the next term of a body. Terms follow each other and never overlap. */
export async function openTerm(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof openTermInput>,
): Promise<Result<z.input<typeof openTermOutput>, "term-too-short" | "term-overlaps">> {
  const { bodyId, startsOn, endsOn } = input;
  await lockBody(tx, scope, bodyId);
  if (endsOn <= startsOn) return refuse("term-too-short");
  const latest = await tx.term.findFirst({ where: { bodyId }, orderBy: { ordinal: "desc" } });
  if (latest && lastDayOf(viewOf(latest)) >= startsOn) {
    return refuse("term-overlaps", { day: lastDayOf(viewOf(latest)) });
  }
  const term = await tx.term.create({
    data: {
      allianceId: scope.alliance.id,
      bodyId,
      ordinal: (latest?.ordinal ?? 0) + 1,
      startsOn: dateOf(startsOn),
      endsOn: dateOf(endsOn),
    },
    select: { id: true, ordinal: true },
  });
  await scope.audit({
    action: "term.open",
    subjectType: "body",
    subjectId: bodyId,
    details: { termId: term.id, ordinal: term.ordinal, startsOn, endsOn },
  });
  return accept(term);
}

/** 延期, by a resolution only: once, a year at most. */
export async function extendTerm(
  tx: Tx,
  scope: TenantScope,
  given: { termId: string; until: Day; resolutionId: string },
): Promise<Result<{ id: string }, "term-not-extendable">> {
  const { termId, until, resolutionId } = given;
  const term = await tx.term.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: termId } },
  });
  if (!term) return notFound();
  await lockBody(tx, scope, term.bodyId);
  const following = await tx.term.count({
    where: { bodyId: term.bodyId, ordinal: { gt: term.ordinal } },
  });
  if (following > 0 || !canExtend(viewOf(term), until)) return refuse("term-not-extendable");
  const { count } = await tx.term.updateMany({
    where: { id: termId, allianceId: scope.alliance.id, extendedTo: null },
    data: { extendedTo: dateOf(until), extendedByResolutionId: resolutionId },
  });
  if (count === 0) return refuse("term-not-extendable");
  await scope.audit({
    action: "term.extend",
    subjectType: "body",
    subjectId: term.bodyId,
    details: { termId, until, resolutionId },
  });
  return accept({ id: termId });
}

/** Further seats of a body, numbered on. */
export async function addSeats(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof addSeatsInput>,
): Promise<Result<z.input<typeof addSeatsOutput>, never>> {
  const { bodyId, count, basis, position, voting } = input;
  await lockBody(tx, scope, bodyId);
  const last = await tx.seat.aggregate({ where: { bodyId }, _max: { number: true } });
  const first = (last._max.number ?? 0) + 1;
  const numbers = Array.from({ length: count }, (_, index) => first + index);
  await tx.seat.createMany({
    data: numbers.map((number) => ({
      allianceId: scope.alliance.id,
      bodyId,
      number,
      basis,
      position,
      voting,
      officeTitle: input.officeTitle ?? null,
      tiedTo: input.tiedTo ?? null,
    })),
  });
  await scope.audit({
    action: "seat.add",
    subjectType: "body",
    subjectId: bodyId,
    details: { first, count, basis, position, voting },
  });
  return accept({ bodyId, numbers });
}

/** What the charter says about who sits in the body. */
export async function addComposition(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof addCompositionInput>,
): Promise<Result<z.input<typeof addCompositionOutput>, never>> {
  const { bodyId, kind } = input;
  await lockBody(tx, scope, bodyId);
  const share = kind !== "odd";
  const rule = await tx.compositionRule.create({
    data: {
      allianceId: scope.alliance.id,
      bodyId,
      kind,
      kinds: kind.startsWith("kinds_") ? input.kinds : [],
      num: share ? (input.num ?? null) : null,
      den: share ? (input.den ?? null) : null,
      articleRef: input.articleRef ?? null,
      validFrom: dateOf(input.from),
    },
    select: { id: true },
  });
  await scope.audit({
    action: "composition.add",
    subjectType: "body",
    subjectId: bodyId,
    details: { ruleId: rule.id, kind, num: input.num ?? null, den: input.den ?? null },
  });
  return accept(rule);
}

/** A composition rule holds for the last time on a day. */
export async function endComposition(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof endCompositionInput>,
): Promise<Result<z.input<typeof addCompositionOutput>, "rule-ended">> {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: input.ruleId } };
  const found = (await tx.compositionRule.findUnique({ where })) ?? notFound();
  const lastDay = dateOf(input.lastDay);
  const { count } = await tx.compositionRule.updateMany({
    where: {
      id: found.id,
      allianceId: scope.alliance.id,
      validTo: null,
      validFrom: { lte: lastDay },
    },
    data: { validTo: lastDay },
  });
  if (count === 0) return refuse("rule-ended");
  await scope.audit({
    action: "composition.end",
    subjectType: "body",
    subjectId: found.bodyId,
    details: { ruleId: found.id, lastDay: input.lastDay },
  });
  return accept({ id: found.id });
}
