import { type Day, dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden } from "@/lib/platform/errors";
import type { ChangedFields } from "../schema/changes";
import { noteEverywhere } from "./everywhere";

type Proposal = {
  organizationId: string;
  fields: ChangedFields;
  renamedOn: Day | undefined;
  /** Alliances with a say. */
  registers: readonly string[];
};

/**
 * Keeps new values of key fields until every alliance of the organization has agreed. A secretariat that proposes has
 * agreed by that; an organization's own people leave it to all of them.
 */
export async function proposeChange(
  tx: Tx,
  scope: TenantScope,
  { organizationId, fields, renamedOn, registers }: Proposal,
): Promise<Result<string, "change-open">> {
  const { userId } = scope.actor;
  if (!userId) return forbidden();
  const [created] = await tx.organizationChange.createManyAndReturn({
    data: [
      {
        allianceId: scope.alliance.id,
        organizationId,
        fields,
        renamedOn: fields.name ? dateOf(renamedOn ?? scope.today) : null,
        proposedById: userId,
        proposedAt: scope.now,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!created) return refuse("change-open");
  const agreed = (allianceId: string) => allianceId === scope.alliance.id && scope.reach.whole;
  await tx.organizationChangeAnswer.createMany({
    data: registers.map((allianceId) => ({
      changeId: created.id,
      allianceId,
      ...(agreed(allianceId) && {
        answer: "accepted" as const,
        answeredById: userId,
        answeredAt: scope.now,
      }),
    })),
  });
  await noteEverywhere(tx, scope, registers, {
    action: "organization.propose_change",
    subjectType: "organization",
    subjectId: organizationId,
    details: { change: created.id, ...fields },
  });
  return accept(created.id);
}
