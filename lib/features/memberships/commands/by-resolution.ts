import { addDays, type Day, dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { MembershipEventKind } from "@/prisma/generated/enums";
import { type MemberPosition, memberPositions } from "../types";
import { lockMembership } from "./change-representative";
import { endMembership, endSeats } from "./end-membership";

/*
 * What a resolution does to a membership. Each runs in the transaction that adopts the resolution and points to it:
 * there is no other way to change a position, to suspend, to resume or to expel.
 */
type Decision = { id: string; effectiveFrom: Day };
export type LifeRefusal =
  | "membership-ended"
  | "position-unchanged"
  | "already-suspended"
  | "not-suspended";

type Note = { membershipId: string; kind: MembershipEventKind; on: Day; resolutionId: string };

/** The event in the member's own history and the entry in the chain. */
async function note(tx: Tx, scope: TenantScope, { membershipId, kind, on, resolutionId }: Note) {
  await tx.membershipEvent.create({
    data: {
      allianceId: scope.alliance.id,
      membershipId,
      kind,
      effectiveOn: dateOf(on),
      resolutionId,
      createdById: scope.actor.userId,
      createdAt: scope.now,
    },
  });
}

async function periodCovering(tx: Tx, membershipId: string, on: Day) {
  const day = dateOf(on);
  return tx.membershipPeriod.findFirst({
    where: {
      membershipId,
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gte: day } }],
    },
  });
}

/** Positions above the one given; a seat tied to one of them is lost. */
const above = (position: MemberPosition): MemberPosition[] =>
  memberPositions.slice(0, memberPositions.indexOf(position));

type Change = {
  membershipId: string;
  position: MemberPosition;
  /** 至届满为止: seats tied to the old position are kept until the end of the term. */
  keepSeats: boolean;
  resolution: Decision;
};

/** Another position from the effective day on; seats tied to a higher one fall vacant with it (behaviour 4.1). */
export async function changePosition(
  tx: Tx,
  scope: TenantScope,
  { membershipId, position, keepSeats, resolution }: Change,
): Promise<Result<{ seatsEnded: number }, LifeRefusal>> {
  const from = resolution.effectiveFrom;
  await lockMembership(tx, scope, membershipId);
  const period = await periodCovering(tx, membershipId, from);
  if (!period) return refuse("membership-ended");
  if (period.position === position) return refuse("position-unchanged");
  await openPeriod(tx, scope, period, { position, resolution });
  const lastDay = addDays(from, -1);
  const tiedTo = above(position);
  const seatsEnded = keepSeats
    ? 0
    : await endSeats(tx, scope, { membershipId, lastDay, reason: "position_changed", tiedTo });
  await note(tx, scope, {
    membershipId,
    kind: "position_changed",
    on: from,
    resolutionId: resolution.id,
  });
  await scope.audit({
    action: "membership.change_position",
    subjectType: "membership",
    subjectId: membershipId,
    details: {
      from: period.position,
      to: position,
      on: from,
      resolutionId: resolution.id,
      seatsEnded,
    },
  });
  return accept({ seatsEnded });
}

type Period = { id: string; membershipId: string; validFrom: Date; validTo: Date | null };

/** A period that would have begun on the very day is replaced; an earlier one ends the day before. */
async function openPeriod(
  tx: Tx,
  scope: TenantScope,
  period: Period,
  { position, resolution }: { position: MemberPosition; resolution: Decision },
) {
  const from = resolution.effectiveFrom;
  if (dayOf(period.validFrom) === from) {
    await tx.membershipPeriod.update({
      where: { id: period.id },
      data: { position, openedByResolutionId: resolution.id },
    });
    return;
  }
  await tx.membershipPeriod.update({
    where: { id: period.id },
    data: { validTo: dateOf(addDays(from, -1)), closedByResolutionId: resolution.id },
  });
  await tx.membershipPeriod.create({
    data: {
      allianceId: scope.alliance.id,
      membershipId: period.membershipId,
      position,
      validFrom: dateOf(from),
      validTo: period.validTo,
      openedByResolutionId: resolution.id,
    },
  });
}

type Suspension = { membershipId: string; from: Day; to?: Day | undefined; resolution: Decision };

/** Takes vote and candidacy from a day on; the seats stay occupied, but not eligible (guard 4). */
export async function suspendMembership(
  tx: Tx,
  scope: TenantScope,
  { membershipId, from, to, resolution }: Suspension,
): Promise<Result<{ id: string }, LifeRefusal>> {
  await lockMembership(tx, scope, membershipId);
  const start = from < resolution.effectiveFrom ? resolution.effectiveFrom : from;
  if (!(await periodCovering(tx, membershipId, start))) return refuse("membership-ended");
  const overlapping = await tx.membershipSuspension.count({
    where: {
      membershipId,
      OR: [{ validTo: null }, { validTo: { gte: dateOf(start) } }],
      ...(to && { validFrom: { lte: dateOf(to) } }),
    },
  });
  if (overlapping > 0) return refuse("already-suspended");
  const created = await tx.membershipSuspension.create({
    data: {
      allianceId: scope.alliance.id,
      membershipId,
      validFrom: dateOf(start),
      validTo: to ? dateOf(to) : null,
      reason: "resolution",
    },
    select: { id: true },
  });
  await note(tx, scope, {
    membershipId,
    kind: "suspended",
    on: start,
    resolutionId: resolution.id,
  });
  await scope.audit({
    action: "membership.suspend",
    subjectType: "membership",
    subjectId: membershipId,
    details: { from: start, to: to ?? null, resolutionId: resolution.id },
  });
  return accept(created);
}

/** The suspension ends the day before; one that has not begun never does. */
export async function resumeMembership(
  tx: Tx,
  scope: TenantScope,
  { membershipId, resolution }: { membershipId: string; resolution: Decision },
): Promise<Result<{ id: string }, LifeRefusal>> {
  const from = resolution.effectiveFrom;
  await lockMembership(tx, scope, membershipId);
  const running = await tx.membershipSuspension.findFirst({
    where: { membershipId, OR: [{ validTo: null }, { validTo: { gte: dateOf(from) } }] },
    orderBy: { validFrom: "asc" },
  });
  if (!running) return refuse("not-suspended");
  if (dayOf(running.validFrom) >= from) {
    await tx.membershipSuspension.delete({ where: { id: running.id } });
  } else {
    await tx.membershipSuspension.update({
      where: { id: running.id },
      data: { validTo: dateOf(addDays(from, -1)) },
    });
  }
  await note(tx, scope, { membershipId, kind: "resumed", on: from, resolutionId: resolution.id });
  await scope.audit({
    action: "membership.resume",
    subjectType: "membership",
    subjectId: membershipId,
    details: { on: from, resolutionId: resolution.id },
  });
  return accept({ id: membershipId });
}

/** 除名: the membership lasts until the evening before the resolution takes effect … */
export async function expelMember(
  tx: Tx,
  scope: TenantScope,
  { membershipId, resolution }: { membershipId: string; resolution: Decision },
): Promise<Result<{ seatsEnded: number }, LifeRefusal>> {
  await lockMembership(tx, scope, membershipId);
  // … or, where it began no earlier, until the evening of that day: an end before its beginning would be no record.
  const lastDay = await lastDayBefore(tx, membershipId, resolution.effectiveFrom);
  return endMembership(tx, scope, {
    membershipId,
    lastDay,
    kind: "expelled",
    reason: "resolution",
    resolutionId: resolution.id,
  });
}

async function lastDayBefore(tx: Tx, membershipId: string, from: Day): Promise<Day> {
  const before = addDays(from, -1);
  return (await periodCovering(tx, membershipId, before)) ? before : from;
}
