import { expect, test } from "vitest";
import { chineseNumber, linesOf } from "./text";

test.each([
  ["（一）治理机构", { kind: "heading", level: 2 }],
  ["1.理事会", { kind: "heading", level: 3 }],
  ["(1) 章程", { kind: "heading", level: 4 }],
  ["1.5 亿元到账", { kind: "paragraph" }],
  ["（一）本年召开理事会两次，审议通过年度计划。", { kind: "paragraph" }],
  ["本年召开理事会两次。", { kind: "paragraph" }],
])("%s", (text, expected) => {
  expect(linesOf(text)).toEqual([{ ...expected, text }]);
});

test("empty lines are no paragraphs", () => {
  expect(linesOf("甲\n\n  \n乙")).toHaveLength(2);
});

test.each([
  [1, "一"],
  [10, "十"],
  [11, "十一"],
  [20, "二十"],
])("%i is %s", (n, words) => {
  expect(chineseNumber(n)).toBe(words);
});
