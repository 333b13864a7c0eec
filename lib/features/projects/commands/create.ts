import type { z } from "zod";
import { addCommitment } from "@/lib/features/funds/commands/commitments";
import { newId } from "@/lib/kernel/ids";
import { accept } from "@/lib/kernel/result";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { writeWithNext } from "@/lib/platform/db/later";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import { actsFor } from "../policy";
import { afterAnswer } from "../rules/states";
import type { createProjectSchema } from "../schema/projects";
import type { PartyState } from "../types";
import { checkFile, checkMembers, checkPark, checkPartners } from "./guards";
import type { Moved } from "./move";

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

type Party = {
  organizationId: string;
  role: string;
  duty?: string | undefined;
  dutyKind?: string | undefined;
};

/** The project, its parties and the first line of its history, in one statement that goes out with the next one. */
async function insert(tx: Tx, scope: TenantScope, input: Input, leadId: string): Promise<Moved> {
  // Whoever acts for the lead has confirmed by registering; a lead that the secretariat names is asked like the others.
  const answer: PartyState = actsFor(scope, leadId) ? "confirmed" : "pending";
  const state = afterAnswer([answer, ...input.partners.map(() => "pending" as const)]);
  const lead = { organizationId: leadId, role: "lead", dutyKind: input.leadDutyKind };
  const parties: Party[] = [lead, ...input.partners];
  const { actor, now } = scope;
  const tenant = scope.alliance.id;
  const id = newId(now);
  const statement = Prisma.sql`
    WITH project AS (
      INSERT INTO projects (id, alliance_id, title, type, source, state, state_since, summary, lead_id, starts_on, ends_on,
        file_id, park_id, contract_no, budget, without_money, created_by_id, created_at)
      VALUES (${id}::uuid, ${tenant}::uuid, ${input.title}, ${input.type}::project_type, ${input.source}::project_source,
        ${state}::project_state, ${now}, ${input.summary ?? null}, ${leadId}::uuid, ${input.startsOn}::date,
        ${input.endsOn}::date, ${input.fileId ?? null}::uuid, ${input.parkId ?? null}::uuid, ${input.contractNo ?? null},
        ${input.budget ?? null}::numeric, ${input.withoutMoney}, ${actor.userId}::uuid, ${now})
    ), parties AS (
      INSERT INTO project_parties (id, alliance_id, project_id, organization_id, role, duty_kind, duty, state,
        answered_by_id, answered_at)
      SELECT y.id, ${tenant}::uuid, ${id}::uuid, y.organization_id, y.role, y.duty_kind, y.duty,
        CASE y.role WHEN 'lead' THEN ${answer}::party_state ELSE 'pending' END,
        CASE WHEN y.role = 'lead' AND ${answer} = 'confirmed' THEN ${actor.userId}::uuid END,
        CASE WHEN y.role = 'lead' AND ${answer} = 'confirmed' THEN ${now}::timestamptz END
      FROM unnest(${parties.map(() => newId(now))}::uuid[], ${parties.map((party) => party.organizationId)}::uuid[],
        ${parties.map((party) => party.role)}::party_role[], ${parties.map((party) => party.dutyKind ?? null)}::duty_kind[],
        ${parties.map((party) => party.duty ?? null)}::text[]) AS y (id, organization_id, role, duty_kind, duty)
    )
    INSERT INTO project_events (id, alliance_id, project_id, kind, organization_id, actor_id, created_at)
    VALUES (${newId(now)}::uuid, ${tenant}::uuid, ${id}::uuid, 'created', ${leadId}::uuid, ${actor.userId}::uuid, ${now})`;
  await writeWithNext(tx, statement);
  return { id, state, code: null, version: 1 };
}

/** Registers a cooperation and asks its partners at once. */
export async function createProject(tx: Tx, scope: TenantScope, input: Input) {
  const leadId = leadOf(scope, input);
  checkPartners(leadId, input.partners);
  await checkFile(tx, scope, input.fileId);
  await checkPark(tx, input.parkId);
  const organizationIds = [leadId, ...input.partners.map((partner) => partner.organizationId)];
  const members = await checkMembers(tx, scope, organizationIds);
  if (!members.ok) return members;
  const project = await insert(tx, scope, input, leadId);
  await scope.audit({
    action: "project.create",
    subjectType: "project",
    subjectId: project.id,
    details: { title: input.title, type: input.type, leadId, organizationIds },
  });
  if (input.promise) {
    await addCommitment(
      tx,
      scope,
      { projectId: project.id, organizationId: leadId },
      input.promise,
    );
  }
  return accept(project);
}
