import type { z } from "zod";
import { dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { openWith } from "../queries/handover";
import type { endRepresentativeInput } from "../schema/register";
import { lockMembership } from "./change-representative";
import { endRights } from "./end-rights";

/** A person no longer speaks for a member; the account loses the organization's rights with the same day. */
export async function endRepresentative(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof endRepresentativeInput>,
): Promise<Result<{ id: string; rightsEnded: number }, "representative-ended" | "handover-open">> {
  const found = await tx.representative.findFirst({
    where: { id: input.representativeId, allianceId: scope.alliance.id },
    include: { membership: { select: { id: true, organizationId: true } } },
  });
  if (!found) return notFound();
  await lockMembership(tx, scope, found.membership.id);
  const leaving = {
    membershipId: found.membership.id,
    personId: found.personId,
    representativeId: found.id,
  };
  const open = input.handover ? [] : await openWith(tx, scope, leaving);
  if (open.length > 0) return refuse("handover-open", { count: open.length });
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
  const rightsEnded = await endRights(tx, scope, {
    personId: found.personId,
    membershipId: found.membership.id,
    organizationId,
    lastDay: input.lastDay,
  });
  await scope.audit({
    action: "representative.end",
    subjectType: "organization",
    subjectId: organizationId,
    details: { representative: found.id, lastDay: input.lastDay, rightsEnded },
  });
  return accept({ id: found.id, rightsEnded });
}
