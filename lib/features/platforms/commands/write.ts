import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { mayAnswerFor, mayStepPlatform } from "../policy";
import { known, type OpenPlatform, openForEdit, openPlatform } from "../queries/facts";
import { platformMayBecome } from "../rules/states";
import type {
  answerPlatformInput,
  createPlatformInput,
  platformChanged,
  stepPlatformInput,
  updatePlatformInput,
} from "../schema/platforms";
import { settleBookings } from "./settle-bookings";

export type Changed = z.input<typeof platformChanged>;
type Details = z.output<typeof createPlatformInput>;

const columnsOf = (given: Omit<Details, "parties">) => ({
  name: given.name,
  kind: given.kind,
  hostId: given.hostId ?? null,
  collegeId: given.collegeId ?? null,
  place: given.place ?? null,
  shared: given.shared,
  summary: given.summary ?? null,
});

/** Writes over exactly the version that was read. */
export async function raise(
  tx: Tx,
  platform: OpenPlatform,
  data: Parameters<Tx["platform"]["updateMany"]>[0]["data"] = {},
): Promise<Changed> {
  const { count } = await tx.platform.updateMany({
    where: { id: platform.id, state: platform.state, version: platform.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  return { id: platform.id, version: platform.version + 1 };
}

const isTaken = async (tx: Tx, scope: TenantScope, name: string, but?: string) =>
  (await tx.platform.count({
    where: { allianceId: scope.alliance.id, name, ...(but && { id: { not: but } }) },
  })) > 0;

/** Whose platform it is: the caller's own organization, or the one that the secretariat names. */
function hostOf(scope: TenantScope, hostId: string | undefined): string | undefined {
  const [own] = scope.reach.organizationIds;
  const chosen = hostId ?? (scope.reach.whole ? undefined : own);
  return reaches(scope.reach, chosen ?? null) ? chosen : forbidden();
}

/** Applies for a platform; its parties are asked to confirm. */
export async function createPlatform(
  tx: Tx,
  scope: TenantScope,
  input: Details,
): Promise<Result<Changed, "platform-name-taken">> {
  const hostId = hostOf(scope, input.hostId);
  const { parties, ...details } = input;
  const organizationIds = [hostId, ...parties.map(({ organizationId }) => organizationId)];
  await known(tx, scope, { organizationIds, collegeId: input.collegeId });
  if (await isTaken(tx, scope, input.name)) {
    return refuse("platform-name-taken", { name: input.name });
  }
  const { id, version } = await tx.platform.create({
    data: {
      ...columnsOf({ ...details, hostId }),
      allianceId: scope.alliance.id,
      state: "applied",
      stateSince: scope.now,
      createdAt: scope.now,
    },
  });
  await tx.platformParty.createMany({
    data: parties.map(({ duty, ...party }) => ({
      ...party,
      duty: duty ?? null,
      allianceId: scope.alliance.id,
      platformId: id,
    })),
  });
  await tx.platformEvent.create({
    data: eventOf(scope, id, { state: "applied", on: scope.today }),
  });
  await scope.audit({
    action: "platform.create",
    subjectType: "platform",
    subjectId: id,
    details: { name: input.name, kind: input.kind, hostId: hostId ?? null },
  });
  return accept({ id, version });
}

const eventOf = (
  scope: TenantScope,
  platformId: string,
  event: { state: OpenPlatform["state"]; on: string; note?: string | undefined },
) => ({
  allianceId: scope.alliance.id,
  platformId,
  state: event.state,
  on: dateOf(event.on),
  note: event.note ?? null,
  recordedById: scope.actor.userId,
  createdAt: scope.now,
});

export async function updatePlatform(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof updatePlatformInput>,
): Promise<Result<Changed, "platform-name-taken">> {
  const platform = await openForEdit(tx, scope, input);
  const hostId = hostOf(scope, input.hostId);
  await known(tx, scope, { organizationIds: [hostId], collegeId: input.collegeId });
  if (await isTaken(tx, scope, input.name, platform.id)) {
    return refuse("platform-name-taken", { name: input.name });
  }
  const changed = await raise(tx, platform, columnsOf({ ...input, hostId }));
  await scope.audit({
    action: "platform.update",
    subjectType: "platform",
    subjectId: platform.id,
    details: { name: [platform.name, input.name] },
  });
  return accept(changed);
}

/** A party says whether it takes part. The same answer again changes nothing. */
export async function answerPlatform(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof answerPlatformInput>,
): Promise<Result<Changed, "party-already-answered">> {
  const platform = await openPlatform(tx, scope, input);
  const { organizationId } = input;
  const party = await tx.platformParty.findUnique({
    where: { platformId_organizationId: { platformId: platform.id, organizationId } },
  });
  if (!party) return notFound();
  if (!mayAnswerFor(scope, organizationId)) return forbidden();
  const state = input.answer === "confirm" ? "confirmed" : "declined";
  if (party.state === state) return accept({ id: platform.id, version: platform.version });
  if (party.state !== "pending") return refuse("party-already-answered");
  await tx.platformParty.update({
    where: { id: party.id },
    data: { state, answeredById: scope.actor.userId, answeredAt: scope.now },
  });
  await scope.audit({
    action: "platform.answer",
    subjectType: "platform",
    subjectId: platform.id,
    details: { organizationId, answer: input.answer },
  });
  return accept({ id: platform.id, version: platform.version });
}

export const stepRefusals = [
  "wrong-state",
  "day-in-future",
  "platform-needs-recognition",
  "bookings-stand",
] as const;

/**
 * One dated step in the life of a platform. Approved is what somebody has recognised; what pauses or closes says what becomes
 * of the bookings that stand.
 */
export async function stepPlatform(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof stepPlatformInput>,
): Promise<Result<Changed, (typeof stepRefusals)[number]>> {
  const platform = await openPlatform(tx, scope, input);
  const { to, on, note, bookings } = input;
  if (!platformMayBecome(platform.state, to)) return refuse("wrong-state");
  if (!mayStepPlatform(scope, platform, to)) return forbidden();
  if (on > scope.today) return refuse("day-in-future");
  if (to === "approved" && platform.level === null) return refuse("platform-needs-recognition");
  const settled = await settleBookings(tx, scope, platform.id, { to, bookings, note });
  if (!settled.ok) return settled;
  const changed = await raise(tx, platform, { state: to, stateSince: scope.now });
  await tx.platformEvent.create({
    data: eventOf(scope, platform.id, { state: to, on, note }),
  });
  await scope.audit({
    action: "platform.step",
    subjectType: "platform",
    subjectId: platform.id,
    details: { from: platform.state, to, on, bookingsCancelled: settled.value },
  });
  return accept(changed);
}
