import type { z } from "zod";
import { addDays, dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { BACK_DATING_DAYS } from "../rules/standing";
import type { warnInput, warnOutput } from "../schema/life";
import { lockMembership } from "./change-representative";
import { isMemberOn } from "./notice";

/**
 * The last year of the member whose results were verified and which is over: nobody alone dates anything back into it
 * (guard 2). A correction has its reason and its second person.
 */
async function approvedYear(
  tx: Tx,
  scope: TenantScope,
  membershipId: string,
): Promise<number | null> {
  const rows = await tx.$queryRaw<{ year: number | null }[]>`
    SELECT max(o.year)::int AS year FROM memberships m
    JOIN outcome_records o ON o.alliance_id = m.alliance_id AND o.organization_id = m.organization_id
    WHERE m.id = ${membershipId}::uuid AND o.state IN ('verified', 'published')
      AND o.year < ${Number(scope.today.slice(0, 4))}`;
  return rows[0]?.year ?? null;
}

/** 警告: a dated letter of the secretariat. It changes no right; the next step is the council's. */
export async function warnMember(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof warnInput>,
): Promise<
  Result<
    z.input<typeof warnOutput>,
    "membership-ended" | "dated-ahead" | "dated-too-far-back" | "in-approved-period"
  >
> {
  const { membershipId, on, reason } = input;
  await lockMembership(tx, scope, membershipId);
  if (on > scope.today) return refuse("dated-ahead");
  if (on < addDays(scope.today, -BACK_DATING_DAYS)) return refuse("dated-too-far-back");
  const approved = await approvedYear(tx, scope, membershipId);
  if (approved !== null && Number(on.slice(0, 4)) <= approved) {
    return refuse("in-approved-period", { year: approved });
  }
  if (!(await isMemberOn(tx, membershipId, on))) return refuse("membership-ended");
  await tx.membershipEvent.create({
    data: {
      allianceId: scope.alliance.id,
      membershipId,
      kind: "warned",
      effectiveOn: dateOf(on),
      reason,
      createdById: scope.actor.userId,
      createdAt: scope.now,
    },
  });
  await scope.audit({
    action: "membership.warn",
    subjectType: "membership",
    subjectId: membershipId,
    details: { on, reason },
  });
  return accept({ membershipId, on });
}
