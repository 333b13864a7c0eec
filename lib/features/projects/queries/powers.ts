import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { actsForAll } from "../policy";
import { firstPowers, type Powers, weightOf } from "../rules/powers";
import type { powersViewSchema } from "../schema/powers";

/** The table of powers of an alliance as it is in force; the first one until it has adopted its own. */
export async function powersInForce(db: Db, allianceId: string): Promise<Powers> {
  const rows = await db.$queryRaw<Powers[]>`
    SELECT review_from::text AS "reviewFrom", amount_a::text AS "amountA", amount_b::text AS "amountB"
    FROM decision_powers WHERE alliance_id = ${allianceId}::uuid AND state = 'in_force'`;
  return rows[0] ?? firstPowers;
}

/** What a project weighs in the table of powers, in yuan. */
export async function weightNow(db: Db, allianceId: string, projectId: string): Promise<string> {
  const rows = await db.$queryRaw<{ budget: string | null; promised: string }[]>`
    SELECT p.budget::text AS budget, (SELECT coalesce(sum(c.amount), 0)::numeric(20, 2)::text FROM fund_commitments c
      WHERE c.alliance_id = p.alliance_id AND c.project_id = p.id AND c.state::text <> 'cancelled') AS promised
    FROM projects p WHERE p.alliance_id = ${allianceId}::uuid AND p.id = ${projectId}::uuid`;
  const [row] = rows;
  return weightOf(row?.budget ?? null, row?.promised ?? "0.00");
}

type Version = {
  id: string;
  number: number;
  state: "proposed" | "in_force" | "replaced" | "dropped";
  reviewFrom: string;
  amountA: string;
  amountB: string;
  proposedById: string | null;
  proposedBy: string | null;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
};

/** Every version of the table, the newest first, and what holds today. */
export async function readPowers(
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof powersViewSchema>> {
  const allianceId = scope.alliance.id;
  const rows = await db.$queryRaw<Version[]>`
    SELECT d.id, d.number, d.state::text AS state, d.review_from::text AS "reviewFrom", d.amount_a::text AS "amountA",
      d.amount_b::text AS "amountB", d.proposed_by_id AS "proposedById", pn.name AS "proposedBy",
      d.proposed_at AS "proposedAt", dn.name AS "decidedBy", d.decided_at AS "decidedAt"
    FROM decision_powers d
    LEFT JOIN users pu ON pu.id = d.proposed_by_id LEFT JOIN people pn ON pn.id = pu.person_id
    LEFT JOIN users du ON du.id = d.decided_by_id LEFT JOIN people dn ON dn.id = du.person_id
    WHERE d.alliance_id = ${allianceId}::uuid ORDER BY d.number DESC LIMIT 50`;
  return {
    inForce: await powersInForce(db, allianceId),
    mayPropose: actsForAll(scope, "project.set_powers"),
    adopted: rows.some((row) => row.state === "in_force"),
    versions: rows.map((row) => ({
      ...row,
      mine: row.proposedById !== null && row.proposedById === scope.actor.userId,
    })),
  };
}
