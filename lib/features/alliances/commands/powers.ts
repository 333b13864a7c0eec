import type { z } from "zod";
import { type Day, dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { powerMayBecome } from "../rules/powers";
import type {
  powerChanged,
  proposePowerInput,
  stepPowerInput,
  updatePowerInput,
} from "../schema/powers";
import type { PowerState } from "../types";

type Changed = z.input<typeof powerChanged>;
export const stepPowerRefusals = [
  "wrong-state",
  "power-needs-grantor",
  "power-needs-paper",
  "power-step-in-future",
  "power-step-too-early",
  "ends-before-start",
] as const;
type Refusal = (typeof stepPowerRefusals)[number];

type Details = {
  grantorId?: string | undefined;
  granteeId?: string | undefined;
  fileId?: string | undefined;
  documentId?: string | undefined;
};

/** What a power names must be known, and of this alliance where it belongs to one. */
async function known(tx: Tx, scope: TenantScope, given: Details): Promise<void> {
  const key = (id: string) => ({ allianceId_id: { allianceId: scope.alliance.id, id } });
  const { grantorId, granteeId, fileId, documentId } = given;
  const found = [
    !grantorId || (await tx.organization.count({ where: { id: grantorId } })) === 1,
    !granteeId || (await tx.governanceBody.findUnique({ where: key(granteeId) })) !== null,
    !fileId || (await tx.storedFile.findUnique({ where: key(fileId) })) !== null,
    !documentId || (await tx.document.findUnique({ where: key(documentId) })) !== null,
  ];
  if (found.includes(false)) notFound();
}

const columnsOf = (
  given: z.output<typeof proposePowerInput> | z.output<typeof updatePowerInput>,
) => ({
  grantorId: given.grantorId ?? null,
  granteeId: given.granteeId ?? null,
  basis: given.basis ?? null,
  content: given.content ?? null,
  conditions: given.conditions ?? null,
});

/** A matter that a department is asked to hand over. */
export async function proposePower(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof proposePowerInput>,
): Promise<Result<Changed, "power-exists">> {
  await known(tx, scope, input);
  const [created] = await tx.delegatedPower.createManyAndReturn({
    data: [
      { ...columnsOf(input), kind: input.kind, state: "proposed", allianceId: scope.alliance.id },
    ],
    skipDuplicates: true,
  });
  if (!created) return refuse("power-exists");
  await note(tx, scope, created.id, { to: "proposed", on: scope.today });
  await scope.audit({
    action: "power.propose",
    subjectType: "power",
    subjectId: created.id,
    details: { kind: input.kind, grantor: input.grantorId ?? null },
  });
  return accept({ id: created.id, version: created.version });
}

type Step = {
  to: PowerState;
  on: Day;
  note?: string | undefined;
  fileId?: string | undefined;
  resolutionId?: string | undefined;
};

const note = (tx: Tx, scope: TenantScope, powerId: string, step: Step) =>
  tx.delegatedPowerEvent.create({
    data: {
      allianceId: scope.alliance.id,
      powerId,
      state: step.to,
      on: dateOf(step.on),
      note: step.note ?? null,
      fileId: step.fileId ?? null,
      resolutionId: step.resolutionId ?? null,
      recordedById: scope.actor.userId,
    },
  });

/** @throws AppError not-found, stale */
async function open(
  tx: Tx,
  scope: TenantScope,
  input: { powerId: string; version?: number | undefined },
) {
  await tx.$queryRaw`
    SELECT id FROM delegated_powers WHERE id = ${input.powerId}::uuid AND alliance_id = ${scope.alliance.id}::uuid FOR UPDATE`;
  const found = await tx.delegatedPower.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: input.powerId } },
    include: { events: { orderBy: [{ on: "desc" }, { createdAt: "desc" }], take: 1 } },
  });
  if (!found) return notFound();
  if (input.version !== undefined && found.version !== input.version) throw new AppError("stale");
  return found;
}
type Power = Awaited<ReturnType<typeof open>>;

async function raise(
  tx: Tx,
  power: Power,
  data: Parameters<Tx["delegatedPower"]["updateMany"]>[0]["data"],
): Promise<Changed> {
  const { count } = await tx.delegatedPower.updateMany({
    where: { id: power.id, state: power.state, version: power.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  return { id: power.id, version: power.version + 1 };
}

/** What is asked for, from whom and for whom; only until the department has agreed. */
export async function updatePower(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof updatePowerInput>,
): Promise<Result<Changed, "wrong-state">> {
  const power = await open(tx, scope, input);
  if (power.state !== "proposed") return refuse("wrong-state");
  await known(tx, scope, input);
  const changed = await raise(tx, power, columnsOf(input));
  await scope.audit({
    action: "power.update",
    subjectType: "power",
    subjectId: power.id,
    details: { grantor: [power.grantorId, input.grantorId ?? null] },
  });
  return accept(changed);
}

/** Does the step keep the order of days, and is its paper there? */
function whyNotStep(
  power: Power,
  step: z.output<typeof stepPowerInput>,
  today: Day,
): Result<never, Refusal> | undefined {
  if (!powerMayBecome(power.state, step.to)) return refuse("wrong-state");
  if (step.on > today) return refuse("power-step-in-future");
  const last = power.events[0];
  if (last && dayOf(last.on) > step.on) {
    return refuse("power-step-too-early", { day: dayOf(last.on) });
  }
  if (step.to === "department_agreed" && !power.grantorId) return refuse("power-needs-grantor");
  if (step.to === "signed" && !(step.fileId || step.documentId)) return refuse("power-needs-paper");
  return step.validTo && step.validTo < step.on ? refuse("ends-before-start") : undefined;
}

const periodOf = (power: Power, step: { to: PowerState; on: Day }, validTo: Day | undefined) => ({
  ...(step.to === "in_force" && { validFrom: dateOf(step.on) }),
  // One that was to begin later ends on the day on which it would have begun.
  ...(step.to === "withdrawn" &&
    power.validFrom && { validTo: new Date(Math.max(+dateOf(step.on), +power.validFrom)) }),
  ...(step.to !== "withdrawn" && validTo && { validTo: dateOf(validTo) }),
});

/** One dated step in the life of a power. */
export async function stepPower(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof stepPowerInput>,
): Promise<Result<Changed, Refusal>> {
  const power = await open(tx, scope, input);
  const refused = whyNotStep(power, input, scope.today);
  if (refused) return refused;
  await known(tx, scope, input);
  const changed = await raise(tx, power, {
    state: input.to,
    ...periodOf(power, input, input.validTo),
    ...(input.documentId && { documentId: input.documentId }),
    ...(input.reviewOn && { reviewOn: dateOf(input.reviewOn) }),
  });
  await note(tx, scope, power.id, input);
  await scope.audit({
    action: "power.step",
    subjectType: "power",
    subjectId: power.id,
    details: { kind: power.kind, from: power.state, to: input.to, on: input.on },
  });
  return accept(changed);
}

/** What the effect of a resolution calls: a signed power comes into force with it. */
export async function grantByResolution(
  tx: Tx,
  scope: TenantScope,
  given: { powerId: string; resolutionId: string; effectiveFrom: Day },
): Promise<Result<Changed, "wrong-state">> {
  const power = await open(tx, scope, { powerId: given.powerId });
  if (!powerMayBecome(power.state, "in_force")) return refuse("wrong-state");
  const step = { to: "in_force" as const, on: given.effectiveFrom };
  const changed = await raise(tx, power, { state: step.to, ...periodOf(power, step, undefined) });
  await note(tx, scope, power.id, { ...step, resolutionId: given.resolutionId });
  await scope.audit({
    action: "power.step",
    subjectType: "power",
    subjectId: power.id,
    details: { kind: power.kind, from: power.state, to: step.to, resolution: given.resolutionId },
  });
  return accept(changed);
}
