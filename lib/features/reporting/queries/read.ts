import { readTree } from "@/lib/features/indicators/queries/sets";
import { type Day, dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { decimalOf, microOf } from "../rules/cell";
import type { CheckedCell } from "../rules/checks";
import { yearBegin } from "../rules/states";
import type { CellAnswer } from "../types";

/** Periods that are read for what is usual; the newest three are shown. */
const MOST_BEFORE = 12;

const micro = (value: { toFixed(): string } | null): bigint | null =>
  value === null ? null : (microOf(value.toFixed()) ?? null);

/** The report with its cycle and set; not found for whom it does not concern. */
export async function findReport(db: Db, scope: TenantScope, obligationId: string) {
  const found = await db.obligation.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: obligationId } },
    include: {
      organization: { select: { id: true, name: true } },
      cycle: { include: { set: true } },
    },
  });
  if (!found) return notFound();
  const { whole, organizationIds } = scope.reach;
  return whole || organizationIds.includes(found.organizationId) ? found : notFound();
}
export type FoundReport = Awaited<ReturnType<typeof findReport>>;

type Past = {
  cycleId: string;
  name: string;
  from: Day;
  to: Day;
  edition: number;
  code: string | null;
  answer: CellAnswer | null;
  amount: Prisma.Decimal | null;
  denominator: Prisma.Decimal | null;
};

/** What this organization reported in the periods of the same kind before, the newest first. */
async function readPast(db: Db, report: FoundReport): Promise<Past[]> {
  const { allianceId, organizationId, cycle } = report;
  return db.$queryRaw<Past[]>`
    SELECT c.id AS "cycleId", c.name, c.period_from::text AS "from", c.period_to::text AS "to", c.edition, i.code,
      v.answer::text AS answer, v.amount, v.denominator
    FROM (SELECT c.*, s.edition FROM reporting_cycles c JOIN indicator_sets s ON s.alliance_id = c.alliance_id AND s.id = c.set_id
      WHERE c.alliance_id = ${allianceId}::uuid AND s.code = ${cycle.set.code}
        AND c.period_kind = ${cycle.periodKind}::period_kind AND c.period_to < ${cycle.periodFrom}::date
      ORDER BY c.period_to DESC, c.id LIMIT ${MOST_BEFORE}) c
    LEFT JOIN obligations o ON o.alliance_id = c.alliance_id AND o.cycle_id = c.id AND o.organization_id = ${organizationId}::uuid
      AND o.exempt_reason IS NULL
    LEFT JOIN report_values v ON v.alliance_id = o.alliance_id AND v.obligation_id = o.id
    LEFT JOIN indicators i ON i.alliance_id = v.alliance_id AND i.set_id = v.set_id AND i.id = v.indicator_id
    ORDER BY c.period_to DESC, c.id`;
}

/** Sums of verified records in the period, of the metrics that are computed. */
async function readComputed(db: Db, report: FoundReport, codes: readonly string[]) {
  if (codes.length === 0) return new Map<string, bigint | null>();
  const rows = await db.outcomeRecord.groupBy({
    by: ["metricCode"],
    where: {
      allianceId: report.allianceId,
      organizationId: report.organizationId,
      metricCode: { in: [...codes] },
      state: { in: ["verified", "published"] },
      occurredOn: { gte: report.cycle.periodFrom, lte: report.cycle.periodTo },
    },
    _sum: { quantity: true },
  });
  return new Map(rows.map((row) => [row.metricCode, micro(row._sum.quantity)]));
}

/** The version of the set in which the series of a code last began anew. */
async function readCuts(db: Db, { allianceId, cycle }: FoundReport): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ code: string; edition: number }[]>`
    SELECT i.code, max(s.edition)::int AS edition FROM indicator_sets s
    JOIN indicators i ON i.alliance_id = s.alliance_id AND i.set_id = s.id AND i.series_cut
    WHERE s.alliance_id = ${allianceId}::uuid AND s.code = ${cycle.set.code} AND s.edition <= ${cycle.set.edition}
    GROUP BY i.code`;
  return new Map(rows.map(({ code, edition }) => [code, edition]));
}

/** What stands around the cells and does not change while they are written. */
export async function readFrame(db: Db, report: FoundReport) {
  const { allianceId, setId } = report;
  const [tree, past, cuts, rules] = await Promise.all([
    readTree(db, allianceId, setId),
    readPast(db, report),
    readCuts(db, report),
    db.indicatorRule.findMany({ where: { allianceId, setId }, orderBy: { sortOrder: "asc" } }),
  ]);
  const metrics = tree.flatMap(({ computed, metricCode }) =>
    computed && metricCode ? [metricCode] : [],
  );
  const computed = await readComputed(db, report, metrics);
  const cycles = [...Map.groupBy(past, ({ cycleId }) => cycleId).values()];
  const periods = cycles.map((rows) => ({
    name: rows[0]?.name ?? "",
    cells: new Map(rows.flatMap((row) => (row.code ? [[row.code, row] as const] : []))),
  }));
  const yearOf = (basis: Parameters<typeof yearBegin>[1]) =>
    yearBegin(dayOf(report.cycle.periodTo), basis);
  const nodes = tree.map((node) => {
    const cut = cuts.get(node.code) ?? 0;
    const before = periods.map(({ cells }) => {
      const row = cells.get(node.code);
      // What was asked for under another definition is another series.
      return row && row.answer !== "blank" && row.edition >= cut ? row : null;
    });
    const inYear = before.filter((row) => row !== null && row.from >= yearOf(node.yearBasis));
    return { node, before, inYear, computed: computed.get(node.metricCode ?? "") ?? 0n };
  });
  return { nodes, rules, periods: periods.map(({ name }) => name) };
}
type Frame = Awaited<ReturnType<typeof readFrame>>;

/** Everything that the grid, the checks and the desk need of one report, in a few statements whatever its length. */
export async function readCells(db: Db, report: FoundReport, known?: Frame) {
  const { allianceId, id: obligationId } = report;
  const [frame, values] = await Promise.all([
    known ?? readFrame(db, report),
    db.reportValue.findMany({
      where: { allianceId, obligationId },
      include: { file: { select: { id: true, name: true } } },
    }),
  ]);
  const stored = new Map(values.map((value) => [value.indicatorId, value]));
  const nodes = frame.nodes.map(({ node, before, inYear, computed }) => {
    const value = stored.get(node.id);
    const own = node.computed ? computed : micro(value?.amount ?? null);
    const sum = inYear.reduce(
      (total, row) => total + (micro(row?.amount ?? null) ?? 0n),
      own ?? 0n,
    );
    const counts = node.kind === "flow" && (own !== null || inYear.length > 0);
    return { node, value, before, amount: own, yearToDate: counts ? decimalOf(sum) : null };
  });
  return { ...frame, nodes };
}
export type ReadCells = Awaited<ReturnType<typeof readCells>>;

const bound = (text: string | null): bigint | null =>
  text === null ? null : (microOf(text) ?? null);

/** The cells as the checks see them; headings are not asked. */
export const checkedCells = ({ nodes }: ReadCells): CheckedCell[] =>
  nodes.flatMap(({ node, value, before, amount }) =>
    node.kind === null
      ? []
      : [
          {
            code: node.code,
            kind: node.kind,
            unit: node.unitZh,
            lowest: bound(node.lowest),
            highest: bound(node.highest),
            partOfCode: node.partOfCode,
            evidenceRequired: node.evidenceRequired,
            computed: node.computed,
            answer: node.computed ? ("value" as const) : (value?.answer ?? "blank"),
            amount,
            denominator: micro(value?.denominator ?? null),
            hasFile: value?.fileId != null,
            before: before.map((row) => micro(row?.amount ?? null)),
          },
        ],
  );

export const dayOrNull = (date: Date | null): Day | null => (date ? dayOf(date) : null);
