import { describe, expect, test } from "vitest";
import { documentStates, outlineParts } from "../types";
import { numberOf, splitArticles } from "./articles";
import { compareArticles, piecesOf } from "./compare";
import { mayBecome } from "./life";
import { outlineOf } from "./outline";

test.each([
  ["一", 1],
  ["十", 10],
  ["十二", 12],
  ["二十", 20],
  ["二十一", 21],
  ["一百", 100],
  ["一百零三", 103],
  ["一百一十", 110],
  ["两百", 200],
  ["37", 37],
  ["〇", undefined],
  ["零", undefined],
  ["甲", undefined],
] as const)("第%s条 is %s", (text, expected) => expect(numberOf(text)).toBe(expected));

const text = `示例章程
（2023年10月）

第一章　总则
第一条　本联合体名称为示例联合体。
第二条 【性质】 本联合体为非法人组织。
它由成员自愿组成。
第二章 组织机构
第三条：理事会由下列单位组成：
（一）学校；
（二）企业。
第三条之一 理事会可以设常务理事会。
第五条（任期）每届五年。`;

describe("pasted text → articles", () => {
  const split = splitArticles(text);
  test("chapters, headings and following lines find their article", () => {
    expect(split.articles).toEqual([
      { number: 1, chapter: "第一章 总则", heading: null, text: "本联合体名称为示例联合体。" },
      {
        number: 2,
        chapter: "第一章 总则",
        heading: "性质",
        text: "本联合体为非法人组织。\n它由成员自愿组成。",
      },
      {
        number: 3,
        chapter: "第二章 组织机构",
        heading: null,
        text: "理事会由下列单位组成：\n（一）学校；\n（二）企业。\n第三条之一 理事会可以设常务理事会。",
      },
      { number: 5, chapter: "第二章 组织机构", heading: "任期", text: "每届五年。" },
    ]);
    expect(split.before).toBe("示例章程\n（2023年10月）");
  });
  test("a gap and a number that stands twice are told", () => {
    expect(split.missing).toEqual([4]);
    expect(splitArticles("第一条 甲\n第一条 乙").twice).toEqual([1]);
  });
  test("a list number in brackets is no heading", () =>
    expect(splitArticles("第一条（一）甲").articles[0]).toMatchObject({
      heading: null,
      text: "（一）甲",
    }));
  test("text without articles gives none", () =>
    expect(splitArticles("没有条文").articles).toEqual([]));
});

describe("two versions article by article", () => {
  const article = (number: number, given: string) => ({
    number,
    chapter: null,
    heading: null,
    text: given,
  });
  const before = [
    article(1, "本联合体名称为示例联合体。"),
    article(2, "理事会每年至少召开一次会议。"),
    article(3, "本章程自通过之日起施行。"),
  ];
  test("an article put in at the front does not make the others look changed", () => {
    const after = [
      article(1, "为规范运行，制定本章程。"),
      ...before.map((one) => ({ ...one, number: one.number + 1 })),
    ];
    expect(compareArticles(before, after).map(({ kind }) => kind)).toEqual([
      "added",
      "renumbered",
      "renumbered",
      "renumbered",
    ]);
  });
  test("一次 becomes 两次: only that is marked", () => {
    const after = before.map((one) =>
      one.number === 2 ? article(2, "理事会每年至少召开两次会议。") : one,
    );
    const line = compareArticles(before, after)[1];
    expect(line?.kind).toBe("changed");
    expect(line?.pieces).toEqual([
      { kind: "same", text: "理事会每年至少召开" },
      { kind: "removed", text: "一" },
      { kind: "added", text: "两" },
      { kind: "same", text: "次会议。" },
    ]);
  });
  test("an article that went is removed; the pieces give both texts back", () => {
    expect(compareArticles(before, before.slice(0, 2)).map(({ kind }) => kind)).toEqual([
      "same",
      "same",
      "removed",
    ]);
    const pieces = piecesOf("甲乙丙丁", "甲丙戊丁");
    const side = (gone: string) =>
      pieces
        .filter(({ kind }) => kind !== gone)
        .map((piece) => piece.text)
        .join("");
    expect([side("added"), side("removed")]).toEqual(["甲乙丙丁", "甲丙戊丁"]);
  });
});

describe("charter outline (domain 3.2)", () => {
  test("what is there is found by title first, what is missing is told", () => {
    const outline = outlineOf(splitArticles(text).articles);
    expect(outline.map(({ part }) => part)).toEqual([...outlineParts]);
    expect(Object.fromEntries(outline.map(({ part, article }) => [part, article]))).toMatchObject({
      name: 1,
      nature: 2,
      organs: 3,
      funds: null,
      supplementary: null,
    });
  });
});

test("a draft is adopted or withdrawn, what is adopted is superseded or repealed, and nothing else", () => {
  const allowed = documentStates.flatMap((from) =>
    documentStates.filter((to) => mayBecome(from, to)).map((to) => `${from}>${to}`),
  );
  expect(allowed).toEqual([
    "draft>adopted",
    "draft>withdrawn",
    "adopted>superseded",
    "adopted>repealed",
  ]);
});
