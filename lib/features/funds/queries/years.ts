import type { z } from "zod";
import { fenOf, yuanText } from "@/lib/kernel/money";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { mayClose, mayCountersign, mayRestate, maySetRules } from "../policy";
import type { sixSchema } from "../schema/budgets";
import type { LedgerYear, yearListSchema } from "../schema/reports";
import { fundRules } from "./rules";

export type YearLock = { lateUntil: string; restatedUntil: string | null };

/** The lock of a closed year, if it is closed. */
export async function yearLock(
  db: Db,
  allianceId: string,
  year: number,
): Promise<YearLock | undefined> {
  const rows = await db.$queryRaw<YearLock[]>`
    SELECT y.late_until::text AS "lateUntil",
      (SELECT max(s.until) FROM fund_restatements s WHERE s.year_id = y.id)::text AS "restatedUntil"
    FROM fund_years y WHERE y.alliance_id = ${allianceId}::uuid AND y.year = ${year}::int AND y.state = 'closed'`;
  return rows[0];
}

/** Entries of a year that are neither posted nor rejected. */
export async function yearPending(db: Db, allianceId: string, year: number): Promise<number> {
  const rows = await db.$queryRaw<{ pending: number }[]>`
    SELECT count(*)::int AS pending FROM fund_entries WHERE alliance_id = ${allianceId}::uuid
      AND happened_on BETWEEN make_date(${year}::int, 1, 1) AND make_date(${year}::int, 12, 31)
      AND state NOT IN ('posted', 'rejected')`;
  return rows[0]?.pending ?? 0;
}

type Sum = { year: number; side: string; cash: boolean; total: string };

const sums = (db: Db, allianceId: string, year: number | null) => db.$queryRaw<Sum[]>`
  SELECT year, side, cash, sum(total)::text AS total FROM fund_rollups WHERE alliance_id = ${allianceId}::uuid
    AND (${year}::int IS NULL OR year = ${year}::int) AND side IN ('promised', 'received', 'spent')
  GROUP BY year, side, cash HAVING sum(records) <> 0`;

type SixTexts = z.output<typeof sixSchema>;

function sixOf(rows: readonly Sum[]): SixTexts {
  const sum = (side: string, cash: boolean) =>
    yuanText(
      rows
        .filter((row) => row.side === side && row.cash === cash)
        .reduce((total, row) => total + fenOf(row.total), 0n),
    );
  const both = (side: string) => ({ cash: sum(side, true), inKind: sum(side, false) });
  return { promised: both("promised"), received: both("received"), spent: both("spent") };
}

/** The six numbers of one year as they are now. */
export const yearFigures = async (db: Db, allianceId: string, year: number): Promise<SixTexts> =>
  sixOf(await sums(db, allianceId, year));

type YearRow = {
  year: number;
  state: "closing" | "closed";
  figures: SixTexts | null;
  proposedById: string | null;
  proposedBy: string | null;
  closedBy: string | null;
  closedAt: Date | null;
  lateUntil: string | null;
};

const yearRows = (db: Db, allianceId: string) => db.$queryRaw<YearRow[]>`
  SELECT y.year, y.state::text AS state, y.figures, y.proposed_by_id AS "proposedById", p.name AS "proposedBy",
    c.name AS "closedBy", y.closed_at AS "closedAt", y.late_until::text AS "lateUntil"
  FROM fund_years y LEFT JOIN users pu ON pu.id = y.proposed_by_id LEFT JOIN people p ON p.id = pu.person_id
  LEFT JOIN users cu ON cu.id = y.countersigned_by_id LEFT JOIN people c ON c.id = cu.person_id
  WHERE y.alliance_id = ${allianceId}::uuid`;

const pendingRows = (db: Db, allianceId: string) => db.$queryRaw<
  { year: number; pending: number }[]
>`
  SELECT extract(year FROM happened_on)::int AS year, count(*)::int AS pending FROM fund_entries
  WHERE alliance_id = ${allianceId}::uuid AND state NOT IN ('posted', 'rejected') GROUP BY 1`;

type Note = LedgerYear["restatements"][number] & { year: number };

const notes = (db: Db, allianceId: string) => db.$queryRaw<Note[]>`
  SELECT y.year, s.id, r.title AS resolution, s.note, s.until::text AS until, s.created_at AS at
  FROM fund_restatements s JOIN fund_years y ON y.id = s.year_id
  JOIN resolutions r ON r.alliance_id = s.alliance_id AND r.id = s.resolution_id
  WHERE s.alliance_id = ${allianceId}::uuid ORDER BY s.created_at`;

const decisions = (db: Db, allianceId: string) => db.$queryRaw<{ id: string; title: string }[]>`
  SELECT id, year || '-' || number || ' ' || title AS title FROM resolutions WHERE alliance_id = ${allianceId}::uuid
  ORDER BY adopted_on DESC, id DESC LIMIT 50`;

/** Every year with entries, the latest first: open, being closed, or closed with its figures of that day. */
export async function listYears(
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof yearListSchema>> {
  const tenant = scope.alliance.id;
  const [all, years, pending, restated, rules, resolutions] = await Promise.all([
    sums(db, tenant, null),
    yearRows(db, tenant),
    pendingRows(db, tenant),
    notes(db, tenant),
    fundRules(db, tenant),
    mayRestate(scope) ? decisions(db, tenant) : [],
  ]);
  const names = [...new Set([...all, ...years, ...pending].map((row) => row.year))];
  const items = names
    .sort((a, b) => b - a)
    .map((year) => {
      const row = years.find((one) => one.year === year);
      const waiting = pending.find((one) => one.year === year)?.pending ?? 0;
      const isOver = `${year}-12-31` < scope.today;
      const other = row?.proposedById !== scope.actor.userId;
      return {
        year,
        state: row?.state ?? ("open" as const),
        proposedBy: row?.proposedBy ?? null,
        closedBy: row?.closedBy ?? null,
        closedAt: row?.closedAt ?? null,
        lateUntil: row?.lateUntil ?? null,
        now: sixOf(all.filter((one) => one.year === year)),
        closed: row?.figures ?? null,
        pending: waiting,
        restatements: restated.filter((one) => one.year === year),
        may: {
          close: !row && isOver && waiting === 0 && mayClose(scope),
          countersign: row?.state === "closing" && waiting === 0 && other && mayCountersign(scope),
          takeBack: row?.state === "closing" && mayClose(scope),
          restate: row?.state === "closed" && mayRestate(scope),
        },
      };
    });
  return { items, rules, resolutions, may: { setRules: maySetRules(scope) } };
}
