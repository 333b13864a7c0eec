import type { z } from "zod";
import { takeNumber } from "@/lib/features/bodies/commands/take-number";
import { addDays, dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { isMemberFrom, lastMembershipNumber, noticeDays } from "../queries/membership";
import { canStep } from "../rules";
import type { admitInput, admitOutput } from "../schema";
import { type RequestablePosition, requestablePositions } from "../types";
import { type Held, holdApplication, moveApplication } from "./move";

export type AdmitRefusal = "wrong-state" | "already-member" | "not-in-register";
export type NoticeRefusal = "notice-first" | "notice-running";

type Decided = {
  id: string;
  effectiveFrom: string;
  matter: string;
  outcome: string;
  forThis: boolean;
  /** It was repealed, or another one took its place: it admits nobody any more. */
  over: boolean;
};

/** The resolution with the motion it came from; another alliance's is not found. */
export async function findResolution(
  tx: Tx,
  scope: TenantScope,
  id: string,
  applicationId: string,
) {
  const rows = await tx.$queryRaw<Decided[]>`
    SELECT r.id, r.effective_from::text AS "effectiveFrom", m.matter::text AS matter, m.outcome::text AS outcome,
      i.application_id IS NOT DISTINCT FROM ${applicationId}::uuid AS "forThis",
      EXISTS (SELECT 1 FROM resolution_events e WHERE e.alliance_id = r.alliance_id AND e.resolution_id = r.id
        AND e.kind IN ('repealed', 'superseded')) AS over
    FROM resolutions r
    JOIN motions m ON m.alliance_id = r.alliance_id AND m.id = r.motion_id
    JOIN agenda_items i ON i.alliance_id = m.alliance_id AND i.id = m.agenda_item_id
    WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.id = ${id}::uuid`;
  return rows[0] ?? notFound();
}

const positionOf = (held: Held): RequestablePosition =>
  requestablePositions.find((position) => position === held.requestedPosition) ?? "member_unit";

type Admission = {
  held: Held;
  resolution: { id: string; effectiveFrom: string };
  position?: RequestablePosition | undefined;
  version?: number;
};
type Admitted<R extends string = never> = Result<z.output<typeof admitOutput>, AdmitRefusal | R>;

/**
 * The admission takes effect from the resolution: membership, its first period, the event, and the application, in one
 * transaction. There is no other way to become a member by application.
 */
export async function admitByResolution(
  tx: Tx,
  scope: TenantScope,
  given: Admission,
): Promise<Admitted> {
  const { held, resolution } = given;
  const allianceId = scope.alliance.id;
  if (!canStep(held.state, "admit")) return refuse("wrong-state");
  if (!held.organizationId) return refuse("not-in-register");
  if (await isMemberFrom(tx, allianceId, held.organizationId, resolution.effectiveFrom)) {
    return refuse("already-member");
  }
  const membership = await openMembership(tx, scope, given, held.organizationId);
  const moved = await moveApplication(tx, scope, held, {
    step: "admit",
    ...(given.version !== undefined && { version: given.version }),
    changes: { resolutionId: resolution.id, membershipId: membership.id },
    details: { resolutionId: resolution.id, membershipId: membership.id },
  });
  if (!moved.ok) return moved;
  return accept({ ...moved.value, membershipId: membership.id, number: membership.number });
}

async function openMembership(
  tx: Tx,
  scope: TenantScope,
  { held, resolution, position }: Admission,
  organizationId: string,
) {
  const allianceId = scope.alliance.id;
  const after = await lastMembershipNumber(tx, allianceId);
  const number = await takeNumber(tx, { allianceId, name: "membership", after });
  const membership = await tx.membership.create({
    data: { allianceId, organizationId, number, createdAt: scope.now },
    select: { id: true, number: true },
  });
  const common = { allianceId, membershipId: membership.id };
  const from = dateOf(resolution.effectiveFrom);
  await tx.membershipPeriod.create({
    data: {
      ...common,
      position: position ?? positionOf(held),
      validFrom: from,
      openedByResolutionId: resolution.id,
    },
  });
  await tx.membershipEvent.create({
    data: {
      ...common,
      kind: "admitted",
      effectiveOn: from,
      resolutionId: resolution.id,
      createdById: scope.actor.userId,
      createdAt: scope.now,
    },
  });
  await scope.audit({
    action: "membership.admit",
    subjectType: "membership",
    subjectId: membership.id,
    details: {
      number,
      organizationId,
      resolutionId: resolution.id,
      from: resolution.effectiveFrom,
    },
  });
  return membership;
}

/**
 * Where the rule asks for a public notice, the admission takes effect on the day after its last one and not before; the
 * notice was about this very resolution.
 */
async function afterNotice(
  tx: Tx,
  scope: TenantScope,
  held: Held,
  resolution: { id: string; effectiveFrom: string },
): Promise<Result<{ id: string; effectiveFrom: string }, NoticeRefusal>> {
  if (held.state !== "public_notice") {
    const days = await noticeDays(tx, scope, resolution.id);
    return days > 0 && held.state === "on_agenda" ? refuse("notice-first") : accept(resolution);
  }
  const until = held.noticeUntil ? dayOf(held.noticeUntil) : scope.today;
  if (until >= scope.today || held.resolutionId !== resolution.id) {
    return refuse("notice-running", { day: until });
  }
  const after = addDays(until, 1);
  const effectiveFrom = after > resolution.effectiveFrom ? after : resolution.effectiveFrom;
  return accept({ id: resolution.id, effectiveFrom });
}

/** One click on the application or the meeting: the carried resolution about this application takes effect. */
export async function admitApplication(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof admitInput>,
): Promise<Admitted<"resolution-not-for-application" | "resolution-repealed" | NoticeRefusal>> {
  const held = await holdApplication(tx, scope, input.applicationId);
  const resolution = await findResolution(tx, scope, input.resolutionId, held.id);
  const fits =
    resolution.forThis && resolution.matter === "membership" && resolution.outcome === "carried";
  if (!fits) return refuse("resolution-not-for-application");
  if (resolution.over) return refuse("resolution-repealed");
  const due = await afterNotice(tx, scope, held, resolution);
  if (!due.ok) return due;
  return admitByResolution(tx, scope, {
    held,
    resolution: due.value,
    position: input.position,
    version: input.version,
  });
}
