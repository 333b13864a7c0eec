import { expect, test } from "vitest";
import type { RuleKind } from "../types";
import { feedOf, gradeOf, mustRectify, ranksOf } from "./result";
import { faultsOf, type Node } from "./tree";

const bands = { a: 8500, b: 7000, c: 6000 };
const node = (
  id: string,
  weight: number,
  kind: RuleKind | null = "ratio",
  parentId: string | null = null,
): Node => ({ id, parentId, code: id, weight, kind });

const fine = [
  node("1", 6000, null),
  node("1.1", 3500, "ratio", "1"),
  node("1.2", 2500, "threshold", "1"),
  node("2", 4000, "expert"),
  node("3", 0, "veto"),
  node("4", 0, "deduction"),
];
const faults = (nodes: readonly Node[], given = bands) =>
  faultsOf(nodes, given).map(({ fault }) => fault);

test("weights that sum exactly may be published", () => expect(faults(fine)).toEqual([]));

const without = (id: string, ...more: Node[]) => [...fine.filter((one) => one.id !== id), ...more];
test.each<[string, readonly Node[], string[]]>([
  ["nothing in it", [], ["empty", "top-sum"]],
  ["a hundredth is missing at the top", without("2", node("2", 3999, "expert")), ["top-sum"]],
  [
    "a hundredth too much in a group",
    without("1.2", node("1.2", 2501, "ratio", "1")),
    ["group-sum"],
  ],
  ["a heading with nothing below", [...fine, node("5", 0, null)], ["group-empty"]],
  ["an indicator without weight", [...fine, node("5", 0, "ratio")], ["leaf-weight"]],
  ["a veto with a weight", without("3", node("3", 1, "veto")), ["top-sum", "weightless"]],
  [
    "deeper than three",
    without(
      "1.1",
      node("1.1", 3500, null, "1"),
      node("x", 3500, null, "1.1"),
      node("y", 3500, "ratio", "x"),
    ),
    ["deep"],
  ],
])("%s", (_, nodes, found) => expect(faults(nodes)).toEqual(found));

test.each([
  { a: 7000, b: 7000, c: 6000 },
  { a: 8500, b: 6000, c: 6000 },
  { a: 10_001, b: 7000, c: 6000 },
  { a: 8500, b: 7000, c: 0 },
])("bands that overlap or leave the hundred: %o", (given) => {
  expect(faults(fine, given)).toEqual(["bands"]);
});

test("grades begin at their band; a veto is a D whatever the total", () => {
  const totals = [10_000, 8500, 8499, 7000, 6999, 6000, 5999, 0];
  expect(totals.map((total) => gradeOf(bands, total, false)).join("")).toBe("aabbccdd");
  expect(gradeOf(bands, 10_000, true)).toBe("d");
  expect(["a", "b", "c", "d"].map((grade) => mustRectify(grade as "a"))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test("equal totals share a place, and a veto has none", () => {
  const ranks = ranksOf([
    { id: "x", total: 9000, vetoed: true },
    { id: "y", total: 8000, vetoed: false },
    { id: "z", total: 8000, vetoed: false },
    { id: "w", total: 7000, vetoed: false },
  ]);
  expect(Object.fromEntries(ranks)).toEqual({ x: null, y: 1, z: 1, w: 3 });
});

test("what the council may be asked", () => {
  expect(feedOf("a", false, null)).toBe("commendation");
  expect(feedOf("a", false, "a")).toBe("tier_change");
  expect(feedOf("d", false, "c")).toBe("warning");
  expect(feedOf("d", true, "d")).toBe("exit_talk");
  expect(feedOf("b", false, "d")).toBeNull();
});
