import type { z } from "zod";
import { type Day, dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { exitItems } from "../queries/exit";
import type {
  endByNoticeOutput,
  exitOutput,
  exitStepInput,
  giveNoticeInput,
  recordNoticeInput,
} from "../schema/life";
import { lockMembership } from "./change-representative";
import { endMembership } from "./end-membership";

export async function isMemberOn(tx: Tx, membershipId: string, on: Day): Promise<boolean> {
  const day = dateOf(on);
  const covering = await tx.membershipPeriod.count({
    where: {
      membershipId,
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gte: day } }],
    },
  });
  return covering > 0;
}

export const noticeRefusals = [
  "membership-ended",
  "notice-already-given",
  "notice-dates",
  "letter-missing",
] as const;
type NoticeRefusal = (typeof noticeRefusals)[number];
type Notice = {
  membershipId: string;
  noticedOn: Day;
  lastDay: Day;
  reason: string;
  letterFileId?: string | undefined;
};

/** 退会通知. The member keeps its rights until the last day; the end itself needs a second person and a settled checklist. */
async function writeNotice(
  tx: Tx,
  scope: TenantScope,
  notice: Notice,
): Promise<Result<z.input<typeof exitOutput>, NoticeRefusal>> {
  const { membershipId, noticedOn, lastDay, reason } = notice;
  const allianceId = scope.alliance.id;
  const givenById = scope.actor.personId ?? forbidden();
  await lockMembership(tx, scope, membershipId);
  if (noticedOn > scope.today || lastDay < noticedOn || lastDay < scope.today) {
    return refuse("notice-dates");
  }
  if (!(await isMemberOn(tx, membershipId, scope.today))) return refuse("membership-ended");
  const { letterFileId } = notice;
  if (letterFileId && !(await tx.storedFile.count({ where: { allianceId, id: letterFileId } }))) {
    return refuse("letter-missing");
  }
  const dates = { noticedOn: dateOf(noticedOn), lastDay: dateOf(lastDay) };
  const more = { reason, letterFileId: letterFileId ?? null, givenById, createdAt: scope.now };
  const [created] = await tx.membershipExit.createManyAndReturn({
    data: [{ allianceId, membershipId, ...dates, ...more }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!created) return refuse("notice-already-given");
  await tx.membershipEvent.create({
    data: {
      allianceId,
      membershipId,
      kind: "notice_given",
      effectiveOn: dateOf(noticedOn),
      reason,
      createdById: scope.actor.userId,
      createdAt: scope.now,
    },
  });
  await scope.audit({
    action: "membership.give_notice",
    subjectType: "membership",
    subjectId: membershipId,
    details: { exitId: created.id, noticedOn, lastDay },
  });
  return accept({ id: created.id, membershipId, state: "open", version: 1 });
}

/** The member itself, in the portal. */
export async function giveNotice(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof giveNoticeInput>,
) {
  const membership = await tx.membership.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: input.membershipId } },
    select: { organizationId: true },
  });
  if (!membership) return notFound();
  if (!reaches(scope.reach, membership.organizationId)) return forbidden();
  return writeNotice(tx, scope, { ...input, noticedOn: scope.today });
}

/** A letter on paper, entered by the secretariat with its scan. */
export const recordNotice = (
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof recordNoticeInput>,
) => writeNotice(tx, scope, input);

async function holdExit(tx: Tx, scope: TenantScope, exitId: string) {
  const found = await tx.membershipExit.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: exitId } },
    include: { membership: { select: { organizationId: true } } },
  });
  return found ?? notFound();
}

type Move = {
  id: string;
  version: number;
  data: { state: "ended" | "revoked"; endedById?: string };
};

async function closeExit(tx: Tx, scope: TenantScope, { id, version, data }: Move): Promise<void> {
  const { count } = await tx.membershipExit.updateMany({
    where: { allianceId: scope.alliance.id, id, state: "open", version },
    data: { ...data, closedAt: scope.now, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
}

/** The member takes its notice back, as long as the membership has not been ended by it. */
export async function revokeNotice(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof exitStepInput>,
): Promise<Result<z.input<typeof exitOutput>, "wrong-state">> {
  const exit = await holdExit(tx, scope, input.exitId);
  if (!reaches(scope.reach, exit.membership.organizationId)) return forbidden();
  await lockMembership(tx, scope, exit.membershipId);
  if (exit.state !== "open") return refuse("wrong-state");
  await closeExit(tx, scope, { id: exit.id, version: input.version, data: { state: "revoked" } });
  await scope.audit({
    action: "membership.revoke_notice",
    subjectType: "membership",
    subjectId: exit.membershipId,
    details: { exitId: exit.id },
  });
  const { id, membershipId } = exit;
  return accept({ id, membershipId, state: "revoked", version: input.version + 1 });
}

/**
 * Ends the membership by its notice. Guard 3: not while the checklist has blocking items, unless a resolution says "in
 * spite of". Never in the past: settled late, it ends today.
 */
export async function endByNotice(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof exitStepInput>,
): Promise<
  Result<
    z.input<typeof endByNoticeOutput>,
    "wrong-state" | "second-person-needed" | "exit-blocked" | "membership-ended"
  >
> {
  const endedById = scope.actor.personId ?? forbidden();
  const exit = await holdExit(tx, scope, input.exitId);
  await lockMembership(tx, scope, exit.membershipId);
  if (exit.state !== "open") return refuse("wrong-state");
  if (exit.givenById === endedById) return refuse("second-person-needed");
  const items = await exitItems(tx, scope.alliance.id, exit.membershipId);
  const open = items.filter(({ blocking }) => blocking).length;
  if (open > 0 && exit.overrideResolutionId === null)
    return refuse("exit-blocked", { count: open });
  const wanted = dayOf(exit.lastDay);
  const lastDay = wanted < scope.today ? scope.today : wanted;
  const ended = await endMembership(tx, scope, {
    membershipId: exit.membershipId,
    lastDay,
    kind: "withdrawn",
    reason: exit.reason,
    resolutionId: exit.overrideResolutionId ?? undefined,
  });
  if (!ended.ok) return ended;
  const data = { state: "ended" as const, endedById };
  await closeExit(tx, scope, { id: exit.id, version: input.version, data });
  const { id, membershipId } = exit;
  return accept({
    ...ended.value,
    id,
    membershipId,
    state: "ended",
    version: input.version + 1,
    lastDay,
  });
}

/** By resolution: the membership may end in spite of what is open. Returns what was open, to become tasks. */
export async function overrideExit(
  tx: Tx,
  scope: TenantScope,
  given: { membershipId: string; resolutionId: string },
) {
  await lockMembership(tx, scope, given.membershipId);
  const { count } = await tx.membershipExit.updateMany({
    where: { allianceId: scope.alliance.id, membershipId: given.membershipId, state: "open" },
    data: { overrideResolutionId: given.resolutionId, version: { increment: 1 } },
  });
  if (count === 0) return refuse("wrong-state");
  await scope.audit({
    action: "membership.override_exit",
    subjectType: "membership",
    subjectId: given.membershipId,
    details: { resolutionId: given.resolutionId },
  });
  const items = await exitItems(tx, scope.alliance.id, given.membershipId);
  return accept(items.filter(({ blocking }) => blocking));
}
