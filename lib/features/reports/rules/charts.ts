import { type OrganizationKind, organizationKinds } from "../../organizations/types";
import type { FigureView } from "../schema/figures";
import { exact } from "./numbers";

/** One bar: the amount in the figure's unit, and how long it is in thousandths of the longest bar of its chart. */
export type ChartBar = { year: number | null; value: string; length: number };
export type ChartLine = { figure: FigureView; bars: ChartBar[] };
/** Of one unit each: amounts of different kinds are never held against each other. */
export type EditionChart = { kind: "years" | "members"; lines: ChartLine[] };

/** More lines than these are hard to read on paper: the next chart goes on. */
const MOST_LINES = 8;

/** The kind of members that a number of the registry counts. */
export const memberKindOf = (code: string): OrganizationKind | undefined =>
  organizationKinds.find((kind) => code === `members-${kind}`);

function lengthsOf(lines: readonly { figure: FigureView; bars: Omit<ChartBar, "length">[] }[]) {
  const longest = lines
    .flatMap(({ bars }) => bars.map(({ value }) => exact(value)))
    .reduce((most, one) => (one > most ? one : most), 0n);
  return lines.map((line) => ({
    ...line,
    bars: line.bars.map((bar) => ({
      ...bar,
      length: longest === 0n ? 0 : Number((exact(bar.value) * 1000n) / longest),
    })),
  }));
}

const chunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / MOST_LINES) }, (_, place) =>
    all.slice(place * MOST_LINES, (place + 1) * MOST_LINES),
  );

/**
 * Numbers of the portal with those of the report before, by unit. A figure of a source text has a period of its own and is
 * no series; an amount below zero has no bar.
 */
function yearCharts(figures: readonly FigureView[], year: number): EditionChart[] {
  const pairs = figures.flatMap((figure) => {
    const { kind, code, value, previous } = figure;
    const fits = kind === "metric" && previous && memberKindOf(code) === undefined;
    if (!fits || value.startsWith("-") || previous.value.startsWith("-")) return [];
    return [{ figure, bars: [{ year, value }, previous] }];
  });
  return [...Map.groupBy(pairs, ({ figure }) => figure.unitZh).values()]
    .flatMap(chunks)
    .map((lines) => ({ kind: "years", lines: lengthsOf(lines) }));
}

/** The members by kind, the largest first. */
function memberChart(figures: readonly FigureView[]): EditionChart[] {
  const parts = figures
    .filter(({ code }) => memberKindOf(code) !== undefined)
    .map((figure) => ({ figure, bars: [{ year: null, value: figure.value }] }))
    .toSorted((a, b) => Number(exact(b.figure.value) - exact(a.figure.value)));
  return parts.length > 1 ? [{ kind: "members", lines: lengthsOf(parts) }] : [];
}

/** Every series among the frozen numbers of an edition, drawn from these alone. */
export const chartsOf = (figures: readonly FigureView[], year: number): EditionChart[] => [
  ...memberChart(figures),
  ...yearCharts(figures, year),
];

/** What stands in tables and pictures: those inside see all, the public none that would give a member away. */
export const listedFigures = (
  figures: readonly FigureView[],
  isInside: boolean,
): readonly FigureView[] => (isInside ? figures : figures.filter(({ small }) => !small));
