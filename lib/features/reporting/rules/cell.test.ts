import { describe, expect, test } from "vitest";
import { readBlock } from "./block";
import { type Asked, decimalOf, microOf, readCell, unitsOf } from "./cell";

const money: Asked = { kind: "flow", unit: "万元" };
const yuan: Asked = { kind: "flow", unit: "元" };
const people: Asked = { kind: "flow", unit: "人次" };
const rate: Asked = { kind: "ratio", unit: null };

const amount = (typed: string, asked: Asked, unit: string | null = null) => {
  const read = readCell(typed, asked, unit);
  if (!read.ok) return read.reason;
  if (read.value.answer !== "value") return read.value.answer;
  const { amount: value, denominator, unit: shown } = read.value;
  return [
    value === null ? null : decimalOf(value),
    denominator === null ? null : decimalOf(denominator),
    shown,
  ];
};

describe("Zero, blank, not applicable: three different values", () => {
  test.each([
    ["", "blank"],
    ["  ", "blank"],
    ["\u3000", "blank"],
    ["不适用", "not_applicable"],
    ["N/A", "not_applicable"],
    ["/", "not_applicable"],
    ["0", ["0", null, "人次"]],
    ["０", ["0", null, "人次"]],
  ])("%j", (typed, expected) => {
    expect(amount(typed, people)).toEqual(expected);
  });
});

describe("numbers as people write them", () => {
  test.each([
    ["1,234", people, ["1234", null, "人次"]],
    ["１，２３４", people, ["1234", null, "人次"]],
    ["1 234.5", people, ["1234.5", null, "人次"]],
    ["1.2万", people, ["12000", null, "人次"]],
    ["3亿", people, ["300000000", null, "人次"]],
    ["500人次", people, ["500", null, "人次"]],
    ["500 人次", people, ["500", null, "人次"]],
    ["1.2万人次", people, ["12000", null, "人次"]],
    ["-5", people, ["-5", null, "人次"]],
    ["500人", people, "unit-unknown"],
    ["500人日", people, "unit-unknown"],
    ["近50余项", people, "qualified"],
    ["2000余", people, "qualified"],
    ["约300", people, "qualified"],
    ["第4243届", people, "not-a-number"],
    ["6727优胜", people, "unit-unknown"],
    ["=SUM(A1:A3)", people, "formula"],
    ["#REF!", people, "not-a-number"],
    ["12,34", people, "not-a-number"],
    ["1.2.3", people, "not-a-number"],
    ["一百", people, "not-a-number"],
    ["1e5", people, "not-a-number"],
  ] as const)("%s", (typed, asked, expected) => {
    expect(amount(typed, asked)).toEqual(expected);
  });
});

describe("Wrong unit (元 / 万元): unit is part of the cell", () => {
  test.each([
    ["1400", money, null, ["1400", null, "万元"]],
    ["1400万", money, null, ["1400", null, "万元"]],
    ["14000000元", money, null, ["1400", null, "元"]],
    ["14000000", money, "元", ["1400", null, "元"]],
    ["0.14亿元", money, null, ["1400", null, "亿元"]],
    ["1", money, "元", ["0.0001", null, "元"]],
    ["0.01", money, "元", ["0.000001", null, "元"]],
    ["0.001", money, "元", "too-many-decimals"],
    ["1400万元", yuan, null, ["14000000", null, "万元"]],
    ["1400美元", money, null, "unit-unknown"],
  ] as const)("%s in %o with %s", (typed, asked, unit, expected) => {
    expect(amount(typed, asked, unit)).toEqual(expected);
  });

  test.each([
    ["5", "人次", ["5", null, "人次"]],
    ["5", "万人次", ["50000", null, "人次"]],
    ["5人次", "万元", ["5", null, "人次"]],
    ["5", "万元", "unit-unknown"],
    ["5", "人日", "unit-unknown"],
  ] as const)("%s of people beside the unit %s", (typed, unit, expected) => {
    expect(amount(typed, people, unit)).toEqual(expected);
  });

  test("a unit that begins like a factor is none", () => {
    const asked: Asked = { kind: "stock", unit: "万册" };
    expect(amount("5", asked)).toEqual(["5", null, "万册"]);
    expect(amount("5", asked, "万册")).toEqual(["5", null, "万册"]);
    expect(amount("5万册", asked)).toEqual(["5", null, "万册"]);
  });

  test("more digits than can be kept", () => {
    expect(amount("999999999999999", people)).toEqual(["999999999999999", null, "人次"]);
    expect(amount("999999999999999万", people)).toBe("too-large");
    expect(amount("999999999999999亿元", money)).toBe("too-large");
    expect(amount("-999999999999999亿元", yuan)).toBe("too-large");
  });

  test("a cell of money may be typed in three units, every other in its own", () => {
    expect(unitsOf("万元")).toEqual(["万元", "元", "亿元"]);
    expect(unitsOf("人次")).toEqual(["人次"]);
    expect(unitsOf(null)).toEqual([]);
  });
});

test.each([
  ["305/414", ["305", "414", null]],
  ["305 ÷ 414", ["305", "414", null]],
  ["1,305/2,414", ["1305", "2414", null]],
  ["73.7%", "two-parts"],
  ["73.7", "two-parts"],
  ["305/0", "two-parts"],
  ["1/2/3", "two-parts"],
] as const)("a ratio is typed by its parts, never as a percentage: %s", (typed, expected) => {
  expect(amount(typed, rate)).toEqual(expected);
});

test("yes, no and words", () => {
  const asked: Asked = { kind: "yes_no", unit: null };
  expect(amount("是", asked)).toEqual(["1", null, null]);
  expect(amount("No", asked)).toEqual(["0", null, null]);
  expect(amount("也许", asked)).toBe("not-yes-or-no");
  expect(readCell(" 第一行\n第二行 ", { kind: "text", unit: null })).toMatchObject({
    value: { text: "第一行\n第二行" },
  });
});

test("property: what is written by decimalOf is read back by microOf", () => {
  let state = 7n;
  for (let round = 0; round < 5_000; round += 1) {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 62n;
    const value = (state % 2_000_000_000_000_000_000n) - 1_000_000_000_000_000_000n;
    expect(microOf(decimalOf(value))).toBe(value);
  }
});

test.each([
  ["1\n2\n3", [["1"], ["2"], ["3"]]],
  [
    "1\t2\r\n3\t4\r\n",
    [
      ["1", "2"],
      ["3", "4"],
    ],
  ],
  ['"a\nb"\t"say ""hi"""\n', [["a\nb", 'say "hi"']]],
  ["", [[""]]],
  ["1\n\n3", [["1"], [""], ["3"]]],
])("a block from a spreadsheet: %j", (text, expected) => {
  expect(readBlock(text)).toEqual(expected);
});
