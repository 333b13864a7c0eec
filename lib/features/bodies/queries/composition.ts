import type { Day } from "@/lib/kernel/dates";
import type { Db } from "@/lib/platform/db/transaction";
import { checkComposition } from "../rules/seats";
import type { CompositionFacts, CompositionFinding, CompositionRuleView } from "../schema/seats";

type Row = CompositionRuleView & {
  bodyId: string;
  seats: number;
  filledKinds: CompositionFacts["filledKinds"];
  members: number;
};

/** Composition rules in force on a day against the seats of that day, of one body or of all. */
export async function readComposition(
  db: Db,
  allianceId: string,
  day: Day,
  bodyId: string | null = null,
): Promise<{ bodyId: string; finding: CompositionFinding }[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, c.body_id AS "bodyId", c.kind::text AS kind, c.kinds::text[] AS kinds, c.num, c.den, c.article_ref AS "articleRef",
      (SELECT count(*)::int FROM seats s WHERE s.alliance_id = c.alliance_id AND s.body_id = c.body_id AND s.voting) AS seats,
      ARRAY(SELECT o.kind::text FROM seats s
        JOIN seat_holdings h ON h.seat_id = s.id AND ${day}::date BETWEEN h.valid_from AND coalesce(h.valid_to, 'infinity')
        LEFT JOIN memberships m ON m.id = h.membership_id LEFT JOIN organizations o ON o.id = m.organization_id
        WHERE s.alliance_id = c.alliance_id AND s.body_id = c.body_id AND s.voting) AS "filledKinds",
      (SELECT count(*)::int FROM membership_periods p WHERE p.alliance_id = c.alliance_id
        AND ${day}::date BETWEEN p.valid_from AND coalesce(p.valid_to, 'infinity')) AS members
    FROM composition_rules c
    WHERE c.alliance_id = ${allianceId}::uuid AND (${bodyId}::uuid IS NULL OR c.body_id = ${bodyId}::uuid)
      AND ${day}::date BETWEEN c.valid_from AND coalesce(c.valid_to, 'infinity')
    ORDER BY c.valid_from, c.id`;
  return rows.map(({ bodyId: of, seats, filledKinds, members, ...rule }) => ({
    bodyId: of,
    finding: checkComposition(rule, { seats, filledKinds, members }),
  }));
}
