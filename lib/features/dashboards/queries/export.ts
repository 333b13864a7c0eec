import type { z } from "zod";
import { reachOf } from "@/lib/features/access/policy";
import { fundTotalsOf } from "@/lib/features/funds/queries/past";
import { moneyMetrics } from "@/lib/features/metrics/types";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import type { DashboardExport, Detail, exportDashboardSchema } from "../schema";
import { getDashboard } from "./get";
import { countedStates, ofWhom, rollupsOf, type Stretch, seenRows } from "./sums";

type Input = z.output<typeof exportDashboardSchema>;

/** Whose parts the reader may take away: all, or own organizations' (security 2, export.table). */
const mayTake = (scope: TenantScope): Prisma.Sql =>
  scope.reach.whole
    ? Prisma.sql`true`
    : Prisma.sql`r.organization_id = ANY(${[...scope.reach.organizationIds]}::uuid[])`;

/** Parts of the results that stand on the page, by year and organization, from the roll-up. */
function outcomeParts(db: Db, scope: TenantScope, stretch: Stretch, codes: readonly string[]) {
  // Who may take own organizations' parts alone still reads verified figures, not only published ones.
  const verified = { ...scope, reach: { ...scope.reach, whole: true } };
  const states = countedStates(verified);
  return db.$queryRaw<Detail[]>`
    SELECT x.code, x.year, o.name AS organization, x.approved::numeric(20,2)::text AS approved, x."approvedRecords",
      x.provisional::numeric(20,2)::text AS provisional, x."provisionalRecords"
    FROM (
      SELECT r.metric_code AS code, r.year, r.organization_id,
        coalesce(sum(r.total) FILTER (WHERE r.state::text = ANY(${states}::text[])), 0) AS approved,
        coalesce(sum(r.records) FILTER (WHERE r.state::text = ANY(${states}::text[])), 0)::int AS "approvedRecords",
        coalesce(sum(r.total) FILTER (WHERE r.state IN ('submitted', 'returned')), 0) AS provisional,
        coalesce(sum(r.records) FILTER (WHERE r.state IN ('submitted', 'returned')), 0)::int AS "provisionalRecords"
      FROM ${rollupsOf(scope, stretch)} r
      WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.records > 0 AND r.metric_code = ANY(${[...codes]}::text[])
        AND r.year BETWEEN ${stretch.from} AND ${stretch.to} AND ${ofWhom(stretch)} AND ${mayTake(scope)}
        AND ${seenRows(verified)}
      GROUP BY 1, 2, 3) x JOIN organizations o ON o.id = x.organization_id
    ORDER BY x.code, x.year, o.pinyin, o.id`;
}

type MoneyPart = Omit<Detail, "code"> & { side: string; cash: boolean };

function moneyParts(db: Db, scope: TenantScope, stretch: Stretch) {
  return db.$queryRaw<MoneyPart[]>`
    SELECT r.side, r.cash, r.year, o.name AS organization, r.total::text AS approved, r.records AS "approvedRecords",
      '0.00' AS provisional, 0 AS "provisionalRecords"
    FROM ${fundTotalsOf(scope.alliance.id, stretch.asOf)} r JOIN organizations o ON o.id = r.organization_id
    WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.records <> 0 AND r.year BETWEEN ${stretch.from} AND ${stretch.to}
      AND ${ofWhom(stretch)} AND ${mayTake(scope)} ORDER BY r.year, o.pinyin, o.id`;
}

const codeOf = ({ side, cash }: MoneyPart) =>
  moneyMetrics.find(({ filter }) => filter.side === side && filter.cash === String(cash))?.code;

/**
 * What the page shows, with the parts of every sum. The sums come from the page's own query: screen, export and REST give
 * one number (I-17).
 */
export async function exportDashboard(
  db: Db,
  scope: TenantScope,
  { code, ...filter }: Input,
): Promise<DashboardExport> {
  const reach = reachOf("fund.read_summary", scope.actor.roles, scope.alliance.id) ?? notFound();
  const found = await getDashboard(db, { ...scope, reach }, filter);
  const board = code
    ? { ...found, numbers: found.numbers.filter((number) => number.code === code) }
    : found;
  if (board.numbers.length === 0) notFound();
  const stretch = { ...filter, from: board.from, to: board.to, asOf: board.past?.day };
  const reader = { ...scope, reach: { ...scope.reach, whole: scope.reach.whole && reach.whole } };
  const sources = new Set(board.numbers.map(({ source }) => source));
  const codes = board.numbers.map((number) => number.code);
  const [outcomes, money] = await Promise.all([
    sources.has("outcomes") ? outcomeParts(db, reader, stretch, codes) : [],
    sources.has("funds") && reach.whole ? moneyParts(db, reader, stretch) : [],
  ]);
  const details = [
    ...outcomes,
    ...money.flatMap((part) => {
      const own = codeOf(part);
      return own && codes.includes(own) ? [{ ...part, code: own }] : [];
    }),
  ];
  await scope.audit({
    action: "export.table",
    subjectType: "dashboard",
    subjectId: null,
    details: { rows: details.length, ...(code && { code }) },
  });
  return {
    board,
    details,
    ownOnly: !reader.reach.whole,
    alliance: scope.alliance.name,
    reader: scope.actor.name ?? "",
  };
}
