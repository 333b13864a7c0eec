import { addsOverYears, distinctSum } from "@/lib/features/metrics/rules";
import type { Metric, PublishedFigure } from "@/lib/features/metrics/schema";
import type { OrganizationKind } from "@/lib/features/organizations/types";
import { fenOf, yuanText } from "@/lib/kernel/money";
import type { OpenData, OpenLine } from "../schema";
import { TOTAL } from "./cells";
import { suppressed } from "./suppression";

/** Published results of one metric by kind of member and year, with who stands behind them. */
export type OpenRow = {
  kind: OrganizationKind;
  year: number;
  total: string;
  records: number;
  /** Of people: results whose training lists them. */
  listed: number;
  organizations: string[];
};

export type OpenMetric = Pick<
  Metric,
  "code" | "nameZh" | "nameEn" | "unitZh" | "unitEn" | "aggregation"
> & {
  /** Somebody stands in two lists: cells that must add up then count that person twice, so each of them is a bound. */
  repeated: boolean;
};

/** Does the unit count people? 人日 is time, and gives nobody away by being small. */
export const countsPeople = (unit: string): boolean => /人/.test(unit) && !/日/.test(unit);

function lineOf(
  metric: OpenMetric,
  rows: readonly OpenRow[],
  hidden: boolean,
): Omit<OpenLine, "kind" | "year"> {
  const members = new Set(rows.flatMap(({ organizations }) => organizations));
  const records = rows.reduce((sum, row) => sum + row.records, 0);
  const listed = rows.reduce((sum, row) => sum + row.listed, 0);
  const total = yuanText(rows.reduce((sum, row) => sum + fenOf(row.total), 0n));
  const known = metric.repeated ? null : { listed, places: 0, people: 0 };
  const { value, atMost } = distinctSum(metric, { records, total }, known);
  return {
    code: metric.code,
    name: { zh: metric.nameZh, en: metric.nameEn },
    unit: { zh: metric.unitZh, en: metric.unitEn },
    value: hidden ? null : value,
    organizations: hidden ? null : members.size,
    atMost: atMost && !hidden,
    heldBack: hidden,
  };
}

/**
 * The lines of one metric, margins included, without what would give a member away. A stock has no sum over years; what is
 * hidden is decided with it all the same, which only hides more.
 */
export function openLines(metric: OpenMetric, rows: readonly OpenRow[]): OpenLine[] {
  const isHidden = suppressed(
    rows.map((row) => ({
      row: row.kind,
      column: String(row.year),
      organizations: row.organizations,
      value: fenOf(row.total),
    })),
    countsPeople(metric.unitZh),
  );
  const kinds: (OrganizationKind | null)[] = [...new Set(rows.map(({ kind }) => kind)), null];
  const years: (number | null)[] = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
  if (addsOverYears(metric)) years.push(null);
  return kinds.flatMap((kind) =>
    years.flatMap((year) => {
      const own = rows.filter(
        (row) => (kind === null || row.kind === kind) && (year === null || row.year === year),
      );
      if (own.length === 0) return [];
      const hidden = isHidden(kind ?? TOTAL, year === null ? TOTAL : String(year));
      return [{ ...lineOf(metric, own, hidden), kind, year }];
    }),
  );
}

const figureLine = (figure: PublishedFigure) => [
  "figure",
  figure.metricCode,
  figure.labelZh,
  figure.labelEn,
  null,
  figure.period,
  figure.value,
  figure.unitZh,
  figure.qualifier,
  figure.source,
];

/** Figures and results as one table; a value that is held back is empty and says so. */
export const openDataRows = ({ figures, results }: OpenData): (string | number | null)[][] => [
  ["set", "code", "name_zh", "name_en", "kind", "period", "value", "unit", "qualifier", "source"],
  ...figures.map(figureLine),
  ...results.map((line) => [
    "result",
    line.code,
    line.name.zh,
    line.name.en,
    line.kind ?? "all",
    line.year ?? "all",
    line.value,
    line.unit.zh,
    line.heldBack ? "held_back" : line.atMost ? "at_most" : "exact",
    null,
  ]),
];
