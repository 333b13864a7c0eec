import { fenOf, yuanText } from "@/lib/kernel/money";
import { type ItemLevel, itemLevels, type RuleKind } from "../types";
import type { Rule } from "./scoring";

/** Decimal text ⇄ hundredths: of points, values and percentages alike. */
export const hundredths = fenOf;
export const decimal = (value: bigint | number): string => yuanText(BigInt(value));

/** A rule as its row keeps it. */
export type RuleColumns = {
  kind: RuleKind | null;
  target: bigint | null;
  floor: bigint | null;
  cap: number | null;
  each: number | null;
  most: number | null;
  levelPoints: number[];
};

const needed = <T>(value: T | null): T => {
  if (value === null) throw new Error("a rule lacks what its kind needs");
  return value;
};

const pointsByLevel = (points: readonly number[]): Record<ItemLevel, bigint> => {
  const [national = 0, provincial = 0, municipal = 0, school = 0] = points;
  return {
    national: BigInt(national),
    provincial: BigInt(provincial),
    municipal: BigInt(municipal),
    school: BigInt(school),
  };
};

/** The rule of an indicator; a heading has none. */
export function ruleOf(row: RuleColumns): Rule | null {
  switch (row.kind) {
    case null:
      return null;
    case "threshold":
      return { kind: row.kind, target: needed(row.target), floor: row.floor };
    case "ratio":
      return { kind: row.kind, target: needed(row.target), cap: BigInt(needed(row.cap)) };
    case "level_points":
      return { kind: row.kind, points: pointsByLevel(row.levelPoints) };
    case "deduction":
      return {
        kind: row.kind,
        each: BigInt(needed(row.each)),
        most: BigInt(needed(row.most)),
      };
    default:
      return { kind: row.kind };
  }
}

/** What each kind asks for beyond its weight. */
export const fieldsOf = {
  threshold: ["target", "floor"],
  ratio: ["target", "cap"],
  best_in_group: [],
  level_points: [...itemLevels],
  expert: [],
  deduction: ["each", "most"],
  veto: [],
} as const satisfies Record<RuleKind, readonly string[]>;

export type RuleField = (typeof fieldsOf)[RuleKind][number];

/** Not every field must be filled in: a threshold may have no floor, a low level no points. */
export const mayBeBlank: readonly string[] = ["floor", "municipal", "school"];

/** Kinds whose value a metric can give. */
export const isMeasured = (kind: RuleKind | null): boolean =>
  kind === "threshold" || kind === "ratio" || kind === "best_in_group" || kind === "deduction";

type Given = { kind?: RuleKind | undefined } & Partial<Record<RuleField, string | undefined>>;

/** What was filled in → what is kept; fields of other kinds are left out. */
export function columnsOf(given: Given): RuleColumns {
  const kind = given.kind ?? null;
  const read = (field: RuleField): bigint | null => {
    const text = given[field];
    const asked = kind !== null && (fieldsOf[kind] as readonly string[]).includes(field);
    return asked && text !== undefined ? hundredths(text) : null;
  };
  const small = (field: RuleField): number | null => {
    const value = read(field);
    return value === null ? null : Number(value);
  };
  return {
    kind,
    target: read("target"),
    floor: read("floor"),
    cap: small("cap"),
    each: small("each"),
    most: small("most"),
    levelPoints: kind === "level_points" ? itemLevels.map((level) => small(level) ?? 0) : [],
  };
}
