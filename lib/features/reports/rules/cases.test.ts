import { describe, expect, test } from "vitest";
import { caseStates, editionStates } from "../types";
import { caseMayBecome, isCaseInHand, type PrintedCase, takesCases, withCases } from "./cases";
import { linesOf } from "./text";

test("every edge of a case: in its unit's hands, in the office's, in an edition", () => {
  const ways = caseStates.flatMap((from) =>
    caseStates.filter((to) => caseMayBecome(from, to)).map((to) => `${from} ${to}`),
  );
  expect(ways).toEqual([
    "draft submitted",
    "submitted returned",
    "submitted selected",
    "returned draft",
    "returned submitted",
    "selected submitted",
  ]);
  expect(caseStates.filter(isCaseInHand)).toEqual(["draft", "returned"]);
  expect(editionStates.filter(takesCases)).toEqual(["drafting", "merge"]);
});

describe("selected cases in their chapter", () => {
  const words = {
    office: "秘书处",
    background: "背景",
    practice: "做法",
    effect: "成效",
    links: (links: readonly { name: string }[]) =>
      `涉及${links.map(({ name }) => name).join("、")}`,
    sources: "引用数据：",
    source: ({ title, quantity, unitZh }: { title: string; quantity: string; unitZh: string }) =>
      `${title}：${quantity}${unitZh}`,
  };
  const one: PrintedCase = {
    title: "示例案例",
    unit: "示例学校",
    background: "示例：甲。",
    practice: "示例：乙。",
    effect: "示例：丙。",
    links: [],
    sources: [],
  };

  test("stand below its own text, numbered on from its last heading", () => {
    const text = withCases("（一）概述\n示例。", [one, { ...one, title: "另一例" }], words);
    expect(
      linesOf(text ?? "").flatMap((line) => (line.kind === "heading" ? [line.text] : [])),
    ).toEqual([
      "（一）概述",
      "（二）示例案例",
      "1. 背景",
      "2. 做法",
      "3. 成效",
      "（三）另一例",
      "1. 背景",
      "2. 做法",
      "3. 成效",
    ]);
  });

  test("stand alone where the chapter has no text, and nothing is added where there is none", () => {
    expect(withCases(null, [one], words)).toMatch(/^（一）示例案例\n示例学校/);
    expect(withCases(null, [], words)).toBeNull();
    expect(withCases("示例。", [], words)).toBe("示例。");
  });

  test("tell of projects and classes in one line below the unit, braces of a name taken literally", () => {
    const links = [
      { kind: "project", name: "示例{{M36}}项目" },
      { kind: "class", name: "示例订单班" },
    ] as const;
    expect(withCases(null, [{ ...one, links: [...links] }], words)).toContain(
      "示例学校\n涉及示例｛｛M36｝｝项目、示例订单班\n1. 背景",
    );
  });

  test("cite their results, and braces in them are no numbers of the edition", () => {
    const source = {
      title: "示例专利",
      metricCode: "M36",
      year: 2026,
      quantity: "1",
      unitZh: "项",
    };
    const text = withCases(null, [{ ...one, effect: "{{M36}}", sources: [source] }], words);
    expect(text).toContain("引用数据：\n示例专利：1项");
    expect(text).not.toContain("{{");
  });
});
