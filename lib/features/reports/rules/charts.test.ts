import { describe, expect, test } from "vitest";
import type { FigureView } from "../schema/figures";
import { chartsOf, listedFigures, memberKindOf } from "./charts";
import { exact, isSmallFigure } from "./numbers";

const figure = (code: string, value: string, more: Partial<FigureView> = {}): FigureView => ({
  code,
  kind: "metric",
  nameZh: `示例 ${code}`,
  nameEn: `Sample ${code}`,
  value,
  unitZh: "项",
  unitEn: "items",
  qualifier: "exact",
  atMost: false,
  flow: true,
  period: "2026",
  source: "outcomes",
  small: false,
  definitionZh: "示例口径",
  definitionEn: "Sample",
  records: 1,
  asOf: new Date("2026-11-01"),
  previous: null,
  difference: null,
  present: null,
  ...more,
});
const lastYear = (value: string) => ({ previous: { year: 2025, value } });
const drawn = (figures: FigureView[]) =>
  chartsOf(figures, 2026).map(({ kind, lines }) => [
    kind,
    lines.map((line) => [line.figure.code, line.bars.map(({ length }) => length)]),
  ]);

describe("what is drawn of frozen numbers", () => {
  test("this year beside the year before, each unit on an axis of its own that begins at zero", () => {
    expect(
      drawn([
        figure("M36", "50", lastYear("100")),
        figure("M41", "3", { ...lastYear("4"), unitZh: "人日" }),
        figure("M35", "25.5", lastYear("0")),
      ]),
    ).toEqual([
      [
        "years",
        [
          ["M36", [500, 1000]],
          ["M35", [255, 0]],
        ],
      ],
      ["years", [["M41", [750, 1000]]]],
    ]);
  });

  test("the largest kind of members first; one kind alone is no composition", () => {
    const members = (kind: string, value: string) =>
      figure(`members-${kind}`, value, { source: "members", flow: false, ...lastYear("9") });
    expect(drawn([members("park", "2"), members("enterprise", "8")])).toEqual([
      [
        "members",
        [
          ["members-enterprise", [1000]],
          ["members-park", [250]],
        ],
      ],
    ]);
    expect(drawn([members("park", "2")])).toEqual([]);
  });

  test.each([
    ["a number without a year before", figure("M36", "5")],
    [
      "a figure of a source text: its period is its own",
      figure("5.1/x", "5", { kind: "figure", ...lastYear("5") }),
    ],
    ["an amount below zero", figure("M36", "-5", lastYear("5"))],
    ["an amount below zero the year before", figure("M36", "5", lastYear("-5"))],
  ])("no bars for %s", (_, one) => {
    expect(drawn([one])).toEqual([]);
  });

  test("zero in both years has bars of no length", () => {
    expect(drawn([figure("M36", "0", lastYear("0"))])).toEqual([["years", [["M36", [0, 0]]]]]);
  });

  test("a chart has eight lines at most", () => {
    const many = Array.from({ length: 11 }, (_, place) => figure(`M${place}`, "1", lastYear("1")));
    expect(chartsOf(many, 2026).map(({ lines }) => lines.length)).toEqual([8, 3]);
  });

  test("decimals are held exactly", () => {
    expect(exact("0.0001")).toBe(1n);
    expect(exact("-2.5")).toBe(-25000n);
    expect(exact("147")).toBe(1470000n);
  });

  test("only kinds of members are parts of the composition", () => {
    expect(memberKindOf("members-enterprise")).toBe("enterprise");
    expect(memberKindOf("members")).toBeUndefined();
    expect(memberKindOf("projects-draft")).toBeUndefined();
  });
});

describe("A-75 small numbers", () => {
  test.each([
    ["results of two members", {}, 2, true],
    ["results of three", {}, 3, false],
    ["results of nobody knows how many", {}, null, true],
    ["money of two members", { source: "funds", unitZh: "元" }, 2, true],
    ["four persons of three members", { unitZh: "人", value: "4" }, 3, true],
    ["five persons of three members", { unitZh: "人", value: "5" }, 3, false],
    ["four days of training of three members", { unitZh: "人日", value: "4" }, 3, false],
    ["kinds of members, which the register shows", { source: "members" }, null, false],
    ["a figure that was published before", { kind: "figure" as const }, null, false],
  ])("%s", (_, more, organizations, small) => {
    expect(isSmallFigure({ ...figure("M36", "9", more), organizations })).toBe(small);
  });

  test("those inside read them in tables and pictures, the public does not", () => {
    const figures = [figure("M36", "5", { small: true }), figure("M35", "8")];
    expect(listedFigures(figures, true)).toHaveLength(2);
    expect(listedFigures(figures, false).map(({ code }) => code)).toEqual(["M35"]);
  });
});
