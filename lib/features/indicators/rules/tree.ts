import type { IndicatorKind } from "../types";

/** What the shape of a tree is judged by. */
export type Node = {
  code: string;
  parentCode: string | null;
  level: number;
  kind: IndicatorKind | null;
  weight: number | null;
  partOfCode?: string | null;
};

export type Expected = { groups: number | null; middle: number | null; leaves: number | null };

export type TreeFault =
  | { fault: "set-empty" }
  | { fault: "weights-missing"; code: string }
  | { fault: "weights-sum"; code: string; sum: number }
  | { fault: "leaf-without-kind"; code: string }
  | { fault: "kind-with-children"; code: string }
  | { fault: "part-of-unknown"; code: string }
  | { fault: "level-count"; level: number; found: number; expected: number };

const WHOLE = 10_000;

/** Brothers and sisters either all have a weight, together the whole, or none has. */
function weightFaults(nodes: readonly Node[]): TreeFault[] {
  const families = Map.groupBy(nodes, (node) => node.parentCode ?? "");
  return [...families].flatMap(([code, children]): TreeFault[] => {
    const weights = children.flatMap(({ weight }) => (weight === null ? [] : [weight]));
    if (weights.length === 0) return [];
    if (weights.length < children.length) return [{ fault: "weights-missing", code }];
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return sum === WHOLE ? [] : [{ fault: "weights-sum", code, sum }];
  });
}

function levelFaults(nodes: readonly Node[], expected: Expected): TreeFault[] {
  return [expected.groups, expected.middle, expected.leaves].flatMap((wanted, index) => {
    const level = index + 1;
    const found = nodes.filter((node) => node.level === level).length;
    return wanted === null || wanted === found
      ? []
      : [{ fault: "level-count" as const, level, found, expected: wanted }];
  });
}

/** What must be put right before a set can be in force. */
export function treeFaults(nodes: readonly Node[], expected: Expected): TreeFault[] {
  if (nodes.length === 0) return [{ fault: "set-empty" }, ...levelFaults(nodes, expected)];
  const parents = new Set(nodes.map(({ parentCode }) => parentCode));
  const asked = new Set(nodes.filter(({ kind }) => kind !== null).map(({ code }) => code));
  return [
    ...levelFaults(nodes, expected),
    ...nodes.flatMap((node): TreeFault[] => {
      if (!parents.has(node.code) && node.kind === null)
        return [{ fault: "leaf-without-kind", code: node.code }];
      if (parents.has(node.code) && node.kind !== null)
        return [{ fault: "kind-with-children", code: node.code }];
      if (node.partOfCode && (node.partOfCode === node.code || !asked.has(node.partOfCode)))
        return [{ fault: "part-of-unknown", code: node.code }];
      return [];
    }),
    ...weightFaults(nodes),
  ];
}

/** What a series is about: another answer to any of these is another series under the same code. */
export type Meaning = {
  code: string;
  kind: string | null;
  unitZh: string | null;
  definition: string | null;
  aggregation: string | null;
  yearBasis: string;
};

const meaningOf = (given: Meaning): string =>
  JSON.stringify([given.kind, given.unitZh, given.definition, given.aggregation, given.yearBasis]);

/** Codes whose series begins anew with this version. */
export function cutSeries(before: readonly Meaning[], now: readonly Meaning[]): string[] {
  const known = new Map(before.map((one) => [one.code, meaningOf(one)]));
  return now.flatMap((one) => {
    const old = known.get(one.code);
    return old !== undefined && old !== meaningOf(one) ? [one.code] : [];
  });
}
