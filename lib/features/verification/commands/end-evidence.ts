import type { z } from "zod";
import { getOutcomeForChange } from "@/lib/features/outcomes/queries/facts";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden } from "@/lib/platform/errors";
import type { endEvidenceSchema, endedSchema } from "../schema/desk";

/**
 * behaviour 4.4 "Value approved, evidence later expired or withdrawn": nothing is taken off the totals; from that day the
 * records say that their evidence is gone, and stand on the desk until a correction names another paper.
 */
export async function endEvidence(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof endEvidenceSchema>,
): Promise<Result<z.input<typeof endedSchema>, "evidence-none" | "evidence-ended-already">> {
  const record = await getOutcomeForChange(tx, scope, input.id);
  if (!reaches(scope.reach, record.organizationId)) forbidden();
  if (!record.fileId) return refuse("evidence-none");
  const of = { allianceId: scope.alliance.id, fileId: record.fileId };
  // A paper ends once; of two at once the key lets one pass.
  const written = await tx.evidenceEnd.createMany({
    data: [
      {
        ...of,
        kind: input.kind,
        endsOn: dateOf(input.endsOn),
        reason: input.reason,
        endedById: scope.actor.userId ?? forbidden(),
        endedAt: scope.now,
      },
    ],
    skipDuplicates: true,
  });
  if (written.count === 0) return refuse("evidence-ended-already");
  const records = await tx.outcomeRecord.count({ where: { ...of, state: { not: "superseded" } } });
  await scope.audit({
    action: "figure.end_evidence",
    subjectType: "outcome",
    subjectId: record.id,
    details: { ...input, fileId: record.fileId, records },
  });
  return accept({ records });
}
