import { takeNumber } from "@/lib/features/bodies/commands/take-number";
import { type Day, dateOf } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { ProjectType } from "../types";
import { checkMembers } from "./guards";
import { movedNow, note } from "./move";
import { addMilestones, keepPlan, type PlannedMilestone } from "./plan";

export type Awarded = {
  title: string;
  summary?: string | undefined;
  type: ProjectType;
  /** Organization of the team that won. */
  leadId: string;
  /** Enterprise that posted the problem. */
  demandId: string;
  funderId?: string | undefined;
  startsOn: Day;
  endsOn: Day;
  callId: string;
  milestones: readonly PlannedMilestone[];
};

/** One organization has one part: who demands and pays is the one that demands. */
function partiesOf(award: Awarded) {
  const wanted = [
    { organizationId: award.leadId, role: "lead" as const },
    { organizationId: award.demandId, role: "demand" as const },
    ...(award.funderId ? [{ organizationId: award.funderId, role: "funder" as const }] : []),
  ];
  return wanted.filter(
    (one, index) =>
      wanted.findIndex((other) => other.organizationId === one.organizationId) === index,
  );
}

/**
 * 揭榜 → 立项: the award has been judged, chosen and shown to the public, so the project begins registered: numbered like
 * every other, its parties bound by the contract, its milestones those of the contract.
 */
export async function registerAwarded(
  tx: Tx,
  scope: TenantScope,
  award: Awarded,
): Promise<Result<{ id: string; code: string }, "not-a-member" | "milestone-outside">> {
  if (award.endsOn < award.startsOn) {
    throw new AppError("malformed", { issues: [{ path: "endsOn", message: "ends-before-start" }] });
  }
  const { startsOn: from, endsOn: to } = award;
  if (award.milestones.some(({ dueOn }) => dueOn < from || dueOn > to)) {
    return refuse("milestone-outside", { from, to });
  }
  const parties = partiesOf(award);
  const members = await checkMembers(
    tx,
    scope,
    parties.map((party) => party.organizationId),
  );
  if (!members.ok) return members;
  const year = Number(scope.today.slice(0, 4));
  const allianceId = scope.alliance.id;
  const number = await takeNumber(tx, { allianceId, name: "project", year });
  const id = newId(scope.now);
  await tx.project.create({
    data: {
      id,
      allianceId,
      title: award.title,
      type: award.type,
      source: "open_bid",
      state: "registered",
      stateSince: scope.now,
      summary: award.summary ?? null,
      leadId: award.leadId,
      startsOn: dateOf(award.startsOn),
      endsOn: dateOf(award.endsOn),
      createdById: scope.actor.userId,
      codeYear: year,
      codeNumber: number,
      registeredAt: scope.now,
      createdAt: scope.now,
    },
  });
  await tx.projectParty.createMany({
    data: parties.map((party) => ({
      ...party,
      allianceId,
      projectId: id,
      state: "confirmed" as const,
      answeredAt: scope.now,
      answeredById: scope.actor.userId,
    })),
  });
  await addMilestones(tx, scope, id, award.milestones);
  await keepPlan(tx, scope, id);
  await note(tx, scope, id, { kind: "created", organizationId: award.leadId });
  await note(tx, scope, id, { kind: "registered" });
  await scope.audit({
    action: "project.register",
    subjectType: "project",
    subjectId: id,
    details: { callId: award.callId, year, number, leadId: award.leadId },
  });
  const { code } = await movedNow(tx, scope, id);
  return accept({ id, code: code ?? "" });
}
