import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { isOfProject, keyKindOf } from "../rules/keys";
import type { OutcomeState, ResultLevel } from "../types";

export type SameKey = {
  id: string;
  organizationId: string;
  organizationName: string;
  /** Who reported it and who owns a part of it. */
  ownerIds: string[];
  title: string;
  naturalKey: string;
  projectId: string | null;
  level: ResultLevel | null;
  year: number;
  occurredOn: string;
  state: OutcomeState;
  chainStep: number;
  followed: boolean;
};

const columns = Prisma.sql`o.id, o.organization_id AS "organizationId", g.name AS "organizationName",
  ARRAY(SELECT s.organization_id::text FROM outcome_shares s WHERE s.record_id = o.id) || o.organization_id::text AS "ownerIds",
  o.title, o.natural_key AS "naturalKey", o.project_id AS "projectId", o.level::text AS level, o.year, o.occurred_on::text AS "occurredOn",
  o.state::text AS state, o.chain_step AS "chainStep",
  EXISTS (SELECT 1 FROM outcome_records n WHERE n.alliance_id = o.alliance_id AND n.follows_id = o.id) AS followed`;

export type AskedKey = {
  metricCode: string;
  key: string;
  /** Counts where the project is a part of the key. */
  projectId: string | null;
  name?: string | undefined;
  step?: number | undefined;
};

/** Records of one thing, by its whole key or by its name alone; the first one first. Whoever sees them. */
export function sameKey(db: Db, scope: TenantScope, asked: AskedKey): Promise<SameKey[]> {
  const { metricCode, key, projectId, name, step } = asked;
  const anyProject = !isOfProject(keyKindOf(metricCode));
  return db.$queryRaw<SameKey[]>`
    SELECT ${columns} FROM outcome_records o JOIN organizations g ON g.id = o.organization_id
    WHERE o.id IN (
        SELECT id FROM outcome_records WHERE alliance_id = ${scope.alliance.id}::uuid AND metric_code = ${metricCode}
          AND natural_key IS NOT NULL AND outcome_key(natural_key) = outcome_key(${key})
          AND (${anyProject}::boolean OR project_id IS NOT DISTINCT FROM ${projectId}::uuid)
        UNION SELECT id FROM outcome_records WHERE alliance_id = ${scope.alliance.id}::uuid AND metric_code = ${metricCode}
          AND key_name IS NOT NULL AND outcome_key(key_name) = outcome_key(${name ?? null}))
      AND (${step ?? null}::int IS NULL OR o.chain_step = ${step ?? null}::int)
    ORDER BY o.chain_step, o.created_at, o.id LIMIT 20`;
}

export type ChainEnd = SameKey & { metricCode: string };

/** The record that a new claim would go on from. */
export async function chainEnd(
  db: Db,
  scope: TenantScope,
  id: string,
): Promise<ChainEnd | undefined> {
  const rows = await db.$queryRaw<ChainEnd[]>`
    SELECT ${columns}, o.metric_code AS "metricCode" FROM outcome_records o JOIN organizations g ON g.id = o.organization_id
    WHERE o.alliance_id = ${scope.alliance.id}::uuid AND o.id = ${id}::uuid`;
  return rows[0];
}
