import type { z } from "zod";
import { addCommitment } from "@/lib/features/funds/commands/commitments";
import { dateOf } from "@/lib/kernel/dates";
import { accept } from "@/lib/kernel/result";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden } from "@/lib/platform/errors";
import { actsFor } from "../policy";
import { afterAnswer } from "../rules/states";
import type { createProjectSchema } from "../schema";
import type { PartyState } from "../types";
import { checkFile, checkMembers, checkPartners } from "./guards";
import { movedNow, note } from "./move";

type Input = z.output<typeof createProjectSchema>;

/** Whose project it is: the caller's own organization, or the one that the secretariat names. */
function leadOf(scope: TenantScope, input: Input): string {
  const [own, another] = [...new Set(scope.reach.organizationIds)];
  const chosen = input.leadId ?? (another || scope.reach.whole ? undefined : own);
  if (!chosen) {
    throw new AppError("malformed", { issues: [{ path: "leadId", message: "required" }] });
  }
  return reaches(scope.reach, chosen) ? chosen : forbidden();
}

async function insert(tx: Tx, scope: TenantScope, input: Input, leadId: string) {
  // Whoever acts for the lead has confirmed by registering; a lead that the secretariat names is asked like the others.
  const leadAnswer: PartyState = actsFor(scope, leadId) ? "confirmed" : "pending";
  const answered = leadAnswer === "confirmed";
  const { id } = await tx.project.create({
    select: { id: true },
    data: {
      allianceId: scope.alliance.id,
      title: input.title,
      type: input.type,
      source: input.source,
      state: afterAnswer([leadAnswer, ...input.partners.map(() => "pending" as const)]),
      stateSince: scope.now,
      summary: input.summary,
      leadId,
      startsOn: dateOf(input.startsOn),
      endsOn: dateOf(input.endsOn),
      fileId: input.fileId ?? null,
      createdById: scope.actor.userId,
      createdAt: scope.now,
    },
  });
  await tx.projectParty.createMany({
    data: [
      {
        allianceId: scope.alliance.id,
        projectId: id,
        organizationId: leadId,
        role: "lead" as const,
        state: leadAnswer,
        answeredById: answered ? scope.actor.userId : null,
        answeredAt: answered ? scope.now : null,
      },
      ...input.partners.map((partner) => ({
        allianceId: scope.alliance.id,
        projectId: id,
        organizationId: partner.organizationId,
        role: partner.role,
        duty: partner.duty ?? null,
      })),
    ],
  });
  return id;
}

/** Registers a cooperation and asks its partners at once. */
export async function createProject(tx: Tx, scope: TenantScope, input: Input) {
  const leadId = leadOf(scope, input);
  checkPartners(leadId, input.partners);
  await checkFile(tx, scope, input.fileId);
  const organizationIds = [leadId, ...input.partners.map((partner) => partner.organizationId)];
  const members = await checkMembers(tx, scope, organizationIds);
  if (!members.ok) return members;
  const id = await insert(tx, scope, input, leadId);
  await note(tx, scope, id, { kind: "created", organizationId: leadId });
  await scope.audit({
    action: "project.create",
    subjectType: "project",
    subjectId: id,
    details: { title: input.title, type: input.type, leadId, organizationIds },
  });
  if (input.promise) {
    await addCommitment(tx, scope, { projectId: id, organizationId: leadId }, input.promise);
  }
  return accept(await movedNow(tx, scope, id));
}
