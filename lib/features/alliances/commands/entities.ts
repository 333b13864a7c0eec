import type { z } from "zod";
import { addDays, dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { hundredthsOf, percentOf, WHOLE } from "../rules/shares";
import type {
  appointManagerInput,
  bodyChanged,
  endManagerInput,
  saveEntityInput,
  saveSharesInput,
} from "../schema/structure";
import { openBody, raiseBody } from "./edit-bodies";

type Changed = z.input<typeof bodyChanged>;

async function areOrganizations(tx: Tx, ids: readonly string[]): Promise<void> {
  const found = await tx.organization.count({ where: { id: { in: [...ids] } } });
  if (found < new Set(ids).size) notFound();
}

/** The body and its entity: the body's row is the lock and bears the version. */
async function openEntity(tx: Tx, scope: TenantScope, input: { bodyId: string; version: number }) {
  const body = await openBody(tx, scope, input);
  const entity = await tx.operatingEntity.findUnique({
    where: { allianceId_bodyId: { allianceId: scope.alliance.id, bodyId: body.id } },
  });
  return { body, entity };
}

/** What carries a body of execution: an institute or a company, its functions, its legal person. */
export async function saveEntity(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof saveEntityInput>,
): Promise<Result<Changed, "not-an-entity" | "body-dissolved">> {
  const { body, entity } = await openEntity(tx, scope, input);
  if (body.kind !== "operating_entity") return refuse("not-an-entity");
  if (body.dissolvedOn) return refuse("body-dissolved");
  if (input.organizationId) await areOrganizations(tx, [input.organizationId]);
  const data = {
    kind: input.kind,
    organizationId: input.organizationId ?? null,
    functions: input.functions,
  };
  if (entity) {
    await tx.operatingEntity.update({
      where: { id: entity.id },
      data: { ...data, version: { increment: 1 } },
    });
  } else {
    await tx.operatingEntity.create({
      data: { ...data, allianceId: scope.alliance.id, bodyId: body.id },
    });
  }
  const changed = await raiseBody(tx, body, {});
  await scope.audit({
    action: "entity.save",
    subjectType: "body",
    subjectId: body.id,
    details: { kind: input.kind, organization: input.organizationId ?? null },
  });
  return accept(changed);
}

/** All shareholders at once: together they hold everything, to the hundredth of a percent. */
export async function saveShares(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof saveSharesInput>,
): Promise<Result<Changed, "not-an-entity" | "shares-not-whole" | "shareholder-twice">> {
  const { body, entity } = await openEntity(tx, scope, input);
  if (!entity) return refuse("not-an-entity");
  const shares = input.shares.map(({ organizationId, percent }) => ({
    organizationId,
    share: hundredthsOf(percent),
  }));
  const ids = shares.map(({ organizationId }) => organizationId);
  if (new Set(ids).size < ids.length) return refuse("shareholder-twice");
  const total = shares.reduce((sum, { share }) => sum + share, 0);
  const none = shares.some(({ share }) => share === 0);
  if (shares.length > 0 && (total !== WHOLE || none)) {
    return refuse("shares-not-whole", { total: percentOf(total) });
  }
  await areOrganizations(tx, ids);
  const before = await tx.entityShare.findMany({ where: { entityId: entity.id } });
  await tx.$executeRaw`DELETE FROM entity_shares WHERE entity_id = ${entity.id}::uuid`;
  await tx.entityShare.createMany({
    data: shares.map((share) => ({
      ...share,
      allianceId: scope.alliance.id,
      entityId: entity.id,
    })),
  });
  const changed = await raiseBody(tx, body, {});
  const said = (list: readonly { organizationId: string; share: number }[]) =>
    list.map(({ organizationId, share }) => `${organizationId} ${percentOf(share)}`);
  await scope.audit({
    action: "entity.shares",
    subjectType: "body",
    subjectId: body.id,
    details: { before: said(before), after: said(shares) },
  });
  return accept(changed);
}

/** Whoever managed it until then ends the day before. */
async function endFormer(tx: Tx, entityId: string, from: string) {
  const former = await tx.entityManager.findFirst({
    where: { entityId, OR: [{ validTo: null }, { validTo: { gte: dateOf(from) } }] },
    orderBy: { validFrom: "desc" },
  });
  if (!former) return undefined;
  if (dayOf(former.validFrom) >= from) {
    return refuse("manager-before-former", { day: dayOf(former.validFrom) });
  }
  await tx.entityManager.update({
    where: { id: former.id },
    data: { validTo: dateOf(addDays(from, -1)) },
  });
  return undefined;
}

/** S003-3: the professional manager, named by the council; its resolution stands beside the name. */
export async function appointManager(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof appointManagerInput>,
): Promise<Result<Changed, "not-an-entity" | "body-dissolved" | "manager-before-former">> {
  const { body, entity } = await openEntity(tx, scope, input);
  if (!entity) return refuse("not-an-entity");
  if (body.dissolvedOn) return refuse("body-dissolved");
  if (input.resolutionId) {
    const found = await tx.resolution.findUnique({
      where: { allianceId_id: { allianceId: scope.alliance.id, id: input.resolutionId } },
      select: { id: true },
    });
    if (!found) return notFound();
  }
  const refused = await endFormer(tx, entity.id, input.from);
  if (refused) return refused;
  const person = await tx.person.create({
    data: { name: input.name, title: input.title ?? null },
  });
  await tx.entityManager.create({
    data: {
      allianceId: scope.alliance.id,
      entityId: entity.id,
      personId: person.id,
      validFrom: dateOf(input.from),
      resolutionId: input.resolutionId ?? null,
      note: input.note ?? null,
    },
  });
  const changed = await raiseBody(tx, body, {});
  await scope.audit({
    action: "entity.appoint_manager",
    subjectType: "body",
    subjectId: body.id,
    details: { name: input.name, from: input.from, resolution: input.resolutionId ?? null },
  });
  return accept(changed);
}

export async function endManager(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof endManagerInput>,
): Promise<Result<Changed, "not-an-entity" | "no-manager">> {
  const { body, entity } = await openEntity(tx, scope, input);
  if (!entity) return refuse("not-an-entity");
  const { count } = await tx.entityManager.updateMany({
    where: { entityId: entity.id, validTo: null, validFrom: { lte: dateOf(input.on) } },
    data: { validTo: dateOf(input.on) },
  });
  if (count === 0) return refuse("no-manager");
  const changed = await raiseBody(tx, body, {});
  await scope.audit({
    action: "entity.end_manager",
    subjectType: "body",
    subjectId: body.id,
    details: { on: input.on },
  });
  return accept(changed);
}
