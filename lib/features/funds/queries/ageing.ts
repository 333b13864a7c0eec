import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { ageingPageSchema, ageingSchema } from "../schema/reports";
import { ageBands } from "../types";

type Bands = Record<(typeof ageBands)[number], string>;

type Row = {
  id: string;
  name: string;
  promises: number;
  oldestDueOn: string;
  cashBands: string[];
  kindBands: string[];
  cashTotal: string;
  kindTotal: string;
  count: number;
  allCash: string[];
  allKind: string[];
};

const bandsOf = (sums: readonly string[] | undefined): Bands =>
  Object.fromEntries(ageBands.map((band, index) => [band, sums?.[index] ?? "0.00"])) as Bands;

/**
 * What was promised for a day that is over and has not arrived, by giver and by age. Lines of a schedule are paid from the
 * oldest on; a line whose milestone is not accepted is not due; a promise without schedule is due on its day.
 */
export async function promiseAgeing(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof ageingSchema>,
): Promise<z.input<typeof ageingPageSchema>> {
  const rows = await db.$queryRaw<Row[]>`
    WITH promises AS (
      SELECT c.id, c.organization_id, c.kind = 'cash' AS cash, c.amount, c.due_on,
        coalesce((SELECT sum(e.amount) FROM fund_entries e WHERE e.alliance_id = c.alliance_id AND e.commitment_id = c.id
          AND e.state = 'posted'), 0) AS received
      FROM fund_commitments c WHERE c.alliance_id = ${scope.alliance.id}::uuid AND c.state = 'confirmed'
    ), lines AS (
      SELECT p.id, i.due_on, i.amount FROM promises p JOIN fund_instalments i ON i.commitment_id = p.id
        LEFT JOIN project_milestones m ON m.alliance_id = i.alliance_id AND m.id = i.milestone_id
      WHERE m.id IS NULL OR m.state = 'accepted'
      UNION ALL
      SELECT p.id, p.due_on, p.amount FROM promises p
      WHERE p.due_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM fund_instalments i WHERE i.commitment_id = p.id)
    ), late AS (
      SELECT p.id, p.organization_id, p.cash, l.due_on, least(l.amount,
        greatest(0, sum(l.amount) OVER (PARTITION BY p.id ORDER BY l.due_on, l.amount ROWS UNBOUNDED PRECEDING) - p.received)) AS open,
        ${scope.today}::date - l.due_on AS days
      FROM promises p JOIN lines l ON l.id = p.id
    ), owed AS (
      SELECT *, CASE WHEN days <= 30 THEN 1 WHEN days <= 90 THEN 2 WHEN days <= 180 THEN 3 ELSE 4 END AS band
      FROM late WHERE days > ${input.over ?? 0}::int AND open > 0
        AND (${input.organization ?? null}::uuid IS NULL OR organization_id = ${input.organization ?? null}::uuid)
    ), givers AS (
      SELECT organization_id, count(DISTINCT id)::int AS promises, min(due_on) AS oldest,
        ARRAY(SELECT coalesce(sum(b.open), 0.00)::text FROM generate_series(1, 4) g LEFT JOIN owed b ON b.band = g AND b.cash
          AND b.organization_id = o.organization_id GROUP BY g ORDER BY g) AS cash_bands,
        ARRAY(SELECT coalesce(sum(b.open), 0.00)::text FROM generate_series(1, 4) g LEFT JOIN owed b ON b.band = g AND NOT b.cash
          AND b.organization_id = o.organization_id GROUP BY g ORDER BY g) AS kind_bands,
        coalesce(sum(open) FILTER (WHERE cash), 0.00) AS cash_total, coalesce(sum(open) FILTER (WHERE NOT cash), 0.00) AS kind_total
      FROM owed o GROUP BY organization_id
    )
    SELECT o.id, o.name, g.promises, g.oldest::text AS "oldestDueOn", g.cash_bands AS "cashBands", g.kind_bands AS "kindBands",
      g.cash_total::text AS "cashTotal", g.kind_total::text AS "kindTotal", count(*) OVER ()::int AS count,
      ARRAY(SELECT coalesce(sum(b.open), 0.00)::text FROM generate_series(1, 4) s LEFT JOIN owed b ON b.band = s AND b.cash GROUP BY s ORDER BY s) AS "allCash",
      ARRAY(SELECT coalesce(sum(b.open), 0.00)::text FROM generate_series(1, 4) s LEFT JOIN owed b ON b.band = s AND NOT b.cash GROUP BY s ORDER BY s) AS "allKind"
    FROM givers g JOIN organizations o ON o.id = g.organization_id
    ORDER BY g.oldest, g.cash_total DESC, o.id LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`;
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      promises: row.promises,
      oldestDueOn: row.oldestDueOn,
      cash: bandsOf(row.cashBands),
      inKind: bandsOf(row.kindBands),
      total: { cash: row.cashTotal, inKind: row.kindTotal },
    })),
    total: rows[0]?.count ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    cash: bandsOf(rows[0]?.allCash),
    inKind: bandsOf(rows[0]?.allKind),
  };
}
