import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { mustBeEditable } from "../queries/facts";
import type { removeTagInput, setChainNodesInput, setTagInput } from "../schema/organizations";

type Done = Result<{ id: string }, "organization-merged">;

/** A row that was merged is a pointer: what were written to it would be seen by nobody. */
async function whyNot(tx: Tx, scope: TenantScope, organizationId: string) {
  await mustBeEditable(tx, scope, organizationId);
  const rows = await tx.$queryRaw<{ merged: boolean }[]>`
    SELECT status = 'merged' AS merged FROM organizations WHERE id = ${organizationId}::uuid FOR SHARE`;
  return rows[0]?.merged ? refuse("organization-merged") : undefined;
}

/** A title with its level and last day; entering it again corrects it. */
export async function setTag(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof setTagInput>,
): Promise<Done> {
  const { organizationId, tag } = input;
  const refusal = await whyNot(tx, scope, organizationId);
  if (refusal) return refusal;
  const data = {
    level: input.level ?? null,
    validUntil: input.validUntil ? dateOf(input.validUntil) : null,
  };
  await tx.enterpriseTag.upsert({
    where: { organizationId_tag: { organizationId, tag } },
    create: { organizationId, tag, ...data },
    update: data,
  });
  await scope.audit({
    action: "organization.tag",
    subjectType: "organization",
    subjectId: organizationId,
    details: { tag, level: data.level, validUntil: input.validUntil ?? null },
  });
  return accept({ id: organizationId });
}

export async function removeTag(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof removeTagInput>,
): Promise<Done> {
  const { organizationId, tag } = input;
  const refusal = await whyNot(tx, scope, organizationId);
  if (refusal) return refusal;
  const { count } = await tx.enterpriseTag.deleteMany({ where: { organizationId, tag } });
  if (count === 0) return notFound();
  await scope.audit({
    action: "organization.untag",
    subjectType: "organization",
    subjectId: organizationId,
    details: { tag },
  });
  return accept({ id: organizationId });
}

/** Where the organization stands in the chain of this alliance; in others it may stand elsewhere. */
export async function setChainNodes(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof setChainNodesInput>,
): Promise<Done> {
  const { organizationId } = input;
  const allianceId = scope.alliance.id;
  const nodeIds = [...new Set(input.nodeIds)];
  const refusal = await whyNot(tx, scope, organizationId);
  if (refusal) return refusal;
  const known = await tx.chainNode.count({ where: { allianceId, id: { in: nodeIds } } });
  if (known !== nodeIds.length) return notFound();
  await tx.organizationChainNode.deleteMany({
    where: { allianceId, organizationId, chainNodeId: { notIn: nodeIds } },
  });
  await tx.organizationChainNode.createMany({
    data: nodeIds.map((chainNodeId) => ({ allianceId, organizationId, chainNodeId })),
    skipDuplicates: true,
  });
  await scope.audit({
    action: "organization.place",
    subjectType: "organization",
    subjectId: organizationId,
    details: { nodeIds },
  });
  return accept({ id: organizationId });
}
