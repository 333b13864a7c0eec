import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { actsAsLead, actsForAll, type ProjectFacts } from "../policy";
import {
  canMoveMilestone,
  isOverdue,
  type MilestoneMove,
  milestonesMove,
  underWay,
} from "../rules/states";
import type { milestoneViewSchema, reportViewSchema } from "../schema/milestones";
import type { Authority, Light, MilestoneState } from "../types";

type Row = {
  id: string;
  order: number;
  title: string;
  deliverable: string;
  dueOn: string;
  plannedOn: string | null;
  state: MilestoneState;
  reason: string | null;
  submittedById: string | null;
  submittedAt: Date | null;
  acceptedAt: Date | null;
  authority: Authority | null;
  version: number;
  criteria: {
    id: string;
    text: string;
    evidence: {
      round: number;
      text: string;
      fileId: string | null;
      fileName: string | null;
    } | null;
  }[];
};

const rowsOf = (db: Db, allianceId: string, projectId: string) => db.$queryRaw<Row[]>`
  SELECT m.id, m.sort_order AS "order", m.title, m.deliverable, m.due_on::text AS "dueOn", m.state::text AS state,
    m.state_reason AS reason, m.submitted_by_id AS "submittedById", m.submitted_at AS "submittedAt",
    m.accepted_at AS "acceptedAt", m.authority::text AS authority, m.version,
    (SELECT x ->> 'dueOn' FROM project_plans f, json_array_elements(f.content::json -> 'milestones') x
      WHERE f.project_id = m.project_id AND x ->> 'id' = m.id::text ORDER BY f.number LIMIT 1) AS "plannedOn",
    (SELECT coalesce(json_agg(json_build_object('id', c.id, 'text', c.text, 'evidence',
        (SELECT json_build_object('round', e.round, 'text', e.text, 'fileId', f.id, 'fileName', f.name)
         FROM milestone_evidence e LEFT JOIN stored_files f ON f.alliance_id = e.alliance_id AND f.id = e.file_id
         WHERE e.criterion_id = c.id ORDER BY e.round DESC LIMIT 1)) ORDER BY c.sort_order), '[]')
      FROM milestone_criteria c WHERE c.milestone_id = m.id) AS criteria
  FROM project_milestones m
  WHERE m.alliance_id = ${allianceId}::uuid AND m.project_id = ${projectId}::uuid ORDER BY m.sort_order`;

function mayOf(scope: TenantScope, facts: ProjectFacts, row: Row) {
  const works = actsAsLead(scope, facts, "milestone.update");
  const decides = actsForAll(scope, "milestone.decide");
  const can = (move: MilestoneMove) =>
    milestonesMove(move, facts.state) && canMoveMilestone(move, row.state);
  const own = row.submittedById !== null && row.submittedById === scope.actor.userId;
  return {
    begin: works && can("begin"),
    submit: works && can("submit"),
    decide: decides && can("accept") && !own,
    waive: decides && can("waive"),
    reopen: decides && can("reopen"),
    own: decides && can("accept") && own,
  };
}

/** The milestones with their criteria and the latest evidence, one statement. */
export async function milestonesOf(
  db: Db,
  scope: TenantScope,
  facts: ProjectFacts & { id: string },
): Promise<z.input<typeof milestoneViewSchema>[]> {
  const rows = await rowsOf(db, scope.alliance.id, facts.id);
  return rows.map((row) => ({
    ...row,
    plannedOn: row.plannedOn === row.dueOn ? null : row.plannedOn,
    late: underWay.includes(facts.state) && isOverdue(row.state, row.dueOn, scope.today),
    criteria: row.criteria.map(({ evidence, ...one }) => ({
      ...one,
      evidence: evidence && {
        ...evidence,
        file:
          evidence.fileId && evidence.fileName
            ? { id: evidence.fileId, name: evidence.fileName }
            : null,
      },
    })),
    may: mayOf(scope, facts, row),
  }));
}

type Report = z.input<typeof reportViewSchema> & { light: Light };

export const reportsOf = (db: Db, allianceId: string, projectId: string) => db.$queryRaw<Report[]>`
  SELECT year, quarter, light::text AS light, text, created_at AS at FROM project_reports
  WHERE alliance_id = ${allianceId}::uuid AND project_id = ${projectId}::uuid ORDER BY year DESC, quarter DESC`;
