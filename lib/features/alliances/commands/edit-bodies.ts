import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { usesOf } from "../queries/body-uses";
import { branchBodies } from "../rules/branch-templates";
import type {
  addBodyInput,
  addBranchInput,
  bodyChanged,
  dissolveBodyInput,
  removeBodyInput,
  updateBodyInput,
} from "../schema/structure";

type Changed = z.input<typeof bodyChanged>;

/** The tree is changed by one at a time: two moves at once could close a circle. */
const lockTree = (tx: Tx, scope: TenantScope) =>
  tx.$queryRaw`SELECT id FROM alliances WHERE id = ${scope.alliance.id}::uuid FOR UPDATE`;

/** @throws AppError not-found, stale */
export async function openBody(
  tx: Tx,
  scope: TenantScope,
  input: { bodyId: string; version: number },
) {
  await lockTree(tx, scope);
  const found = await tx.governanceBody.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: input.bodyId } },
  });
  if (!found) return notFound();
  if (found.version !== input.version) throw new AppError("stale");
  return found;
}

export async function raiseBody(
  tx: Tx,
  body: { id: string; version: number },
  data: Parameters<Tx["governanceBody"]["updateMany"]>[0]["data"],
): Promise<Changed> {
  const { count } = await tx.governanceBody.updateMany({
    where: { id: body.id, version: body.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  return { id: body.id, version: body.version + 1 };
}

async function isBody(tx: Tx, scope: TenantScope, id: string | undefined) {
  if (!id) return undefined;
  const found = await tx.governanceBody.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id } },
    select: { dissolvedOn: true },
  });
  if (!found) return notFound();
  return found.dissolvedOn ? refuse("body-dissolved") : undefined;
}

async function isHost(tx: Tx, id: string | undefined): Promise<void> {
  if (!id) return;
  const found = await tx.organization.findUnique({ where: { id }, select: { id: true } });
  if (!found) notFound();
}

const columnsOf = (given: z.output<typeof addBodyInput> | z.output<typeof updateBodyInput>) => ({
  name: given.name,
  nameEn: given.nameEn ?? null,
  tier: given.tier ?? null,
  parentId: given.parentId ?? null,
  hostId: given.hostId ?? null,
  seatsPlanned: given.seatsPlanned ?? null,
  duties: given.duties ?? null,
  dutiesEn: given.dutiesEn ?? null,
});

async function lastPlace(tx: Tx, scope: TenantScope): Promise<number> {
  const { _max } = await tx.governanceBody.aggregate({
    where: { allianceId: scope.alliance.id },
    _max: { sortOrder: true },
  });
  return _max.sortOrder ?? 0;
}

/** One more body. */
export async function addBody(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof addBodyInput>,
): Promise<Result<Changed, "body-dissolved" | "body-name-taken">> {
  await lockTree(tx, scope);
  const refused = await isBody(tx, scope, input.parentId);
  if (refused) return refused;
  await isHost(tx, input.hostId);
  const same = await tx.governanceBody.count({
    where: { allianceId: scope.alliance.id, name: input.name, dissolvedOn: null },
  });
  if (same > 0) return refuse("body-name-taken", { name: input.name });
  const created = await tx.governanceBody.create({
    data: {
      ...columnsOf(input),
      kind: input.kind,
      allianceId: scope.alliance.id,
      sortOrder: (await lastPlace(tx, scope)) + 1,
    },
  });
  await scope.audit({
    action: "body.create",
    subjectType: "body",
    subjectId: created.id,
    details: { name: input.name, kind: input.kind },
  });
  return accept({ id: created.id, version: created.version });
}

/** The bodies of an industry college, a programme group, a development council or the entities, under one that stands. */
export async function addBranch(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof addBranchInput>,
): Promise<Result<{ bodies: number }, "body-dissolved" | "body-name-taken">> {
  await lockTree(tx, scope);
  const refused = await isBody(tx, scope, input.parentId);
  if (refused) return refused;
  const wanted = branchBodies(input.branch).map((body) => ({
    ...body,
    name: `${input.prefix ?? ""}${body.name}`.slice(0, 100),
    nameEn: (input.prefix ? `${body.nameEn} (${input.prefix})` : body.nameEn).slice(0, 120),
  }));
  const taken = await tx.governanceBody.findFirst({
    where: {
      allianceId: scope.alliance.id,
      name: { in: wanted.map(({ name }) => name) },
      dissolvedOn: null,
    },
    select: { name: true },
  });
  if (taken) return refuse("body-name-taken", { name: taken.name });
  const first = await lastPlace(tx, scope);
  const ids = new Map<string, string>();
  for (const [at, { key, parent, ...body }] of wanted.entries()) {
    const parentId = (parent ? ids.get(parent) : undefined) ?? input.parentId ?? null;
    const created = await tx.governanceBody.create({
      data: { ...body, allianceId: scope.alliance.id, parentId, sortOrder: first + at + 1 },
    });
    ids.set(key, created.id);
  }
  await scope.audit({
    action: "body.create",
    subjectType: "alliance",
    subjectId: scope.alliance.id,
    details: { branch: input.branch, bodies: ids.size, prefix: input.prefix ?? null },
  });
  return accept({ bodies: ids.size });
}

/** Would the body hang below itself? */
async function closesCircle(tx: Tx, id: string, parentId: string | undefined): Promise<boolean> {
  if (!parentId) return false;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE above AS (
      SELECT id, parent_id FROM governance_bodies WHERE id = ${parentId}::uuid
      UNION SELECT b.id, b.parent_id FROM governance_bodies b JOIN above ON b.id = above.parent_id
    ) SELECT id FROM above WHERE id = ${id}::uuid`;
  return rows.length > 0;
}

/** Name, place in the tree, tier, host, seats planned and duties. */
export async function updateBody(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof updateBodyInput>,
): Promise<Result<Changed, "body-dissolved" | "body-below-itself">> {
  const body = await openBody(tx, scope, input);
  if (body.dissolvedOn) return refuse("body-dissolved");
  const moved = (input.parentId ?? null) !== body.parentId;
  const refused = moved ? await isBody(tx, scope, input.parentId) : undefined;
  if (refused) return refused;
  if (await closesCircle(tx, body.id, input.parentId)) return refuse("body-below-itself");
  await isHost(tx, input.hostId);
  const changed = await raiseBody(tx, body, columnsOf(input));
  await scope.audit({
    action: "body.update",
    subjectType: "body",
    subjectId: body.id,
    details: {
      name: [body.name, input.name],
      parent: [body.parentId, input.parentId ?? null],
      tier: [body.tier, input.tier ?? null],
      host: [body.hostId, input.hostId ?? null],
    },
  });
  return accept(changed);
}

/** Takes out a body that was never used: a slip of the pen. */
export async function removeBody(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof removeBodyInput>,
): Promise<Result<Changed, "body-in-use">> {
  const body = await openBody(tx, scope, input);
  if (await usesOf(tx, body.id)) return refuse("body-in-use");
  await tx.governanceBody.delete({ where: { id: body.id } });
  await scope.audit({
    action: "body.remove",
    subjectType: "body",
    subjectId: body.id,
    details: { name: body.name, kind: body.kind },
  });
  return accept({ id: body.id, version: body.version });
}

/** A body that has met ends on a day and stays in the records. */
export async function dissolveBody(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof dissolveBodyInput>,
): Promise<
  Result<Changed, "body-dissolved" | "body-has-children" | "body-has-meeting" | "body-has-seats">
> {
  const body = await openBody(tx, scope, input);
  if (body.dissolvedOn) return refuse("body-dissolved");
  const [busy] = await tx.$queryRaw<{ children: boolean; meeting: boolean; seats: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM governance_bodies WHERE parent_id = ${body.id}::uuid AND dissolved_on IS NULL) AS children,
      EXISTS (SELECT 1 FROM meetings WHERE body_id = ${body.id}::uuid
        AND state IN ('noticed', 'check_in', 'open', 'suspended', 'postponed')) AS meeting,
      EXISTS (SELECT 1 FROM seat_holdings h JOIN seats s ON s.id = h.seat_id
        WHERE s.body_id = ${body.id}::uuid AND coalesce(h.valid_to, 'infinity') > ${input.on}::date) AS seats`;
  if (busy?.children) return refuse("body-has-children");
  if (busy?.meeting) return refuse("body-has-meeting");
  if (busy?.seats) return refuse("body-has-seats", { day: input.on });
  const changed = await raiseBody(tx, body, { dissolvedOn: dateOf(input.on) });
  await scope.audit({
    action: "body.dissolve",
    subjectType: "body",
    subjectId: body.id,
    details: { name: body.name, on: input.on, reason: input.reason },
  });
  return accept(changed);
}
