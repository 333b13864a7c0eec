import type { z } from "zod";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import {
  ledgerReach,
  mayAllowAdvance,
  mayConfirm,
  mayDecideBudget,
  mayEnter,
  mayPledgeFor,
  mayProposeFor,
  mayRequestFor,
} from "../policy";
import { mayPromise, mayReceive } from "../rules/promises";
import type { ProjectFunds, projectFundsSchema, projectFundsViewSchema } from "../schema/budgets";
import { listCommitments } from "./of-project";
import { fundRules } from "./rules";
import { sixNumbers, sixTexts } from "./six";

type Head = {
  id: string;
  title: string;
  code: string | null;
  state: string;
  leadId: string;
  startsOn: string;
  endsOn: string;
  advance: string;
  advanceBasis: string | null;
  parties: { id: string; name: string }[];
  milestones: { id: string; title: string }[];
};

const head = (db: Db, allianceId: string, id: string) => db.$queryRaw<Head[]>`
  SELECT p.id, p.title, project_code(p.code_year, p.code_number) AS code, p.state::text AS state, p.lead_id AS "leadId",
    p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn", coalesce(a.advance, 0.00)::text AS advance,
    a.advance_basis AS "advanceBasis",
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) ORDER BY y.role, o.name) FROM project_parties y
      JOIN organizations o ON o.id = y.organization_id WHERE y.project_id = p.id AND y.state <> 'declined'), '[]') AS parties,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'title', m.title) ORDER BY m.sort_order) FROM project_milestones m
      WHERE m.alliance_id = p.alliance_id AND m.project_id = p.id AND m.state <> 'waived'), '[]') AS milestones
  FROM projects p LEFT JOIN fund_accounts a ON a.alliance_id = p.alliance_id AND a.project_id = p.id
  WHERE p.alliance_id = ${allianceId}::uuid AND p.id = ${id}::uuid`;

const lines = (db: Db, allianceId: string, id: string) => db.$queryRaw<ProjectFunds["lines"]>`
  SELECT l.id, l."order", l.task, l.title, l.department, l.responsible, l.cash, l.planned::text AS planned,
    l.ceiling::text AS ceiling, l.received::text AS received, l.spent::text AS spent,
    coalesce((SELECT jsonb_agg(jsonb_build_object('number', r.number, 'planned', a.planned::text) ORDER BY r.number)
      FROM budget_amounts a JOIN budget_revisions r ON r.id = a.revision_id
      WHERE a.line_id = l.id AND r.state <> 'rejected'), '[]') AS "planBy"
  FROM budget_lines l WHERE l.alliance_id = ${allianceId}::uuid AND l.project_id = ${id}::uuid ORDER BY l."order"`;

const revisions = (db: Db, allianceId: string, id: string) => db.$queryRaw<
  (ProjectFunds["revisions"][number] & { proposedById: string | null })[]
>`
  SELECT r.id, r.number, r.state::text AS state, r.reason, r.created_at AS at, p.name AS by, d.name AS "decidedBy",
    r.proposed_by_id AS "proposedById"
  FROM budget_revisions r LEFT JOIN users pu ON pu.id = r.proposed_by_id LEFT JOIN people p ON p.id = pu.person_id
  LEFT JOIN users du ON du.id = r.decided_by_id LEFT JOIN people d ON d.id = du.person_id
  WHERE r.alliance_id = ${allianceId}::uuid AND r.project_id = ${id}::uuid ORDER BY r.number DESC`;

function rights(scope: TenantScope, project: Head, openProposer: string | null | undefined) {
  const ledger = ledgerReach(scope);
  const takes = mayReceive(project.state);
  return {
    ledger: ledger ? (ledger.whole ? ("whole" as const) : ("own" as const)) : ("none" as const),
    enter: takes && mayEnter(scope),
    request: takes ? project.parties.filter((party) => mayRequestFor(scope, party.id)) : [],
    pledgeFor: mayPromise(project.state)
      ? project.parties.filter((party) => mayPledgeFor(scope, party.id))
      : [],
    confirm: project.code !== null && mayConfirm(scope),
    propose:
      openProposer === undefined &&
      (takes || mayPromise(project.state)) &&
      mayProposeFor(scope, project.leadId),
    decide:
      openProposer !== undefined && openProposer !== scope.actor.userId && mayDecideBudget(scope),
    advance: takes && mayAllowAdvance(scope),
  };
}

/**
 * The money of one project: the six numbers, promises with their schedules, the budget with its revisions. A party reads
 * its own promises; those who read the whole ledger read all.
 */
export async function projectFunds(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof projectFundsSchema>,
): Promise<z.input<typeof projectFundsViewSchema>> {
  const tenant = scope.alliance.id;
  const reach = ledgerReach(scope);
  const [project] = await head(db, tenant, input.id);
  if (!project || !reach) return notFound();
  if (!reach.whole && !project.parties.some((party) => reaches(reach, party.id))) return notFound();
  const [six, commitments, budget, versions, rules] = await Promise.all([
    sixNumbers(db, tenant, { projectIds: [project.id] }),
    listCommitments(db, tenant, project.id, scope.today),
    lines(db, tenant, project.id),
    revisions(db, tenant, project.id),
    fundRules(db, tenant),
  ]);
  const open = versions.find((one) => one.state === "proposed");
  return {
    ...project,
    projectId: project.id,
    six: sixTexts(six),
    commitments: commitments.filter((one) => reaches(reach, one.organizationId)),
    lines: budget,
    revisions: versions,
    rules,
    may: rights(scope, project, open ? open.proposedById : undefined),
  };
}
