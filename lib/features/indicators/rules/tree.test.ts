import { describe, expect, test } from "vitest";
import { cutSeries, type Meaning, type Node, treeFaults } from "./tree";

const free = { groups: null, middle: null, leaves: null };
const node = (code: string, parentCode: string | null, more: Partial<Node> = {}): Node => ({
  code,
  parentCode,
  level: parentCode === null ? 1 : 2,
  kind: parentCode === null ? null : "flow",
  weight: null,
  ...more,
});
const faults = (nodes: Node[], expected = free) =>
  treeFaults(nodes, expected).map(({ fault }) => fault);

describe("sum checks of a tree", () => {
  const cases: [string, Node[], string[]][] = [
    ["without weights", [node("A", null), node("A1", "A")], []],
    [
      "weights of brothers and sisters make the whole",
      [
        node("A", null, { weight: 10_000 }),
        node("A1", "A", { weight: 4_000 }),
        node("A2", "A", { weight: 6_000 }),
      ],
      [],
    ],
    [
      "99.99 % is not the whole",
      [node("A", null), node("A1", "A", { weight: 4_000 }), node("A2", "A", { weight: 5_999 })],
      ["weights-sum"],
    ],
    [
      "one without a weight among those with one",
      [node("A", null), node("A1", "A", { weight: 10_000 }), node("A2", "A")],
      ["weights-missing"],
    ],
    ["a last node that asks nothing", [node("A", null)], ["leaf-without-kind"]],
    [
      "a heading that asks something",
      [node("A", null, { kind: "flow" }), node("A1", "A")],
      ["kind-with-children"],
    ],
    [
      "part of nothing, part of itself, part of a heading",
      [
        node("A", null),
        node("A1", "A", { partOfCode: "X" }),
        node("A2", "A", { partOfCode: "A2" }),
        node("A3", "A", { partOfCode: "A" }),
        node("A4", "A", { partOfCode: "A1" }),
      ],
      ["part-of-unknown", "part-of-unknown", "part-of-unknown"],
    ],
    ["nothing", [], ["set-empty"]],
  ];
  test.each(cases)("%s", (_, nodes, expected) => {
    expect(faults(nodes)).toEqual(expected);
  });

  test("6.1 the national frame says 3, 16 and 44, and is not in force with fewer", () => {
    const national = { groups: 3, middle: 16, leaves: 44 };
    expect(treeFaults([node("A", null), node("A1", "A")], national)).toEqual([
      { fault: "level-count", level: 1, found: 1, expected: 3 },
      { fault: "level-count", level: 2, found: 1, expected: 16 },
      { fault: "level-count", level: 3, found: 0, expected: 44 },
    ]);
  });
});

describe("Indicator definition changes: the series is cut", () => {
  const one: Meaning = {
    code: "M26",
    kind: "flow",
    unitZh: "万元",
    definition: "实际到账",
    aggregation: "sum",
    yearBasis: "calendar",
  };
  test.each([
    ["the same", {}, []],
    ["another unit", { unitZh: "元" }, ["M26"]],
    ["another sentence", { definition: "合同金额" }, ["M26"]],
    ["another year", { yearBasis: "academic" }, ["M26"]],
    ["a new code", { code: "M27" }, []],
  ] as const)("%s", (_, change, cut) => {
    expect(cutSeries([one], [{ ...one, ...change }])).toEqual(cut);
  });
});
