import { type ItemLevel, itemLevels } from "../types";
import { type RuleColumns, ruleOf } from "./columns";
import { rounded } from "./fractions";
import {
  deductionOf,
  type Given,
  highestOnce,
  type Item,
  type Line,
  meanOf,
  nothingGiven,
  pointsOf,
  totalOf,
} from "./scoring";

export type Indicator = RuleColumns & {
  id: string;
  weight: number;
  metricCode: string | null;
};

/** What is kept of one subject for one indicator. */
export type Entry = {
  indicatorId: string;
  selfValue: bigint | null;
  computedValue: bigint | null;
  verifiedValue: bigint | null;
  items: readonly { key: string; level: ItemLevel; accepted: boolean | null }[];
};

export type Subject = {
  id: string;
  entries: readonly Entry[];
  /** Marks by indicator. */
  marks: ReadonlyMap<string, readonly number[]>;
};

export type Scored = {
  indicatorId: string;
  value: bigint | null;
  /** Rounded for reading; the total is rounded from the exact sum. Negative for what is taken off. */
  points: number;
  selfPoints: number | null;
  highest: bigint;
  mean: number | null;
  items: Item[];
};

/** The value that counts: what the portal computed where a metric is named, else what was verified. */
export const countedValue = (indicator: Pick<Indicator, "metricCode">, entry: Entry | undefined) =>
  (indicator.metricCode === null ? entry?.verifiedValue : entry?.computedValue) ?? null;

const highestOf = (values: readonly (bigint | null)[]): bigint =>
  values.reduce<bigint>((most, value) => (value !== null && value > most ? value : most), 0n);

const entryOf = (subject: Subject, indicator: Indicator) =>
  subject.entries.find(({ indicatorId }) => indicatorId === indicator.id);

const byLevel = (items: readonly Item[]): Item[] =>
  highestOnce(items).sort(
    (a, b) => itemLevels.indexOf(a.level) - itemLevels.indexOf(b.level) || (a.key < b.key ? -1 : 1),
  );

type Sides = { counted: Line; self: Line | null };
type Group = { counted: bigint; self: bigint };

/** The highest values of all subjects, where the rule asks for them. */
function groupOf(subjects: readonly Subject[], indicator: Indicator): Group {
  if (indicator.kind !== "best_in_group") return { counted: 0n, self: 0n };
  const entries = subjects.map((one) => entryOf(one, indicator));
  return {
    counted: highestOf(entries.map((one) => countedValue(indicator, one))),
    self: highestOf(entries.map((one) => one?.selfValue ?? null)),
  };
}

/** The same rule over what was verified and over what the subject says of itself; experts' marks have no such side. */
function sidesOf(subject: Subject, indicator: Indicator, group: Group): Sides | null {
  const rule = ruleOf(indicator);
  if (!rule) return null;
  const entry = entryOf(subject, indicator);
  const weight = BigInt(indicator.weight);
  const items = entry?.items ?? [];
  const counted: Given = {
    value: countedValue(indicator, entry),
    items: items.filter(({ accepted }) => accepted === true),
    marks: subject.marks.get(indicator.id) ?? [],
  };
  const own: Given = { ...nothingGiven, value: entry?.selfValue ?? null, items };
  const says = rule.kind !== "expert" && rule.kind !== "veto" && rule.kind !== "deduction";
  return {
    counted: { rule, weight, given: counted, highest: group.counted },
    self: says ? { rule, weight, given: own, highest: group.self } : null,
  };
}

const pointsIn = ({ rule, weight, given, highest }: Line): number =>
  rule.kind === "deduction"
    ? -Number(rounded(deductionOf(rule, given)))
    : Number(rounded(pointsOf(rule, weight, given, highest)));

export type Result = { subjectId: string; total: number; selfTotal: number; lines: Scored[] };

/** Every subject by the indicators of the scheme; what is best in the group needs all of them at once. */
export function resultsOf(
  indicators: readonly Indicator[],
  subjects: readonly Subject[],
): Result[] {
  const asked = indicators.map((indicator) => ({ indicator, group: groupOf(subjects, indicator) }));
  return subjects.map((subject) => {
    const sides = asked.flatMap(({ indicator, group }) => {
      const found = sidesOf(subject, indicator, group);
      return found ? [{ indicator, ...found }] : [];
    });
    return {
      subjectId: subject.id,
      total: Number(totalOf(sides.map(({ counted }) => counted))),
      selfTotal: Number(totalOf(sides.flatMap(({ self }) => self ?? []))),
      lines: sides.map(({ indicator, counted, self }) => ({
        indicatorId: indicator.id,
        value: counted.given.value,
        points: pointsIn(counted),
        selfPoints: self && pointsIn(self),
        highest: counted.highest,
        mean:
          counted.given.marks.length === 0
            ? null
            : Number(
                rounded({
                  ...meanOf(counted.given.marks),
                  num: meanOf(counted.given.marks).num * 100n,
                }),
              ),
        items: byLevel(counted.given.items),
      })),
    };
  });
}

/** Kinds whose value the subject says of itself. */
export const isSelfReported = (kind: RuleColumns["kind"]): boolean =>
  kind === "threshold" || kind === "ratio" || kind === "best_in_group" || kind === "level_points";
