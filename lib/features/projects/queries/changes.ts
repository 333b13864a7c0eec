import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { actsAsLead, actsForAll, type ProjectFacts, seesPersons } from "../policy";
import { type changeViewSchema, comparisons, plan, type planViewSchema } from "../schema/changes";
import type { decisionViewSchema } from "../schema/powers";
import type { Authority, ChangeKind, ChangeState, DecisionSubject, Verdict } from "../types";

type ChangeRow = {
  id: string;
  number: number;
  kind: ChangeKind;
  state: ChangeState;
  authority: Authority;
  reason: string;
  old: unknown;
  proposedById: string;
  proposedBy: string | null;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionReason: string | null;
  resolution: string | null;
  planNumber: number | null;
  version: number;
};

/** The changes of a project, the newest first, with old and new as they were when each was asked. */
export async function changesOf(
  db: Db,
  scope: TenantScope,
  facts: ProjectFacts & { id: string },
): Promise<z.input<typeof changeViewSchema>[]> {
  const rows = await db.$queryRaw<ChangeRow[]>`
    SELECT c.id, c.number, c.kind::text AS kind, c.state::text AS state, c.authority::text AS authority, c.reason, c.old,
      c.proposed_by_id AS "proposedById", pn.name AS "proposedBy", c.proposed_at AS "proposedAt",
      dn.name AS "decidedBy", c.decided_at AS "decidedAt", c.decision_reason AS "decisionReason", r.title AS resolution,
      c.plan_number AS "planNumber", c.version
    FROM project_changes c
    LEFT JOIN users pu ON pu.id = c.proposed_by_id LEFT JOIN people pn ON pn.id = pu.person_id
    LEFT JOIN users du ON du.id = c.decided_by_id LEFT JOIN people dn ON dn.id = du.person_id
    LEFT JOIN resolutions r ON r.alliance_id = c.alliance_id AND r.id = c.resolution_id
    WHERE c.alliance_id = ${scope.alliance.id}::uuid AND c.project_id = ${facts.id}::uuid ORDER BY c.number DESC LIMIT 100`;
  const persons = seesPersons(scope, facts);
  return rows.map((row) => {
    const own = row.proposedById === scope.actor.userId;
    const open = row.state === "proposed";
    const decides =
      row.authority === "lead"
        ? actsAsLead(scope, facts, "project.decide_change")
        : actsForAll(scope, "project.decide_change");
    const { old, ...rest } = row;
    return {
      ...rest,
      proposedBy: persons ? row.proposedBy : null,
      decidedBy: persons ? row.decidedBy : null,
      lines: comparisons.parse(old),
      may: {
        decide: open && decides && !own,
        withdraw: open && own,
        own: open && decides && own,
      },
    };
  });
}

/** Every version of the plan; the first is what was planned originally. */
export async function plansOf(
  db: Db,
  allianceId: string,
  projectId: string,
): Promise<z.input<typeof planViewSchema>[]> {
  const rows = await db.projectPlan.findMany({
    where: { allianceId, projectId },
    select: { number: true, createdAt: true, content: true },
    orderBy: { number: "desc" },
    take: 50,
  });
  return rows.map((row) => ({
    number: row.number,
    at: row.createdAt,
    content: plan.parse(row.content),
  }));
}

type DecisionRow = z.input<typeof decisionViewSchema> & {
  proposedById: string | null;
  subject: DecisionSubject;
  verdict: Verdict | null;
};

export const decisionsOf = (db: Db, allianceId: string, projectId: string) => db.$queryRaw<
  DecisionRow[]
>`
  SELECT d.number, d.subject::text AS subject, d.authority::text AS authority, d.amount::text AS amount, d.reason,
    d.proposed_by_id AS "proposedById", pn.name AS "proposedBy", d.proposed_at AS "proposedAt",
    d.verdict::text AS verdict, dn.name AS "decidedBy", d.decided_at AS "decidedAt",
    d.decision_reason AS "decisionReason", r.title AS resolution, r.id AS "resolutionId"
  FROM project_decisions d
  LEFT JOIN users pu ON pu.id = d.proposed_by_id LEFT JOIN people pn ON pn.id = pu.person_id
  LEFT JOIN users du ON du.id = d.decided_by_id LEFT JOIN people dn ON dn.id = du.person_id
  LEFT JOIN resolutions r ON r.alliance_id = d.alliance_id AND r.id = d.resolution_id
  WHERE d.alliance_id = ${allianceId}::uuid AND d.project_id = ${projectId}::uuid ORDER BY d.number DESC LIMIT 50`;
