import type { z } from "zod";
import { dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { endRepresentativeInput } from "../schema";
import { lockMembership } from "./change-representative";

/** A person no longer speaks for a member; the account loses the organization's rights with the same day. */
export async function endRepresentative(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof endRepresentativeInput>,
): Promise<Result<{ id: string; rightsEnded: number }, "representative-ended">> {
  const found = await tx.representative.findFirst({
    where: { id: input.representativeId, allianceId: scope.alliance.id },
    include: { membership: { select: { id: true, organizationId: true } } },
  });
  if (!found) return notFound();
  await lockMembership(tx, scope, found.membership.id);
  const { count } = await tx.representative.updateMany({
    where: {
      id: found.id,
      validFrom: { lte: dateOf(input.lastDay) },
      OR: [{ validTo: null }, { validTo: { gt: dateOf(input.lastDay) } }],
    },
    data: { validTo: dateOf(input.lastDay) },
  });
  if (count === 0) return refuse("representative-ended", { day: dayOf(found.validFrom) });
  const { organizationId } = found.membership;
  const rightsEnded = await tx.$executeRaw`
    UPDATE role_grants g SET valid_to = ${input.lastDay}::date
    FROM users u WHERE u.id = g.user_id AND u.person_id = ${found.personId}::uuid
      AND g.alliance_id = ${scope.alliance.id}::uuid AND g.organization_id = ${organizationId}::uuid
      AND g.valid_from <= ${input.lastDay}::date AND coalesce(g.valid_to, 'infinity') > ${input.lastDay}::date`;
  await scope.audit({
    action: "representative.end",
    subjectType: "organization",
    subjectId: organizationId,
    details: { representative: found.id, lastDay: input.lastDay, rightsEnded },
  });
  return accept({ id: found.id, rightsEnded });
}
