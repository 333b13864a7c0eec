import type { z } from "zod";
import { isMemberToday, openOffering } from "@/lib/features/programmes/commands/offerings";
import type { OfferingStatus } from "@/lib/features/programmes/types";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { adjustmentAfter } from "../rules/states";
import type {
  adjustmentStepInput,
  MovedAdjustment,
  proposeAdjustmentInput,
  refuseAdjustmentInput,
} from "../schema/adjustments";
import type { AdjustmentKind, AdjustmentStep } from "../types";

type Answer<R extends string = never> = Promise<Result<MovedAdjustment, "wrong-state" | R>>;
type Step = z.output<typeof adjustmentStepInput>;

/** What each kind makes of the offering; growing does not change how it stands. */
const becomes: Record<AdjustmentKind, OfferingStatus> = {
  open: "running",
  expand: "running",
  warn: "warned",
  exit: "exiting",
  close: "closed",
};

/** The school's offering of the programme as the alliance counts it, closed ones left out. */
const offeringOf = (tx: Tx, scope: TenantScope, organizationId: string, programmeId: string) =>
  tx.allianceOffering.findFirst({
    where: {
      allianceId: scope.alliance.id,
      status: { not: "closed" },
      offering: { organizationId, programmeId },
    },
    select: { offeringId: true },
  });

/** A demand that counts: the park or the secretariat has confirmed it. */
const counts = new Set(["confirmed", "open", "partly_matched", "filled"]);

/** A school wants to open, grow, warn of, wind down or close; the demand that speaks for it is named. */
export async function proposeAdjustment(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof proposeAdjustmentInput>,
): Promise<
  Result<
    MovedAdjustment,
    "organization-not-member" | "demand-not-confirmed" | "offering-exists" | "offering-missing"
  >
> {
  const allianceId = scope.alliance.id;
  const { organizationId, programmeId, demandId, kind, academicYear, reason } = input;
  const where = { allianceId_id: { allianceId, id: demandId } };
  const demand = (await tx.talentDemand.findUnique({ where })) ?? notFound();
  if ((await tx.programme.count({ where: { id: programmeId } })) === 0) notFound();
  if (!(await isMemberToday(tx, scope, organizationId))) return refuse("organization-not-member");
  if (!reaches(scope.reach, organizationId)) forbidden();
  if (!counts.has(demand.state)) return refuse("demand-not-confirmed");
  const offering = await offeringOf(tx, scope, organizationId, programmeId);
  if (kind === "open" && offering) return refuse("offering-exists");
  if (kind !== "open" && !offering) return refuse("offering-missing");
  const { id, version } = await tx.programmeAdjustment.create({
    data: {
      allianceId,
      organizationId,
      programmeId,
      demandId,
      kind,
      academicYear,
      reason,
      offeringId: kind === "open" ? null : (offering?.offeringId ?? null),
      proposedById: scope.actor.userId,
    },
  });
  await scope.audit({
    action: "adjustment.propose",
    subjectType: "adjustment",
    subjectId: id,
    details: { kind, organizationId, programmeId, demandId },
  });
  return accept({ id, state: "proposed", version });
}

async function holdAdjustment(tx: Tx, scope: TenantScope, id: string) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id } };
  const held = (await tx.programmeAdjustment.findUnique({ where })) ?? notFound();
  if (!reaches(scope.reach, held.organizationId)) forbidden();
  return held;
}
type Held = Awaited<ReturnType<typeof holdAdjustment>>;

async function moveAdjustment(
  tx: Tx,
  scope: TenantScope,
  held: Held,
  move: {
    step: AdjustmentStep;
    version: number;
    data?: Prisma.ProgrammeAdjustmentUncheckedUpdateManyInput;
  },
): Answer {
  const next = adjustmentAfter(held.state, move.step);
  if (!next) return refuse("wrong-state");
  const { count } = await tx.programmeAdjustment.updateMany({
    where: { allianceId: scope.alliance.id, id: held.id, state: held.state, version: move.version },
    data: { ...move.data, state: next, stateSince: scope.now, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: `adjustment.${move.step}`,
    subjectType: "adjustment",
    subjectId: held.id,
    details: { from: held.state, to: next },
  });
  return accept({ id: held.id, state: next, version: move.version + 1 });
}

/** I-15: another person than the proposer. */
const ownProposal = (scope: TenantScope, held: Held) =>
  held.state === "proposed" && held.proposedById === scope.actor.userId;

export async function endorseAdjustment(
  tx: Tx,
  scope: TenantScope,
  input: Step,
): Answer<"second-person-needed"> {
  const held = await holdAdjustment(tx, scope, input.adjustmentId);
  if (ownProposal(scope, held)) return refuse("second-person-needed");
  const data = { decidedById: scope.actor.userId, answer: input.answer ?? null };
  return moveAdjustment(tx, scope, held, { step: "endorse", version: input.version, data });
}

export async function refuseAdjustment(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof refuseAdjustmentInput>,
): Answer<"second-person-needed"> {
  const held = await holdAdjustment(tx, scope, input.adjustmentId);
  if (ownProposal(scope, held)) return refuse("second-person-needed");
  const data = { decidedById: scope.actor.userId, answer: input.answer };
  return moveAdjustment(tx, scope, held, { step: "refuse", version: input.version, data });
}

/** The school has done it: the offering appears, or stands otherwise from now on; one that was closed meanwhile does neither. */
export async function carryOutAdjustment(
  tx: Tx,
  scope: TenantScope,
  input: Step,
): Answer<"offering-missing"> {
  const held = await holdAdjustment(tx, scope, input.adjustmentId);
  if (!adjustmentAfter(held.state, "carry_out")) return refuse("wrong-state");
  const allianceId = scope.alliance.id;
  const offeringId = held.offeringId ?? (await openOffering(tx, scope, held)).id;
  const { count } = await tx.allianceOffering.updateMany({
    where: { allianceId, offeringId, ...(held.kind !== "open" && { status: { not: "closed" } }) },
    data: { status: becomes[held.kind], version: { increment: 1 } },
  });
  if (count === 0) return refuse("offering-missing");
  return moveAdjustment(tx, scope, held, {
    step: "carry_out",
    version: input.version,
    data: { offeringId },
  });
}

export async function withdrawAdjustment(tx: Tx, scope: TenantScope, input: Step): Answer {
  const held = await holdAdjustment(tx, scope, input.adjustmentId);
  return moveAdjustment(tx, scope, held, { step: "withdraw", version: input.version });
}
