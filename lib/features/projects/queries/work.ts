import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import {
  actsAsLead,
  actsAsParty,
  actsForAll,
  mayMove,
  type ProjectFacts,
  seesInside,
  seesPersons,
} from "../policy";
import { authorityFor, higherOf, needsReview } from "../rules/powers";
import { planning, underWay } from "../rules/states";
import type { workSchema, workViewSchema } from "../schema/work";
import type { Authority, PanelKind } from "../types";
import { changesOf, decisionsOf, plansOf } from "./changes";
import { creditsOf } from "./credits";
import { milestonesOf, reportsOf } from "./milestones";
import { panelsOf } from "./panels";
import { powersInForce, weightNow } from "./powers";
import { resolutionsFor } from "./resolutions";

type Facts = ProjectFacts & { id: string; createdById: string | null };

async function factsOf(db: Db, allianceId: string, id: string): Promise<Facts | undefined> {
  const rows = await db.$queryRaw<Facts[]>`
    SELECT p.id, p.state::text AS state, p.lead_id AS "leadId", p.code_number IS NOT NULL AS "isRegistered",
      p.created_by_id AS "createdById",
      ARRAY(SELECT y.organization_id::text FROM project_parties y WHERE y.project_id = p.id) AS "organizationIds"
    FROM projects p WHERE p.alliance_id = ${allianceId}::uuid AND p.id = ${id}::uuid`;
  return rows[0];
}

type FollowUp = { year: number; text: string; fileId: string | null; fileName: string | null };
type Lead = { name: string; fromOn: string | null; untilOn: string };

const followUpsOf = (db: Db, allianceId: string, id: string) => db.$queryRaw<FollowUp[]>`
  SELECT u.year, u.text, f.id AS "fileId", f.name AS "fileName" FROM project_follow_ups u
  LEFT JOIN stored_files f ON f.alliance_id = u.alliance_id AND f.id = u.file_id
  WHERE u.alliance_id = ${allianceId}::uuid AND u.project_id = ${id}::uuid ORDER BY u.year DESC`;

const leadsOf = (db: Db, allianceId: string, id: string) => db.$queryRaw<Lead[]>`
  SELECT name, from_on::text AS "fromOn", until_on::text AS "untilOn" FROM project_leads
  WHERE alliance_id = ${allianceId}::uuid AND project_id = ${id}::uuid ORDER BY until_on DESC, id DESC`;

function convenes(scope: TenantScope, facts: Facts, open: boolean): PanelKind[] {
  if (open || !actsForAll(scope, "project.manage_review")) return [];
  if (mayMove(scope, facts, "open_review").allowed) return ["review"];
  if (mayMove(scope, facts, "open_acceptance").allowed) return ["acceptance"];
  return facts.state === "running" ? ["midterm"] : [];
}

/** Before the registration the plan is the lead's; afterwards only a project without one writes its first. */
const mayPlan = (scope: TenantScope, facts: Facts, planned: boolean): boolean =>
  actsAsLead(scope, facts, "milestone.update") &&
  (planning.includes(facts.state) || (!planned && underWay.includes(facts.state)));

/** An open question goes to who decides about what the project weighs today. */
const asked = <T extends { authority: Authority; amount: string }>(
  question: T,
  amount: string,
  authority: Authority,
): T => {
  const higher = higherOf(question.authority, authority);
  return higher === question.authority ? question : { ...question, authority: higher, amount };
};

type Reads = {
  open: { proposedById: string | null } | undefined;
  planned: boolean;
  panelOpen: boolean;
};

function mayOf(scope: TenantScope, facts: Facts, { open, planned, panelOpen }: Reads) {
  const decides = open !== undefined && actsForAll(scope, "project.decide");
  const author = facts.createdById !== null && facts.createdById === scope.actor.userId;
  const proposer = open !== undefined && open.proposedById === scope.actor.userId;
  const blocked = author ? ("author" as const) : proposer ? ("proposer" as const) : null;
  return {
    plan: mayPlan(scope, facts, planned),
    report: underWay.includes(facts.state) && actsAsLead(scope, facts, "milestone.update"),
    change: underWay.includes(facts.state) && actsAsParty(scope, facts, "project.change"),
    convene: convenes(scope, facts, panelOpen),
    closePanel: actsForAll(scope, "project.manage_review"),
    decide: decides,
    decideBlocked: decides ? blocked : null,
    credit: facts.isRegistered && actsForAll(scope, "project.credit"),
    rework: facts.state === "rework" && actsAsLead(scope, facts, "milestone.update"),
    followUp: facts.state === "follow_up" && actsAsLead(scope, facts, "project.update"),
  };
}

/** What is done on a project: its milestones, changes, panels and decisions. A fixed number of statements. */
export async function projectWork(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof workSchema>,
): Promise<z.input<typeof workViewSchema>> {
  const tenant = scope.alliance.id;
  const facts = (await factsOf(db, tenant, input.id)) ?? notFound();
  if (!seesInside(scope, facts)) return notFound();
  const sees = actsForAll(scope, "project.manage_review") ? "seats" : "conclusion";
  const reader = { userId: scope.actor.userId, sees } as const;
  const [milestones, reports, changes, plans, panels, decisions] = await Promise.all([
    milestonesOf(db, scope, facts),
    reportsOf(db, tenant, facts.id),
    changesOf(db, scope, facts),
    plansOf(db, tenant, facts.id),
    panelsOf(db, scope, facts.id, reader),
    decisionsOf(db, tenant, facts.id),
  ]);
  const [credits, followUps, leads, powers, weight, resolutions] = await Promise.all([
    creditsOf(db, scope, facts.id),
    followUpsOf(db, tenant, facts.id),
    leadsOf(db, tenant, facts.id),
    powersInForce(db, tenant),
    weightNow(db, tenant, facts.id),
    resolutionsFor(db, tenant, facts.id),
  ]);
  const persons = seesPersons(scope, facts);
  return {
    milestones,
    reports,
    changes,
    plans,
    panels,
    decisions: decisions.map((one) => ({
      ...(one.verdict === null ? asked(one, weight, authorityFor(weight, powers)) : one),
      proposedBy: persons ? one.proposedBy : null,
      decidedBy: persons ? one.decidedBy : null,
    })),
    credits,
    followUps: followUps.map(({ fileId, fileName, ...one }) => ({
      ...one,
      file: fileId && fileName ? { id: fileId, name: fileName } : null,
    })),
    leads,
    resolutions,
    weight,
    needsReview: needsReview(weight, powers),
    today: scope.today,
    may: mayOf(scope, facts, {
      open: decisions.find((one) => one.verdict === null),
      planned: milestones.length > 0,
      panelOpen: panels.some((one) => one.state !== "closed"),
    }),
  };
}
