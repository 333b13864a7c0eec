import { expect, test } from "vitest";
import { isSameNumber, type ToldText, toldNumbers } from "./told-numbers";

const chapter = (text: string): ToldText => ({
  sectionId: "s",
  caseId: null,
  title: "示例章节",
  part: "text",
  text,
});
const figure = { code: "M41", value: "3.0000", unitZh: "人", small: false };

test("a number is told with what stands around it in its line", () => {
  const long = "甲".repeat(60);
  expect(toldNumbers([chapter(`第一行。\n${long}招收3人${long}\n第三行`)], [])).toEqual([
    {
      sectionId: "s",
      caseId: null,
      title: "示例章节",
      part: "text",
      number: "3人",
      passage: `${"甲".repeat(38)}招收3人${"甲".repeat(40)}`,
      nth: 1,
    },
  ]);
});

test("the same words a second time are the second", () => {
  expect(
    toldNumbers([chapter("3人\n3人\n2人")], []).map(({ number, nth }) => [number, nth]),
  ).toEqual([
    ["3人", 1],
    ["3人", 2],
    ["2人", 1],
  ]);
});

test("a frozen number is read as it is shown; one that the tables leave out is told whatever its unit", () => {
  expect(toldNumbers([chapter("培训{{M41}}。")], [figure]).map(({ number }) => number)).toEqual([
    "3人",
  ]);
  expect(
    toldNumbers(
      [chapter("到款{{M27}}。")],
      [{ code: "M27", value: "120.0000", unitZh: "万元", small: true }],
    ).map(({ number, passage }) => [number, passage]),
  ).toEqual([["120万元", "到款120万元。"]]);
  expect(toldNumbers([chapter("到款{{M99}}。")], [figure])).toEqual([]);
});

test("every part of the key counts: a confirmed wording confirms no other", () => {
  const [one] = toldNumbers([chapter("培训3人。")], []);
  if (!one) throw new Error("not found");
  expect(isSameNumber(one, { ...one })).toBe(true);
  for (const other of [
    { sectionId: "t" },
    { sectionId: null, caseId: "c" },
    { part: "title" as const },
    { number: "2人" },
    { passage: "培训了3人。" },
    { nth: 2 },
  ]) {
    expect(isSameNumber(one, { ...one, ...other })).toBe(false);
  }
});
