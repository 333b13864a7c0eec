import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { supplyAfter } from "../rules/states";
import type {
  changeSupplyInput,
  confirmBureauInput,
  enterSupplyInput,
  giveBackSupplyInput,
  MovedSupply,
  supplyStepInput,
} from "../schema/supply";
import type { SupplyStep } from "../types";

type Answer<R extends string = never> = Promise<Result<MovedSupply, "wrong-state" | R>>;
type Step = z.output<typeof supplyStepInput>;

/** The numbers of one offering in one academic year. */
export async function enterSupply(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof enterSupplyInput>,
): Promise<Result<MovedSupply, "supply-exists" | "offering-closed">> {
  const allianceId = scope.alliance.id;
  const { offeringId } = input;
  const where = { allianceId_offeringId: { allianceId, offeringId } };
  const include = { offering: { select: { organizationId: true } } } as const;
  const place = (await tx.allianceOffering.findUnique({ where, include })) ?? notFound();
  if (!reaches(scope.reach, place.offering.organizationId)) forbidden();
  if (place.status === "closed") return refuse("offering-closed");
  const { count } = await tx.talentSupply.createMany({
    data: [{ ...input, allianceId, enteredById: scope.actor.userId }],
    skipDuplicates: true,
  });
  if (count === 0) return refuse("supply-exists");
  const { id, version } = await tx.talentSupply.findFirstOrThrow({
    where: { allianceId, offeringId, academicYear: input.academicYear },
  });
  await scope.audit({
    action: "supply.enter",
    subjectType: "supply",
    subjectId: id,
    details: { ...input },
  });
  return accept({ id, state: "draft", version });
}

export const lockSupply = (tx: Tx, scope: TenantScope, id: string) => tx.$queryRaw`
  SELECT id FROM talent_supplies WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${id}::uuid FOR UPDATE`;

async function holdSupply(tx: Tx, scope: TenantScope, id: string) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id } };
  const include = {
    offering: { select: { offering: { select: { organizationId: true } } } },
  } as const;
  const held = (await tx.talentSupply.findUnique({ where, include })) ?? notFound();
  if (!reaches(scope.reach, held.offering.offering.organizationId)) forbidden();
  return held;
}
type Held = Awaited<ReturnType<typeof holdSupply>>;

async function moveSupply(
  tx: Tx,
  scope: TenantScope,
  held: Held,
  move: { step: SupplyStep; version: number; data: Prisma.TalentSupplyUncheckedUpdateManyInput },
): Answer {
  const next = supplyAfter(held.state, move.step);
  if (!next) return refuse("wrong-state");
  const { count } = await tx.talentSupply.updateMany({
    where: {
      allianceId: scope.alliance.id,
      id: held.id,
      state: held.state,
      version: move.version,
    },
    data: {
      ...move.data,
      state: next,
      ...(next !== held.state && { stateSince: scope.now }),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: `supply.${move.step}`,
    subjectType: "supply",
    subjectId: held.id,
    details: { from: held.state, to: next },
  });
  return accept({ id: held.id, state: next, version: move.version + 1 });
}

export async function changeSupply(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof changeSupplyInput>,
): Answer {
  const { supplyId, version, ...numbers } = input;
  const held = await holdSupply(tx, scope, supplyId);
  const data = { ...numbers, enteredById: scope.actor.userId, returnReason: null };
  return moveSupply(tx, scope, held, { step: "change", version, data });
}

/** I-15: the school's leader confirms what another person entered. */
export async function confirmSchool(
  tx: Tx,
  scope: TenantScope,
  input: Step,
): Answer<"second-person-needed"> {
  const held = await holdSupply(tx, scope, input.supplyId);
  const me = scope.actor.userId;
  if (held.state === "draft" && held.enteredById === me) return refuse("second-person-needed");
  const data = { schoolConfirmedById: me, returnReason: null };
  return moveSupply(tx, scope, held, { step: "confirm_school", version: input.version, data });
}

/** The second confirmation is a third person's, in the name of a government office. */
export async function confirmBureau(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof confirmBureauInput>,
): Answer<"second-person-needed" | "not-a-government"> {
  const held = await holdSupply(tx, scope, input.supplyId);
  const me = scope.actor.userId;
  if (
    held.state === "school_confirmed" &&
    [held.enteredById, held.schoolConfirmedById].includes(me)
  ) {
    return refuse("second-person-needed");
  }
  const bureau = await tx.organization.findUnique({
    where: { id: input.bureauId },
    select: { kind: true, status: true },
  });
  if (bureau?.kind !== "government" || bureau.status !== "active")
    return refuse("not-a-government");
  const data = { bureauConfirmedById: me, bureauId: input.bureauId };
  return moveSupply(tx, scope, held, { step: "confirm_bureau", version: input.version, data });
}

export async function publishSupply(tx: Tx, scope: TenantScope, input: Step): Answer {
  const held = await holdSupply(tx, scope, input.supplyId);
  const data = { publishedById: scope.actor.userId, publishedAt: scope.now };
  return moveSupply(tx, scope, held, { step: "publish", version: input.version, data });
}

/** Confirmed numbers are given back before they change; not where graduates are promised already. */
export async function giveBackSupply(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof giveBackSupplyInput>,
): Answer<"graduates-promised"> {
  // An agreement at this moment would leave the version as it is.
  await lockSupply(tx, scope, input.supplyId);
  const held = await holdSupply(tx, scope, input.supplyId);
  if (held.taken > 0) return refuse("graduates-promised", { count: held.taken });
  const data = {
    returnReason: input.reason,
    schoolConfirmedById: null,
    bureauConfirmedById: null,
    bureauId: null,
    publishedById: null,
    publishedAt: null,
  };
  return moveSupply(tx, scope, held, { step: "give_back", version: input.version, data });
}
