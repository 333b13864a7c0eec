import { type Day, dateOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { type LockedProject, namesOf, type PartyRow } from "../queries/facts";
import type { ChangeContent } from "../schema/changes";
import { dropMilestones } from "./drop-milestones";
import { addMilestones, keepPlan } from "./plan";

type Part = Pick<PartyRow, "role"> & { duty?: string | undefined; dutyKind?: PartyRow["dutyKind"] };

type Approved = { content: ChangeContent; reason: string };

const of = (scope: TenantScope, project: LockedProject) => ({
  allianceId: scope.alliance.id,
  projectId: project.id,
});

/** Takes an organization in as a party that has agreed, or gives one that is there the part. */
async function takeIn(
  tx: Tx,
  scope: TenantScope,
  project: LockedProject,
  organizationId: string,
  part: Part,
): Promise<void> {
  const data = {
    role: part.role,
    duty: part.duty ?? null,
    dutyKind: part.dutyKind ?? null,
    state: "confirmed" as const,
    answeredAt: scope.now,
    answeredById: scope.actor.userId,
    joinedOn: dateOf(scope.today),
  };
  await tx.projectParty.upsert({
    where: { projectId_organizationId: { projectId: project.id, organizationId } },
    create: { ...of(scope, project), ...data, organizationId },
    update: { role: part.role },
  });
}

/** The lead changes: who led until today stays written, and stays a party. */
async function changeLead(
  tx: Tx,
  scope: TenantScope,
  project: LockedProject,
  organizationId: string,
): Promise<Prisma.ProjectUncheckedUpdateManyInput> {
  const [former] = await namesOf(tx, [project.leadId]);
  await tx.projectParty.updateMany({
    where: { ...of(scope, project), organizationId: project.leadId },
    data: { role: "co_builder" },
  });
  await takeIn(tx, scope, project, organizationId, { role: "lead" });
  const before = await tx.projectLead.findFirst({
    where: of(scope, project),
    orderBy: { untilOn: "desc" },
    select: { untilOn: true },
  });
  await tx.projectLead.create({
    data: {
      ...of(scope, project),
      organizationId: project.leadId,
      name: former?.name ?? "",
      fromOn: before?.untilOn ?? dateOf(project.startsOn),
      untilOn: dateOf(scope.today),
    },
  });
  return { leadId: organizationId };
}

/** New days for milestones; one that was done meanwhile keeps its own. */
async function moveDays(
  tx: Tx,
  scope: TenantScope,
  project: LockedProject,
  moved: readonly { id: string; dueOn: Day }[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE project_milestones m SET due_on = d.due_on, version = m.version + 1
    FROM unnest(${moved.map((one) => one.id)}::uuid[], ${moved.map((one) => one.dueOn)}::date[]) AS d (id, due_on)
    WHERE m.alliance_id = ${scope.alliance.id}::uuid AND m.project_id = ${project.id}::uuid AND m.id = d.id
      AND m.state NOT IN ('accepted', 'waived')`;
}

async function carryOut(
  tx: Tx,
  scope: TenantScope,
  project: LockedProject,
  { content, reason }: Approved,
): Promise<Prisma.ProjectUncheckedUpdateManyInput> {
  switch (content.kind) {
    case "date":
      await moveDays(tx, scope, project, content.milestones ?? []);
      return {
        ...(content.startsOn && { startsOn: dateOf(content.startsOn) }),
        ...(content.endsOn && { endsOn: dateOf(content.endsOn) }),
      };
    case "scope":
      await addMilestones(tx, scope, project.id, content.add ?? []);
      await dropMilestones(tx, scope, project.id, { ids: content.drop ?? [], reason });
      return {
        ...(content.title && { title: content.title }),
        ...(content.summary && { summary: content.summary }),
      };
    case "budget":
      return { budget: content.budget };
    case "funder":
      await takeIn(tx, scope, project, content.organizationId, { role: "funder" });
      return {};
    case "partner":
      if (content.step === "join") {
        await takeIn(tx, scope, project, content.organizationId, content);
      } else {
        await tx.projectParty.deleteMany({
          where: {
            ...of(scope, project),
            organizationId: content.organizationId,
            role: { not: "lead" },
          },
        });
      }
      return {};
    case "lead":
      return changeLead(tx, scope, project, content.organizationId);
  }
}

/** Carries an approved change out; the plan after it is its next version. */
export async function applyChange(
  tx: Tx,
  scope: TenantScope,
  project: LockedProject,
  approved: Approved,
): Promise<number | null> {
  const data = await carryOut(tx, scope, project, approved);
  const { count } = await tx.project.updateMany({
    where: { allianceId: scope.alliance.id, id: project.id, version: project.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  // Before the decision there is no plan in force; it is kept with the registration.
  return project.isRegistered ? keepPlan(tx, scope, project.id) : null;
}
