import { grantByResolution } from "@/lib/features/alliances/commands/powers";
import type { AdmitRefusal } from "@/lib/features/applications/commands/admit";
import { admitOrAnnounce } from "@/lib/features/applications/commands/announce";
import { holdApplication, moveApplication } from "@/lib/features/applications/commands/move";
import { appointToSeat } from "@/lib/features/bodies/commands/appoint";
import { endHolding } from "@/lib/features/bodies/commands/end-seat";
import { knownPerson } from "@/lib/features/bodies/commands/persons";
import { extendTerm } from "@/lib/features/bodies/commands/terms";
import { adoptByResolution } from "@/lib/features/documents/commands/adopt";
import {
  changePosition,
  expelMember,
  resumeMembership,
  suspendMembership,
} from "@/lib/features/memberships/commands/by-resolution";
import { overrideExit } from "@/lib/features/memberships/commands/notice";
import { addDays, dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Adopted, EffectKind, EffectOf } from "../types";

/** Why a resolution cannot take effect; the whole decision is then not declared. */
export type EffectRefusal = AdmitRefusal | "effect-not-possible";

type Executor<K extends EffectKind> = (
  tx: Tx,
  scope: TenantScope,
  given: { effect: EffectOf<K>; resolution: Adopted },
) => Promise<Result<unknown, EffectRefusal>>;

const nothing = async () => accept(undefined);

/** An application that came to the vote without having been put on the agenda is put there first. */
const admit: Executor<"admit"> = async (tx, scope, { effect, resolution }) => {
  const found = await holdApplication(tx, scope, effect.applicationId);
  if (found.state === "recommended") {
    const put = await moveApplication(tx, scope, found, { step: "put_on_agenda" });
    if (!put.ok) return put;
  }
  const held = found.state === "recommended" ? await holdApplication(tx, scope, found.id) : found;
  return admitOrAnnounce(tx, scope, { held, resolution, position: effect.position });
};

/** What the feature refuses with is said as one thing here: the decision is not declared until its effect is possible. */
const orNot = <T>(done: Result<T>): Result<T, EffectRefusal> =>
  done.ok ? done : refuse("effect-not-possible", { why: done.reason });

const appoint: Executor<"appoint"> = async (tx, scope, { effect, resolution }) => {
  const { seatId, membershipId, personId, from } = effect;
  const person = personId ? (await knownPerson(tx, scope, personId)).id : undefined;
  const day = from < resolution.effectiveFrom ? resolution.effectiveFrom : from;
  const given = { seatId, membershipId, personId: person, from: day };
  const more = { notBefore: resolution.adoptedOn, resolutionId: resolution.id };
  return orNot(await appointToSeat(tx, scope, { ...given, ...more }));
};

const endSeat: Executor<"end_seat"> = async (tx, scope, { effect, resolution }) => {
  const lastDay = effect.on < resolution.adoptedOn ? resolution.adoptedOn : effect.on;
  const { holdingId, reason } = effect;
  return orNot(
    await endHolding(tx, scope, { holdingId, lastDay, reason, resolutionId: resolution.id }),
  );
};

const changeOfPosition: Executor<"change_position"> = async (tx, scope, { effect, resolution }) => {
  const { membershipId, position, keepSeats = false } = effect;
  return orNot(await changePosition(tx, scope, { membershipId, position, keepSeats, resolution }));
};

const suspend: Executor<"suspend"> = async (tx, scope, { effect, resolution }) => {
  const { membershipId, from, to } = effect;
  return orNot(await suspendMembership(tx, scope, { membershipId, from, to, resolution }));
};

const resume: Executor<"resume"> = async (tx, scope, { effect, resolution }) =>
  orNot(await resumeMembership(tx, scope, { membershipId: effect.membershipId, resolution }));

/** 除名 takes the special majority: a motion under any other class of matters cannot expel (domain 3.3). */
const expel: Executor<"expel"> = async (tx, scope, { effect, resolution }) => {
  const motion = await tx.motion.findFirst({
    where: { allianceId: scope.alliance.id, resolution: { id: resolution.id } },
    select: { matter: true },
  });
  if (motion?.matter !== "special") return refuse("effect-not-possible", { why: "special" });
  return orNot(await expelMember(tx, scope, { membershipId: effect.membershipId, resolution }));
};

/** Days after which what an ended member left open is looked at again. */
const AFTERMATH_DAYS = 30;

/** The open items become tasks of the resolution, with the person who carried it out. */
const endInSpite: Executor<"end_in_spite"> = async (tx, scope, { effect, resolution }) => {
  const { membershipId } = effect;
  const open = await overrideExit(tx, scope, { membershipId, resolutionId: resolution.id });
  const { personId } = scope.actor;
  if (!open.ok || !personId) return refuse("effect-not-possible");
  const membership = await tx.membership.findUniqueOrThrow({
    where: { id: membershipId },
    select: { organizationId: true },
  });
  await tx.task.createMany({
    data: open.value.map(({ title }) => ({
      allianceId: scope.alliance.id,
      resolutionId: resolution.id,
      title: title.slice(0, 200),
      organizationId: membership.organizationId,
      personId,
      dueOn: dateOf(addDays(scope.today, AFTERMATH_DAYS)),
      createdById: scope.actor.userId,
    })),
  });
  return accept(undefined);
};

const extend: Executor<"extend_term"> = async (tx, scope, { effect, resolution }) => {
  const { termId, until } = effect;
  return orNot(await extendTerm(tx, scope, { termId, until, resolutionId: resolution.id }));
};

const adoptDocument: Executor<"adopt_document"> = async (tx, scope, { effect, resolution }) => {
  const { adoptedOn, effectiveFrom } = resolution;
  const { documentId } = effect;
  const given = { documentId, resolutionId: resolution.id, adoptedOn, effectiveFrom };
  return orNot(await adoptByResolution(tx, scope, given));
};

const grantPower: Executor<"grant_power"> = async (tx, scope, { effect, resolution }) => {
  const { id: resolutionId, effectiveFrom } = resolution;
  return orNot(
    await grantByResolution(tx, scope, { powerId: effect.powerId, resolutionId, effectiveFrom }),
  );
};

const executors: { [K in EffectKind]: Executor<K> } = {
  none: nothing,
  admit,
  appoint,
  end_seat: endSeat,
  adopt_document: adoptDocument,
  change_position: changeOfPosition,
  suspend,
  resume,
  expel,
  end_in_spite: endInSpite,
  extend_term: extend,
  grant_power: grantPower,
};

/** Lets a resolution take effect, in the transaction that adopts it. */
export function execute<K extends EffectKind>(
  tx: Tx,
  scope: TenantScope,
  given: { effect: EffectOf<K> & { kind: K }; resolution: Adopted },
): Promise<Result<unknown, EffectRefusal>> {
  return executors[given.effect.kind](tx, scope, given);
}
