import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { mustBeEditable } from "../queries/facts";
import type { proposeMergeInput } from "../schema/organizations";

export const proposeMergeRefusals = [
  "merge-same",
  "merge-two-codes",
  "organization-merged",
  "merge-open",
] as const;
type Refusal = (typeof proposeMergeRefusals)[number];

/** Says that two rows are one unit. Nothing moves yet; a platform administrator who is another person decides. */
export async function proposeMerge(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof proposeMergeInput>,
): Promise<Result<{ id: string; survivorId: string }, Refusal>> {
  const { survivorId, absorbedId } = input;
  if (!scope.actor.userId) return forbidden();
  await mustBeEditable(tx, scope, absorbedId);
  const refusal = await whyNotMerge(tx, survivorId, absorbedId);
  if (refusal) return refusal;
  const [created] = await tx.mergeProposal.createManyAndReturn({
    data: [{ ...input, allianceId: scope.alliance.id, proposedById: scope.actor.userId }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!created) return refuse("merge-open");
  await scope.audit({
    action: "organization.propose_merge",
    subjectType: "organization",
    subjectId: survivorId,
    details: { proposal: created.id, absorbedId, reason: input.reason },
  });
  return accept({ id: created.id, survivorId });
}

/** Locks both rows, in one order, and says why they cannot become one. */
export async function whyNotMerge(tx: Tx, survivorId: string, absorbedId: string) {
  if (survivorId === absorbedId) return refuse("merge-same");
  const rows = await tx.$queryRaw<{ id: string; status: string; code: string | null }[]>`
    SELECT id, status::text AS status, credit_code AS code FROM organizations
    WHERE id IN (${survivorId}::uuid, ${absorbedId}::uuid) ORDER BY id FOR UPDATE`;
  if (rows.length !== 2) return notFound();
  if (rows.some(({ status }) => status === "merged")) return refuse("organization-merged");
  const codes = rows.flatMap(({ code }) => code ?? []);
  return codes.length === 2 ? refuse("merge-two-codes") : undefined;
}
