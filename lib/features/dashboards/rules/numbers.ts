import { distinctSum, registeredOutcome } from "@/lib/features/metrics/rules";
import type { Metric } from "@/lib/features/metrics/schema";
import type { RegisteredMetric } from "@/lib/features/metrics/types";
import type { Listed } from "@/lib/features/people/rules";
import { fenOf, yuanText } from "@/lib/kernel/money";
import type { MetricNumber, YearValue } from "../schema";
import type { Layer } from "../types";

export type RollupRow = { year: number; approved: boolean; records: number; total: string };
export type FundRow = { year: number; side: string; cash: boolean; records: number; total: string };

/** Of people: whom lists name in a layer, of one year or of all. */
export type PeopleRow = Listed & { layer: Layer; year: number | null };

/** What the roll-ups hold of one metric: its sums, and how many members reported. */
export type OutcomeRows = {
  rows: RollupRow[];
  people?: PeopleRow[] | null;
  reported: number;
  pending: number;
  members: number;
};

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

export const yearsOf = (rows: readonly RollupRow[]): YearValue[] =>
  [...new Set(rows.map((row) => row.year))]
    .sort((a, b) => a - b)
    .map((year) => yearValue(year, rows));

/**
 * The value of some years in a layer. A flow adds; a stock is never added over years: its newest year with something in
 * the layer speaks (domain 4).
 */
export function totalOf(
  years: readonly YearValue[],
  time: RegisteredMetric["time"],
  layer: Layer,
): Pick<MetricNumber, "value" | "records" | "newest"> {
  const recordsOf = (year: YearValue) =>
    year.approvedRecords + (layer === "live" ? year.provisionalRecords : 0);
  const filled = years.filter((year) => recordsOf(year) !== 0);
  const counted = time === "flow" ? filled : filled.slice(-1);
  return {
    value: add(
      counted.flatMap((year) =>
        layer === "live" ? [year.approved, year.provisional] : [year.approved],
      ),
    ),
    records: counted.reduce((sum, year) => sum + recordsOf(year), 0),
    newest: filled.at(-1)?.year ?? null,
  };
}

const provisionalIn = (years: readonly YearValue[]): number =>
  years.reduce((sum, year) => sum + year.provisionalRecords, 0);

/** An outcome metric's number. Nothing in the layer is "none": it is not the same as a reported zero. */
export function outcomeNumber(
  metric: Metric & OutcomeRows,
  layer: Layer,
  reach: MetricNumber["reach"],
  drill: (newest: number | null) => MetricNumber["drill"],
): MetricNumber {
  const { time, source } = registeredOutcome(metric);
  const known = (of: Layer, year: number | null) =>
    metric.people?.find((row) => row.layer === of && row.year === year);
  const plain = yearsOf(metric.rows);
  const total = totalOf(plain, time, layer);
  const sum = { records: total.records, total: total.value ?? "0.00" };
  const { value, atMost } = distinctSum(metric, sum, known(layer, null));
  const years = plain.map((one) => ({
    ...one,
    approved: distinctSum(
      metric,
      { records: one.approvedRecords, total: one.approved },
      known("approved", one.year),
    ).value,
  }));
  const none = total.records === 0;
  return {
    code: metric.code,
    name: { zh: metric.nameZh, en: metric.nameEn },
    unit: { zh: metric.unitZh, en: metric.unitEn },
    definition: { zh: metric.definitionZh, en: metric.definitionEn },
    source,
    time,
    yearBasis: metric.yearBasis,
    atMost,
    state: none ? "none" : "value",
    reach,
    ...total,
    value: none ? null : value,
    provisionalRecords: provisionalIn(years),
    years,
    coverage: {
      approved: metric.reported,
      inVerification: metric.pending,
      members: metric.members,
    },
    drill: drill(time === "stock" ? total.newest : null),
  };
}

const bare = (metric: RegisteredMetric): Omit<MetricNumber, "state" | "reach" | "value"> => ({
  code: metric.code,
  name: null,
  unit: null,
  definition: null,
  source: metric.source,
  time: metric.time,
  yearBasis: null,
  atMost: false,
  records: 0,
  provisionalRecords: 0,
  years: [],
  newest: null,
  coverage: null,
  drill: null,
});

/** A number that is not shown: not for this reader, not divided by the chosen filter, or without a past. */
export const withheld = (
  metric: RegisteredMetric,
  state: "not-allowed" | "not-applicable" | "no-past",
): MetricNumber => ({ ...bare(metric), state, reach: "whole", value: null });

/** A number of a list: with years where it is a flow. */
export function countNumber(
  metric: RegisteredMetric,
  rows: readonly { year: number | null; count: number }[],
  reach: MetricNumber["reach"],
  drill: MetricNumber["drill"],
): MetricNumber {
  const records = rows.reduce((sum, row) => sum + row.count, 0);
  const years = rows.flatMap(({ year, count }) =>
    year === null ? [] : [{ year, approved: true, records: count, total: `${count}.00` }],
  );
  return {
    ...bare(metric),
    state: "value",
    reach,
    records,
    value: `${records}.00`,
    years: yearsOf(years),
    drill,
  };
}

/**
 * Promised, received and spent, cash and in kind, always apart (domain 8, insight 3). A promise under a condition is in none
 * of them: Deyang's 2,000 万元 shows 0 received and 0 promised until the condition is proven.
 */
export function moneyNumber(
  metric: RegisteredMetric,
  rows: readonly FundRow[],
  drill: MetricNumber["drill"],
): MetricNumber {
  const { side, cash } = metric.filter;
  const own = rows.filter((row) => row.side === side && String(row.cash) === cash);
  const years = yearsOf(own.map((row) => ({ ...row, approved: true })));
  return {
    ...bare(metric),
    state: "value",
    reach: "whole",
    ...totalOf(years, "flow", "approved"),
    years,
    drill,
  };
}
