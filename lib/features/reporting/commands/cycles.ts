import type { z } from "zod";
import { dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import type { ReportingCycle } from "@/prisma/generated/client";
import { owes, periodEnd } from "../rules/states";
import type {
  createCycleInput,
  cycleOutput,
  cycleStepInput,
  syncCycleInput,
  undoCycleInput,
} from "../schema/cycles";

type Answer<R extends string> = Promise<Result<z.output<typeof cycleOutput>, R>>;

const auditCycle = (
  scope: TenantScope,
  action: string,
  id: string,
  details: Record<string, string | number>,
) => scope.audit({ action, subjectType: "cycle", subjectId: id, details });

/**
 * Members with the stretches of their membership, the earliest first: positions that follow each other without a gap are
 * one. Observers report nothing.
 */
const readMembers = (tx: Tx, scope: TenantScope) =>
  tx.$queryRaw<Member[]>`
    SELECT t.organization_id AS "organizationId", lower(s)::text AS "joinedOn", (upper(s) - 1)::text AS "leftOn"
    FROM (SELECT m.organization_id, range_agg(daterange(p.valid_from, p.valid_to, '[]')) AS stretches
      FROM memberships m JOIN membership_periods p ON p.alliance_id = m.alliance_id AND p.membership_id = m.id
      WHERE m.alliance_id = ${scope.alliance.id}::uuid AND p.position <> 'observer' GROUP BY m.organization_id) t
    CROSS JOIN LATERAL unnest(t.stretches) AS s ORDER BY 1, 2`;
type Member = { organizationId: string; joinedOn: string; leftOn: string | null };

const periodOf = ({ periodFrom, periodTo, proRata }: ReportingCycle) => ({
  from: dayOf(periodFrom),
  to: dayOf(periodTo),
  proRata,
});

/**
 * What each member owes in these cycles: who joined within a period begins with the next one unless the cycle is pro rata,
 * and what somebody owes who has left, or was merged into one that owes it too, ends. Run again it adds and changes nothing
 * twice. Two statements, however many cycles and members there are.
 */
async function oblige(
  tx: Tx,
  scope: TenantScope,
  cycles: readonly ReportingCycle[],
  members: readonly Member[],
): Promise<number> {
  const owed = cycles.flatMap((cycle) =>
    members
      .filter((member) => owes(member, periodOf(cycle)))
      .map(({ organizationId }) => ({ cycleId: cycle.id, setId: cycle.setId, organizationId })),
  );
  // Owed already, by somebody else at this moment, or by two stretches within one period: once.
  const count = await tx.$executeRaw`
    INSERT INTO obligations (id, alliance_id, cycle_id, set_id, organization_id, state_since)
    SELECT gen_random_uuid(), ${scope.alliance.id}::uuid, n."cycleId", n."setId", n."organizationId", ${scope.now}
    FROM jsonb_to_recordset(${JSON.stringify(owed)}::jsonb) AS n("cycleId" uuid, "setId" uuid, "organizationId" uuid)
    ON CONFLICT (alliance_id, cycle_id, organization_id) DO NOTHING`;
  // The last stretch tells whether somebody has left.
  const last = new Map(members.map((member) => [member.organizationId, member]));
  const left = [...last.values()].filter(({ leftOn }) => leftOn !== null && leftOn < scope.today);
  await tx.$executeRaw`
    UPDATE obligations o SET ended_on = coalesce(n."leftOn", ${scope.today}::date), version = o.version + 1
    FROM organizations g LEFT JOIN jsonb_to_recordset(${JSON.stringify(left)}::jsonb) AS n("organizationId" uuid, "leftOn" date)
      ON n."organizationId" = g.id
    WHERE o.alliance_id = ${scope.alliance.id}::uuid AND o.cycle_id = ANY(${cycles.map(({ id }) => id)}::uuid[])
      AND g.id = o.organization_id AND (n."leftOn" IS NOT NULL OR g.merged_into_id IS NOT NULL)
      AND o.ended_on IS NULL AND o.state IN ('open', 'draft')`;
  return count;
}

/** Opens a round of reporting over a set in force, with what every member owes in it. */
export async function createCycle(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof createCycleInput>,
): Answer<"set-not-in-force" | "cycle-exists"> {
  const allianceId = scope.alliance.id;
  const { setId, name, periodKind, proRata } = input;
  const set = await tx.indicatorSet.findUnique({
    where: { allianceId_id: { allianceId, id: setId } },
  });
  if (!set) return notFound();
  if (set.state !== "in_force") return refuse("set-not-in-force");
  const [cycle] = await tx.reportingCycle.createManyAndReturn({
    data: [
      {
        allianceId,
        setId,
        name,
        periodKind,
        proRata,
        periodFrom: dateOf(input.periodFrom),
        periodTo: dateOf(periodEnd(periodKind, input.periodFrom)),
        opensOn: dateOf(input.opensOn),
        dueOn: dateOf(input.dueOn),
        verifyBy: dateOf(input.verifyBy),
        closesOn: dateOf(input.closesOn),
        createdById: scope.actor.userId,
      },
    ],
    skipDuplicates: true,
  });
  if (!cycle) return refuse("cycle-exists");
  const obligations = await oblige(tx, scope, [cycle], await readMembers(tx, scope));
  await auditCycle(scope, "cycle.create", cycle.id, { setId, obligations });
  return accept({ id: cycle.id, version: cycle.version, obligations });
}

async function holdCycle(tx: Tx, scope: TenantScope, id: string) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id } };
  return (await tx.reportingCycle.findUnique({ where })) ?? notFound();
}

/** Members that came or went since: their obligations follow. */
export async function syncCycle(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof syncCycleInput>,
): Answer<"cycle-approved"> {
  const cycle = await holdCycle(tx, scope, input.cycleId);
  if (cycle.approvedAt) return refuse("cycle-approved");
  const obligations = await oblige(tx, scope, [cycle], await readMembers(tx, scope));
  await auditCycle(scope, "cycle.sync", cycle.id, { obligations });
  return accept({ id: cycle.id, version: cycle.version, obligations });
}

/** Cycles that can still change follow the members of the alliance. */
export async function syncOpenCycles(tx: Tx, scope: TenantScope): Promise<number> {
  const cycles = await tx.reportingCycle.findMany({
    where: {
      allianceId: scope.alliance.id,
      approvedAt: null,
      closesOn: { gte: dateOf(scope.today) },
    },
    orderBy: { id: "asc" },
  });
  return cycles.length === 0 ? 0 : oblige(tx, scope, cycles, await readMembers(tx, scope));
}

type Approval = { approvedById: string | null; approvedAt: Date | null };

async function setApproval(
  tx: Tx,
  scope: TenantScope,
  given: { cycleId: string; version: number },
  data: Approval,
) {
  const { count } = await tx.reportingCycle.updateMany({
    where: {
      allianceId: scope.alliance.id,
      id: given.cycleId,
      version: given.version,
      approvedAt: data.approvedAt === null ? { not: null } : null,
    },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  return accept({ id: given.cycleId, version: given.version + 1, obligations: 0 });
}

/** The level above approves when all below it are approved or exempt, or owe nothing any more. */
export async function approveCycle(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof cycleStepInput>,
): Answer<"wrong-state" | "members-not-approved"> {
  const cycle = await holdCycle(tx, scope, input.cycleId);
  if (cycle.approvedAt) return refuse("wrong-state");
  const count = await tx.obligation.count({
    where: {
      allianceId: scope.alliance.id,
      cycleId: cycle.id,
      state: { not: "approved" },
      exemptReason: null,
      endedOn: null,
    },
  });
  if (count > 0) return refuse("members-not-approved", { count });
  await auditCycle(scope, "cycle.approve", cycle.id, {});
  return setApproval(tx, scope, input, {
    approvedById: scope.actor.userId,
    approvedAt: scope.now,
  });
}

export async function unapproveCycle(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof undoCycleInput>,
): Answer<"wrong-state"> {
  const cycle = await holdCycle(tx, scope, input.cycleId);
  if (!cycle.approvedAt) return refuse("wrong-state");
  await auditCycle(scope, "cycle.unapprove", cycle.id, { reason: input.reason });
  return setApproval(tx, scope, input, { approvedById: null, approvedAt: null });
}
