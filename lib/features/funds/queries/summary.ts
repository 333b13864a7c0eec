import type { z } from "zod";
import type { Day } from "@/lib/kernel/dates";
import { fenOf, yuanText } from "@/lib/kernel/money";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { fundDoors, opensLedger, readsInside } from "../policy";
import { type fundSummarySchema, summaryRows, type summarySchema } from "../schema/reports";
import { type FundSide, fundSides } from "../types";
import { fundPast, fundTotalsOf, pastOf } from "./past";

type Input = z.output<typeof summarySchema>;
type Row = { year: number; side: FundSide; cash: boolean; records: number; total: string };

const amounts = (rows: readonly Row[], side: FundSide) => {
  const ofSide = rows.filter((row) => row.side === side);
  const sum = (cash: boolean) =>
    yuanText(
      ofSide
        .filter((row) => row.cash === cash)
        .reduce((total, row) => total + fenOf(row.total), 0n),
    );
  return {
    cash: sum(true),
    inKind: sum(false),
    records: ofSide.reduce((count, row) => count + row.records, 0),
  };
};

type Sides = z.input<typeof fundSummarySchema>["sides"];
type YearRow = { year: number; state: "closing" | "closed" };

/** Years that were closed, or about to be, at the end of the day. */
const yearStates = (db: Db, { alliance, today }: TenantScope, day: Day = today) =>
  db.$queryRaw<YearRow[]>`
    SELECT year, CASE WHEN (closed_at AT TIME ZONE ${alliance.timeZone})::date <= ${day}::date THEN 'closed' ELSE 'closing' END AS state
    FROM fund_years WHERE alliance_id = ${alliance.id}::uuid AND (proposed_at AT TIME ZONE ${alliance.timeZone})::date <= ${day}::date`;

/** A few rows per year, whatever number of organizations and entries there is. */
const byYear = (db: Db, scope: TenantScope, input: Input, day: Day | undefined) => db.$queryRaw<
  Row[]
>`
  SELECT year, side, cash, sum(records)::int AS records, sum(total)::text AS total FROM ${fundTotalsOf(scope.alliance.id, day)} r
  WHERE alliance_id = ${scope.alliance.id}::uuid
    AND (${input.organization ?? null}::uuid IS NULL OR organization_id = ${input.organization ?? null}::uuid)
  GROUP BY year, side, cash HAVING sum(records) <> 0 ORDER BY year`;

type Line = {
  id: string;
  name: string;
  count: number;
  sums: string[];
  records: number[];
};

/**
 * The organizations with the most, ordered by the first column that differs: columns are compared, never added. Those
 * with nothing binding, booked or conditional are left out.
 */
const byOrganization = (
  db: Db,
  scope: TenantScope,
  input: Input,
  day: Day | undefined,
) => db.$queryRaw<Line[]>`
  SELECT o.id, o.name, l.count, ARRAY[l.a, l.b, l.c, l.d, l.e, l.f]::text[] AS sums, ARRAY[l.p, l.r, l.x] AS records
  FROM (
    SELECT organization_id, count(*) OVER ()::int AS count,
      coalesce(sum(total) FILTER (WHERE side = 'promised' AND cash), 0.00) AS a,
      coalesce(sum(total) FILTER (WHERE side = 'promised' AND NOT cash), 0.00) AS b,
      coalesce(sum(total) FILTER (WHERE side = 'received' AND cash), 0.00) AS c,
      coalesce(sum(total) FILTER (WHERE side = 'received' AND NOT cash), 0.00) AS d,
      coalesce(sum(total) FILTER (WHERE side = 'conditional' AND cash), 0.00) AS e,
      coalesce(sum(total) FILTER (WHERE side = 'conditional' AND NOT cash), 0.00) AS f,
      coalesce(sum(records) FILTER (WHERE side = 'promised'), 0)::int AS p,
      coalesce(sum(records) FILTER (WHERE side = 'received'), 0)::int AS r,
      coalesce(sum(records) FILTER (WHERE side = 'conditional'), 0)::int AS x
    FROM ${fundTotalsOf(scope.alliance.id, day)} r
    WHERE alliance_id = ${scope.alliance.id}::uuid AND side IN ('promised', 'received', 'conditional')
      AND year BETWEEN ${input.from ?? 0}::int AND ${input.to ?? 9999}::int
      AND (${input.organization ?? null}::uuid IS NULL OR organization_id = ${input.organization ?? null}::uuid)
    GROUP BY organization_id HAVING sum(records) <> 0
    ORDER BY a DESC, c DESC, b DESC, d DESC, organization_id LIMIT ${summaryRows}
  ) l JOIN organizations o ON o.id = l.organization_id ORDER BY l.a DESC, l.c DESC, l.b DESC, l.d DESC, o.id`;

const ofLine = ({ sums, records }: Line, place: 0 | 1 | 2) => ({
  cash: sums[place * 2] ?? "0.00",
  inKind: sums[place * 2 + 1] ?? "0.00",
  records: records[place] ?? 0,
});

/**
 * Promised, received and spent, cash and goods, read from the roll-up that triggers keep: as fast with a million entries as
 * with ten. Nothing adds sides.
 */
export async function fundSummary(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof fundSummarySchema>> {
  const inside = readsInside(scope);
  // The filter would give away one by one what the list of organizations keeps back.
  if (input.organization && !inside) {
    throw new AppError(scope.actor.userId ? "forbidden" : "unauthenticated");
  }
  const past = await fundPast(db, scope, input.asOf);
  // A table of which one column is unknown would be read as if it held zeros.
  const hasPromises = !past.unknown.includes("promised");
  const [rows, lines, states] = await Promise.all([
    byYear(db, scope, input, past.day),
    inside && hasPromises ? byOrganization(db, scope, input, past.day) : [],
    yearStates(db, scope, past.day),
  ]);
  const chosen = rows.filter(
    (row) => row.year >= (input.from ?? row.year) && row.year <= (input.to ?? row.year),
  );
  const sides = Object.fromEntries(fundSides.map((side) => [side, amounts(chosen, side)]));
  return {
    sides: {
      ...(sides as Record<FundSide, ReturnType<typeof amounts>>),
      ...(!inside && { proposed: null, entered: null, requested: null }),
      ...(Object.fromEntries(past.unknown.map((side) => [side, null])) as Partial<Sides>),
    },
    past: pastOf(past),
    years: (hasPromises ? [...Map.groupBy(rows, (row) => row.year)] : []).map(([year, ofYear]) => ({
      year,
      promised: amounts(ofYear, "promised"),
      received: amounts(ofYear, "received"),
      spent: amounts(ofYear, "spent"),
      state: states.find((one) => one.year === year)?.state ?? ("open" as const),
    })),
    organizations: lines.map((line) => ({
      id: line.id,
      name: line.name,
      promised: ofLine(line, 0),
      received: ofLine(line, 1),
      conditional: ofLine(line, 2),
    })),
    organizationCount: lines[0]?.count ?? 0,
    opensLedger: opensLedger(scope, input.organization ?? null),
    may: fundDoors(scope),
  };
}
