import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { organizationKinds } from "../../organizations/types";
import type { compositionInput, compositionOutput } from "../schema/register";
import { memberPositions } from "../types";

type Composition = z.input<typeof compositionOutput>;
type Counts = { dimension: string; value: string; count: number };

/** Members of a day by kind, by position and along the chain; every count is that of the register filtered so. */
export async function readComposition(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof compositionInput>,
): Promise<Composition> {
  const day = input.asOf ?? scope.today;
  const alliance = scope.alliance.id;
  const counts = await db.$queryRaw<Counts[]>`
    WITH members AS (
      SELECT m.organization_id, p.position, o.kind
      FROM membership_periods p JOIN memberships m ON m.id = p.membership_id JOIN organizations o ON o.id = m.organization_id
      WHERE p.alliance_id = ${alliance}::uuid AND p.valid_from <= ${day}::date AND coalesce(p.valid_to, 'infinity') >= ${day}::date
    ), placed AS (
      SELECT DISTINCT x.organization_id, c.position FROM organization_chain_nodes x JOIN chain_nodes c ON c.id = x.chain_node_id
      WHERE x.alliance_id = ${alliance}::uuid
    )
    SELECT 'kind' AS dimension, kind::text AS value, count(*)::int AS count FROM members GROUP BY 2
    UNION ALL SELECT 'position', position::text, count(*)::int FROM members GROUP BY 2
    UNION ALL SELECT 'chain', placed.position::text, count(*)::int FROM members JOIN placed USING (organization_id) GROUP BY 2
    UNION ALL SELECT 'unplaced', '', count(*)::int FROM members WHERE organization_id NOT IN (SELECT organization_id FROM placed)`;
  const nodes = await db.$queryRaw<Composition["nodes"]>`
    SELECT c.id, c.name, c.name_en AS "nameEn", c.position::text AS chain, count(p.id)::int AS count
    FROM chain_nodes c
    LEFT JOIN organization_chain_nodes x ON x.chain_node_id = c.id
    LEFT JOIN memberships m ON m.organization_id = x.organization_id AND m.alliance_id = c.alliance_id
    LEFT JOIN membership_periods p ON p.membership_id = m.id
      AND p.valid_from <= ${day}::date AND coalesce(p.valid_to, 'infinity') >= ${day}::date
    WHERE c.alliance_id = ${alliance}::uuid GROUP BY c.id ORDER BY c.position, c.sort_order, c.id`;
  const of = (dimension: string, value: string) =>
    counts.find((row) => row.dimension === dimension && row.value === value)?.count ?? 0;
  const byKind = organizationKinds.map((kind) => ({ kind, count: of("kind", kind) }));
  const chains = [...new Set(nodes.map((node) => node.chain))];
  return {
    asOf: day,
    total: byKind.reduce((sum, { count }) => sum + count, 0),
    byKind,
    byPosition: memberPositions.map((position) => ({ position, count: of("position", position) })),
    byChain: chains.map((chain) => ({ chain, count: of("chain", chain) })),
    unplaced: of("unplaced", ""),
    nodes,
  };
}
