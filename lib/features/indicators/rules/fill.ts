import type { IndicatorAggregation, IndicatorDirection, IndicatorKind } from "../types";
import {
  type FillCells,
  type FillColumn,
  indicatorAggregations,
  indicatorDirections,
  indicatorKinds,
  yearBases,
} from "../types";
import { isUpsideDown, readDecimal } from "./decimal";
import { fitsKind, INDICATOR_CODE, readWeight, usualAggregation } from "./fits";

export type RowFaultCode =
  | "missing"
  | "too-long"
  | "not-a-code"
  | "twice"
  | "parent-unknown"
  | "too-deep"
  | "unknown-word"
  | "not-a-number"
  | "not-a-weight"
  | "below-lowest"
  | "not-for-headings"
  | "aggregation-of-kind";
export type RowFault = { row: number; column: FillColumn; code: RowFaultCode; text: string };

/** A line of the spreadsheet as an indicator. */
export type FilledIndicator = {
  code: string;
  parentCode: string | null;
  level: number;
  nameZh: string;
  nameEn: string | null;
  definition: string | null;
  kind: IndicatorKind | null;
  unitZh: string | null;
  unitEn: string | null;
  direction: IndicatorDirection;
  aggregation: IndicatorAggregation | null;
  yearBasis: (typeof yearBases)[number];
  weight: number | null;
  target: string | null;
  lowest: string | null;
  highest: string | null;
  partOfCode: string | null;
  evidenceRequired: boolean;
  evidence: string | null;
  veto: boolean;
};

const longest: Partial<Record<FillColumn, number>> = {
  name: 200,
  nameEn: 200,
  definition: 1000,
  unit: 30,
  unitEn: 40,
  evidence: 1000,
  partOf: 20,
};

const headingless = [
  "unit",
  "aggregation",
  "target",
  "lowest",
  "highest",
  "partOf",
  "evidenceRequired",
] as const satisfies readonly FillColumn[];

export const wordColumns = ["kind", "direction", "aggregation", "yearBasis"] as const;
type WordColumn = (typeof wordColumns)[number];
export const flagColumns = ["evidenceRequired", "veto"] as const;
type FlagColumn = (typeof flagColumns)[number];

type Tell = (column: FillColumn, code: RowFaultCode) => void;

function wordOf<K extends string>(
  cells: FillCells,
  column: WordColumn,
  known: readonly K[],
  tell: Tell,
): K | null {
  const text = cells[column];
  if (text === undefined) return null;
  const found = known.find((key) => key === text);
  if (!found) tell(column, "unknown-word");
  return found ?? null;
}

function flagOf(cells: FillCells, column: FlagColumn, tell: Tell): boolean {
  const text = cells[column];
  if (text !== undefined && text !== "true" && text !== "false") tell(column, "unknown-word");
  return text === "true";
}

function numberOf(
  cells: FillCells,
  column: "target" | "lowest" | "highest",
  tell: Tell,
): string | null {
  const text = cells[column];
  if (text === undefined) return null;
  const read = readDecimal(text);
  if (read === undefined) tell(column, "not-a-number");
  return read ?? null;
}

function weightOf(cells: FillCells, tell: Tell): number | null {
  if (cells.weight === undefined) return null;
  const weight = readWeight(cells.weight);
  if (weight === undefined) tell("weight", "not-a-weight");
  return weight ?? null;
}

function checkTexts(cells: FillCells, tell: Tell): void {
  if (!cells.code) tell("code", "missing");
  else if (!INDICATOR_CODE.test(cells.code)) tell("code", "not-a-code");
  if (!cells.name) tell("name", "missing");
  for (const column in longest) {
    const key = column as keyof typeof longest;
    if ((cells[key]?.length ?? 0) > (longest[key] ?? 0)) tell(key, "too-long");
  }
}

/** Depth below the roots; 0 where a parent is missing or the chain bites its own tail. */
function levelsOf(rows: readonly FillCells[]): Map<string, number> {
  const parents = new Map(rows.map(({ code = "", parent }) => [code, parent]));
  const levelOf = (code: string, steps: number): number => {
    if (steps > 20 || !parents.has(code)) return 0;
    const parent = parents.get(code);
    if (parent === undefined) return 1;
    const above = levelOf(parent, steps + 1);
    return above === 0 ? 0 : above + 1;
  };
  return new Map([...parents.keys()].map((code) => [code, levelOf(code, 0)]));
}

function placeFaults(
  rows: readonly FillCells[],
  place: number,
  levels: Map<string, number>,
  tell: Tell,
): void {
  const cells = rows[place];
  if (!cells?.code) return;
  if (rows.findIndex(({ code }) => code === cells.code) !== place) tell("code", "twice");
  const level = levels.get(cells.code) ?? 0;
  if (level === 0) tell("parent", "parent-unknown");
  if (level > 3) tell("parent", "too-deep");
}

function indicatorOf(cells: FillCells, level: number, tell: Tell): FilledIndicator {
  const kind = wordOf(cells, "kind", indicatorKinds, tell);
  const aggregation =
    wordOf(cells, "aggregation", indicatorAggregations, tell) ?? usualAggregation(kind);
  if (kind === null && cells.kind === undefined) {
    for (const column of headingless)
      if (cells[column] !== undefined) tell(column, "not-for-headings");
  } else if (!fitsKind(kind, aggregation)) tell("aggregation", "aggregation-of-kind");
  if ((kind === "stock" || kind === "flow") && !cells.unit) tell("unit", "missing");
  const [lowest, highest] = [numberOf(cells, "lowest", tell), numberOf(cells, "highest", tell)];
  if (isUpsideDown(lowest, highest)) tell("highest", "below-lowest");
  return {
    code: cells.code ?? "",
    parentCode: cells.parent ?? null,
    level,
    nameZh: cells.name ?? "",
    nameEn: cells.nameEn ?? null,
    definition: cells.definition ?? null,
    kind,
    unitZh: cells.unit ?? null,
    unitEn: cells.unitEn ?? null,
    direction: wordOf(cells, "direction", indicatorDirections, tell) ?? "neither",
    aggregation,
    yearBasis: wordOf(cells, "yearBasis", yearBases, tell) ?? "calendar",
    weight: weightOf(cells, tell),
    target: numberOf(cells, "target", tell),
    lowest,
    highest,
    partOfCode: cells.partOf ?? null,
    evidenceRequired: flagOf(cells, "evidenceRequired", tell),
    evidence: cells.evidence ?? null,
    veto: flagOf(cells, "veto", tell),
  };
}

/** Every row as an indicator, or what is wrong with which cell; nobody imports half of it. */
export function readIndicators(rows: readonly FillCells[]): {
  indicators: FilledIndicator[];
  faults: RowFault[];
} {
  const faults: RowFault[] = [];
  const levels = levelsOf(rows);
  const indicators = rows.map((cells, place) => {
    const tell: Tell = (column, code) =>
      faults.push({ row: cells.row, column, code, text: (cells[column] ?? "").slice(0, 60) });
    checkTexts(cells, tell);
    placeFaults(rows, place, levels, tell);
    return indicatorOf(cells, levels.get(cells.code ?? "") ?? 0, tell);
  });
  return { indicators, faults };
}
