import type { z } from "zod";
import { covers, dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { known } from "../queries/facts";
import { placementMayBecome } from "../rules/states";
import type {
  applyPlacementInput,
  createCallInput,
  placementChanged,
  stepPlacementInput,
} from "../schema/parks";

type Changed = z.input<typeof placementChanged>;

export async function createCall(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof createCallInput>,
): Promise<Result<Changed, "placement-call-exists">> {
  const [created] = await tx.placementCall.createManyAndReturn({
    data: [
      {
        allianceId: scope.alliance.id,
        title: input.title,
        target: input.target,
        opensOn: dateOf(input.opensOn),
        closesOn: dateOf(input.closesOn),
      },
    ],
    skipDuplicates: true,
  });
  if (!created) return refuse("placement-call-exists");
  await scope.audit({
    action: "placement.open_call",
    subjectType: "placement-call",
    subjectId: created.id,
    details: { title: input.title, target: input.target },
  });
  return accept({ id: created.id, version: 1 });
}

/** A school sends one doctor, by its own reference: no names. */
export async function applyPlacement(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof applyPlacementInput>,
): Promise<Result<Changed, "placement-call-closed" | "placement-known">> {
  const call = await tx.placementCall.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: input.callId } },
  });
  if (!call) return notFound();
  if (!scope.reach.organizationIds.includes(input.schoolId)) return forbidden();
  if (!covers(dayOf(call.opensOn), dayOf(call.closesOn), scope.today)) {
    return refuse("placement-call-closed");
  }
  const [created] = await tx.placement.createManyAndReturn({
    data: [
      {
        ...input,
        allianceId: scope.alliance.id,
        appliedById: scope.actor.userId,
        stateSince: scope.now,
        createdAt: scope.now,
      },
    ],
    skipDuplicates: true,
  });
  if (!created) return refuse("placement-known", { reference: input.reference });
  await scope.audit({
    action: "placement.apply",
    subjectType: "placement",
    subjectId: created.id,
    details: { callId: input.callId, schoolId: input.schoolId, reference: input.reference },
  });
  return accept({ id: created.id, version: created.version });
}

type Step = z.output<typeof stepPlacementInput>;

function columnsOf(step: Step, userId: string | null) {
  switch (step.to) {
    case "matched":
      return { hostId: step.hostId ?? null, task: step.task ?? null };
    case "dispatched":
      return {
        startsOn: step.startsOn ? dateOf(step.startsOn) : null,
        endsOn: step.endsOn ? dateOf(step.endsOn) : null,
      };
    case "midterm":
      return { midterm: step.report ?? null };
    case "appraised":
      return { result: step.report ?? null, appraisedById: userId };
    default:
      return { result: step.report ?? null };
  }
}

export async function stepPlacement(
  tx: Tx,
  scope: TenantScope,
  input: Step,
): Promise<Result<Changed, "wrong-state" | "same-person">> {
  await tx.$queryRaw`
    SELECT id FROM placements WHERE id = ${input.placementId}::uuid AND alliance_id = ${scope.alliance.id}::uuid FOR UPDATE`;
  const found = await tx.placement.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: input.placementId } },
  });
  if (!found) return notFound();
  if (found.version !== input.version) throw new AppError("stale");
  if (!placementMayBecome(found.state, input.to)) return refuse("wrong-state");
  if (input.to === "appraised" && found.appliedById === scope.actor.userId) {
    return refuse("same-person");
  }
  await known(tx, scope, { organizationIds: [input.hostId] });
  const { count } = await tx.placement.updateMany({
    where: { id: found.id, state: found.state, version: found.version },
    data: {
      ...columnsOf(input, scope.actor.userId),
      state: input.to,
      stateSince: scope.now,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: "placement.step",
    subjectType: "placement",
    subjectId: found.id,
    details: { from: found.state, to: input.to },
  });
  return accept({ id: found.id, version: found.version + 1 });
}
