import { holds, type Known, parseExpression } from "@/lib/features/indicators/rules/expression";
import type { CheckStrength, IndicatorKind } from "@/lib/features/indicators/types";
import { decimalOf } from "./cell";

/** What a check knows of an indicator and its cell; amounts in millionths of the indicator's unit. */
export type CheckedCell = {
  code: string;
  kind: IndicatorKind;
  unit: string | null;
  lowest: bigint | null;
  highest: bigint | null;
  partOfCode: string | null;
  evidenceRequired: boolean;
  computed: boolean;
  answer: "blank" | "value" | "not_applicable";
  amount: bigint | null;
  denominator: bigint | null;
  hasFile: boolean;
  /** Amounts of the periods before, the newest first; null where nothing was reported. */
  before: readonly (bigint | null)[];
};

export type CheckRule = { strength: CheckStrength; expression: string; note: string };

export type Finding = {
  /** The indicator; of a rule over several, the first one that it names. */
  code: string;
  finding: FindingKind;
  strength: CheckStrength;
  details: Record<string, string>;
};

export const findingKinds = [
  "blank",
  "below-lowest",
  "above-highest",
  "fraction",
  "parts-exceed",
  "evidence-missing",
  "rate-over-100",
  "zero-after",
  "change-over-half",
  "outlier",
  "unit-suspect",
  "rule",
] as const;
export type FindingKind = (typeof findingKinds)[number];

const MICRO = 1_000_000n;
const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** Middle value; of an even number the lower of the two in the middle, so that it stays a whole number. */
function median(values: readonly bigint[]): bigint | undefined {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/** Fewer periods say nothing about what is usual. */
const ENOUGH = 5;

/** Iglewicz and Hoaglin: |0.6745 (x − median) / MAD| > 3.5. Without any spread nothing can be said. */
export function isOutlier(value: bigint, before: readonly bigint[]): boolean {
  const middle = median(before);
  if (middle === undefined || before.length < ENOUGH) return false;
  const spread = median(before.map((one) => abs(one - middle)));
  if (spread === undefined || spread === 0n) return false;
  return 6_745n * abs(value - middle) > 35_000n * spread;
}

/** About ten thousand times as much as last, or as little: 元 typed for 万元, or the other way round. */
export function looksLikeOtherUnit(value: bigint, last: bigint): "times" | "part" | undefined {
  if (value <= 0n || last <= 0n) return undefined;
  if (value >= last * 3_000n && value <= last * 30_000n) return "times";
  return last >= value * 3_000n && last <= value * 30_000n ? "part" : undefined;
}

const isMoney = (unit: string | null): boolean => unit?.endsWith("元") === true;
/** Money has fen and a day can be halved; people and things cannot. */
const isWhole = (unit: string | null): boolean => unit !== null && !/[元日%]$/.test(unit);

type Tell = (
  finding: FindingKind,
  strength: CheckStrength,
  details?: Record<string, string>,
) => void;

function checkNumber(cell: CheckedCell, amount: bigint, tell: Tell): void {
  const { lowest, highest, unit } = cell;
  if (lowest !== null && amount < lowest)
    tell("below-lowest", "block", { bound: decimalOf(lowest) });
  if (highest !== null && amount > highest)
    tell("above-highest", "block", { bound: decimalOf(highest) });
  if (cell.kind !== "yes_no" && isWhole(unit) && amount % MICRO !== 0n) tell("fraction", "block");
}

function checkHistory(cell: CheckedCell, amount: bigint, tell: Tell): void {
  const [last] = cell.before;
  const known = cell.before.filter((one) => one !== null);
  if (last === undefined || last === null) return;
  const details = { last: decimalOf(last), now: decimalOf(amount) };
  const suspect = isMoney(cell.unit) ? looksLikeOtherUnit(amount, last) : undefined;
  if (amount === 0n && last !== 0n) tell("zero-after", "reason", details);
  else if (suspect) tell("unit-suspect", "reason", { ...details, suspect });
  else if (isOutlier(amount, known)) tell("outlier", "reason", details);
  else if (last !== 0n && 2n * abs(amount - last) > abs(last))
    tell("change-over-half", "reason", details);
}

function checkCell(cell: CheckedCell, tell: Tell): void {
  if (cell.computed) return;
  if (cell.answer === "blank") tell("blank", "block");
  if (cell.answer !== "value" || cell.amount === null) return;
  if (cell.evidenceRequired && cell.amount !== 0n && !cell.hasFile)
    tell("evidence-missing", "block");
  if (cell.kind === "ratio") {
    if (cell.denominator !== null && cell.amount > cell.denominator)
      tell("rate-over-100", "reason");
    return;
  }
  checkNumber(cell, cell.amount, tell);
  if (cell.kind === "flow" || cell.kind === "stock") checkHistory(cell, cell.amount, tell);
}

/** "其中": what is part of another never exceeds it. */
function partFindings(cells: readonly CheckedCell[]): Finding[] {
  const whole = new Map(cells.map((cell) => [cell.code, cell]));
  return cells.flatMap((cell): Finding[] => {
    const parent = cell.partOfCode === null ? undefined : whole.get(cell.partOfCode);
    if (!parent || cell.amount === null || parent.amount === null) return [];
    if (cell.amount <= parent.amount) return [];
    const details = { whole: parent.code, amount: decimalOf(parent.amount) };
    return [{ code: cell.code, finding: "parts-exceed", strength: "block", details }];
  });
}

function ruleFindings(cells: readonly CheckedCell[], rules: readonly CheckRule[]): Finding[] {
  const known = new Map<string, Known>(
    cells.map(({ code, answer, amount, denominator }) => [
      code,
      { amount: denominator === null ? amount : null, answered: answer === "value" },
    ]),
  );
  return rules.flatMap(({ expression, strength, note }): Finding[] => {
    const parsed = parseExpression(expression);
    if (!parsed.ok || holds(parsed.value, (code) => known.get(code)) !== false) return [];
    const { value } = parsed;
    const named = value.kind === "compare" ? [...value.left, ...value.right] : [];
    const code = value.kind === "compare" ? named.find((term) => term.code)?.code : value.first;
    return code ? [{ code, finding: "rule", strength, details: { expression, note } }] : [];
  });
}

/** Every finding about a report, cell by cell and over several. What is declared nil is judged by nobody. */
export function checkReport(cells: readonly CheckedCell[], rules: readonly CheckRule[]): Finding[] {
  const own = cells.flatMap((cell) => {
    const found: Finding[] = [];
    checkCell(cell, (finding, strength, details = {}) =>
      found.push({ code: cell.code, finding, strength, details }),
    );
    return found;
  });
  return [...own, ...partFindings(cells), ...ruleFindings(cells, rules)];
}
