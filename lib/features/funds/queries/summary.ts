import type { z } from "zod";
import { parseYuan, yuanText } from "@/lib/kernel/money";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { ledgerReach, mayEnter, opensLedger, readsInside } from "../policy";
import type { fundSummarySchema, summarySchema } from "../schema";
import { type FundSide, fundSides } from "../types";

type Row = {
  year: number;
  organizationId: string;
  name: string;
  side: FundSide;
  cash: boolean;
  records: number;
  total: string;
};

const amounts = (rows: readonly Row[], side: FundSide) => {
  const ofSide = rows.filter((row) => row.side === side);
  const sum = (cash: boolean) =>
    yuanText(
      ofSide
        .filter((row) => row.cash === cash)
        .reduce((total, row) => total + (parseYuan(row.total) ?? 0n), 0n),
    );
  return {
    cash: sum(true),
    inKind: sum(false),
    records: ofSide.reduce((count, row) => count + row.records, 0),
  };
};

const groupBy = <K>(rows: readonly Row[], key: (row: Row) => K): [K, Row[]][] => [
  ...Map.groupBy(rows, key),
];

type Line = {
  promised: ReturnType<typeof amounts>;
  received: ReturnType<typeof amounts>;
  conditional: ReturnType<typeof amounts>;
};

const columns = (line: Line): bigint[] =>
  [
    line.promised.cash,
    line.received.cash,
    line.promised.inKind,
    line.received.inKind,
    line.conditional.cash,
    line.conditional.inKind,
  ].map((text) => parseYuan(text) ?? 0n);

/** By the first column that differs, the larger first: columns are compared, never added. */
function byColumns(a: Line, b: Line): number {
  const [left, right] = [columns(a), columns(b)];
  const at = left.findIndex((amount, index) => amount !== right[index]);
  return at < 0 ? 0 : (right[at] ?? 0n) > (left[at] ?? 0n) ? 1 : -1;
}

/**
 * Promised and received, cash and goods, read from the roll-up that triggers keep: as fast with a million entries as
 * with ten. An organization's line adds its years; nothing adds sides.
 */
export async function fundSummary(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof summarySchema>,
): Promise<z.input<typeof fundSummarySchema>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.year, r.organization_id AS "organizationId", o.name, r.side, r.cash, r.records, r.total::text AS total
    FROM fund_rollups r JOIN organizations o ON o.id = r.organization_id
    WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.records <> 0
      AND (${input.organization ?? null}::uuid IS NULL OR r.organization_id = ${input.organization ?? null}::uuid)
    ORDER BY o.pinyin, o.id`;
  const chosen = rows.filter(
    (row) => row.year >= (input.from ?? row.year) && row.year <= (input.to ?? row.year),
  );
  const inside = readsInside(scope);
  const byName = groupBy(inside ? chosen : [], (row) => row.organizationId);
  const sides = Object.fromEntries(fundSides.map((side) => [side, amounts(chosen, side)]));
  return {
    sides: {
      ...(sides as Record<FundSide, ReturnType<typeof amounts>>),
      ...(!inside && { proposed: null, entered: null }),
    },
    spent: "not-recorded",
    years: groupBy(rows, (row) => row.year)
      .sort(([a], [b]) => a - b)
      .map(([year, ofYear]) => ({
        year,
        promised: amounts(ofYear, "promised"),
        received: amounts(ofYear, "received"),
      })),
    organizations: byName
      .map(([id, own]) => ({
        id,
        name: own[0]?.name ?? "",
        promised: amounts(own, "promised"),
        received: amounts(own, "received"),
        conditional: amounts(own, "conditional"),
      }))
      .filter((line) => columns(line).some((amount) => amount !== 0n))
      .sort(byColumns),
    opensLedger: opensLedger(scope, input.organization ?? null),
    may: { open: ledgerReach(scope) !== undefined, enter: mayEnter(scope) },
  };
}
