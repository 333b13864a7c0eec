import { addsOverYears, isUpperBound } from "@/lib/features/metrics/rules";
import type { Metric } from "@/lib/features/metrics/schema";
import { fenOf, yuanText } from "@/lib/kernel/money";
import type { MetricSeries, YearFunds, YearValue } from "./schema";

export type RollupRow = {
  metricCode: string;
  year: number;
  approved: boolean;
  records: number;
  total: string;
};
export type FundRow = { year: number; side: string; cash: boolean; total: string };

/** Quantities have at most two decimals, so they add exactly in hundredths, as money does. */
const add = (values: readonly string[]): string =>
  yuanText(values.reduce((sum, value) => sum + fenOf(value), 0n));

const yearValue = (year: number, rows: readonly RollupRow[]): YearValue => {
  const of = (approved: boolean) =>
    rows.filter((row) => row.year === year && row.approved === approved);
  const count = (approved: boolean) => of(approved).reduce((sum, row) => sum + row.records, 0);
  return {
    year,
    approved: add(of(true).map((row) => row.total)),
    approvedRecords: count(true),
    provisional: add(of(false).map((row) => row.total)),
    provisionalRecords: count(false),
  };
};

/** One metric's years and its value. A stock is never added over years: its newest approved year speaks (domain 4). */
export function seriesOf(metric: Metric, rows: readonly RollupRow[]): MetricSeries {
  const years = [...new Set(rows.map((row) => row.year))]
    .sort((a, b) => a - b)
    .map((year) => yearValue(year, rows));
  const adds = addsOverYears(metric);
  const approved = years.filter((year) => year.approvedRecords > 0);
  const counted = adds ? approved : approved.slice(-1);
  return {
    ...metric,
    adds,
    atMost: isUpperBound(metric),
    years,
    value: add(counted.map((year) => year.approved)),
    records: counted.reduce((sum, year) => sum + year.approvedRecords, 0),
    provisionalRecords: years.reduce((sum, year) => sum + year.provisionalRecords, 0),
  };
}

const sideOf = (rows: readonly FundRow[], side: string, cash: boolean) =>
  add(rows.filter((row) => row.side === side && row.cash === cash).map((row) => row.total));

const fundsIn = (rows: readonly FundRow[]): Omit<YearFunds, "year"> => ({
  promisedCash: sideOf(rows, "promised", true),
  promisedKind: sideOf(rows, "promised", false),
  receivedCash: sideOf(rows, "received", true),
  receivedKind: sideOf(rows, "received", false),
  spentCash: sideOf(rows, "spent", true),
  spentKind: sideOf(rows, "spent", false),
});

/**
 * Promised, received and spent, cash and in kind, always apart (domain 8, insight 3). A promise under a condition is in none
 * of them: Deyang's 2,000 万元 shows 0 received and 0 promised until the condition is proven.
 */
export function fundsOf(rows: readonly FundRow[]) {
  const years = [...new Set(rows.map((row) => row.year))].sort((a, b) => a - b);
  return {
    years: years.map((year) => ({ year, ...fundsIn(rows.filter((row) => row.year === year)) })),
    total: fundsIn(rows),
    conditional: add(rows.filter((row) => row.side === "conditional").map((row) => row.total)),
  };
}
