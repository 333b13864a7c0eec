import { describe, expect, test } from "vitest";
import { creditCodePrefix, searchPatterns } from "./search-query";
import { foldText, pinyinOf, searchTextOf } from "./search-text";

/** LIKE as the database reads it. */
function like(text: string, pattern: string): boolean {
  const source = pattern.replace(/\\(.)|%|_|[.*+?^${}()|[\]\\]/g, (hit, escaped?: string) =>
    escaped
      ? escaped.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      : hit === "%"
        ? "[\\s\\S]*"
        : hit === "_"
          ? "."
          : `\\${hit}`,
  );
  return new RegExp(`^${source}$`).test(text);
}
const finds = (names: string[], typed: string) =>
  searchPatterns(typed).every((pattern) => like(searchTextOf(names), pattern));

const huichuan = ["苏州汇川技术有限公司", "汇川"];

describe("search by Chinese, pinyin and initials", () => {
  test.each([
    [huichuan, "汇川"],
    [huichuan, "hc"],
    [huichuan, "HC"],
    [huichuan, "ｈｃ"],
    [huichuan, "huichuan"],
    [huichuan, "huic"],
    [huichuan, "hui chuan"],
    [huichuan, "szhc"],
    [huichuan, "suzhou 汇川"],
    [["重庆电子科技职业大学"], "chongqing"],
    [["重庆电子科技职业大学"], "cq"],
    [["绿的谐波"], "lvdexiebo"],
    [["绿的谐波"], "lüde"],
    [["示例企业 017"], "017"],
    [["示例企业 017"], "17"],
    [["示例企业 017"], "slqy017"],
    [["示例ABB电气"], "abb"],
    [["示例ABB电气"], "abbdq"],
    [["示例（苏州）公司"], "（苏州）"],
  ])("%j is found by %s", (names, typed) => expect(finds(names, typed)).toBe(true));

  test.each([
    [["上海城投"], "an"],
    [["上海城投"], "ng"],
    [huichuan, "绿的"],
    [huichuan, "hc 无"],
    [huichuan, "%"],
    [huichuan, "_"],
    [["重庆电子科技职业大学"], "zhongqing"],
  ])("%j is not found by %s", (names, typed) => expect(finds(names, typed)).toBe(false));

  test("former names find the unit too", () => {
    expect(finds(["苏州市职业大学", "示例旧校名"], "jxm")).toBe(true);
  });

  test("nothing typed asks for nothing", () => expect(searchPatterns(" \u200b ")).toEqual([]));

  test("pinyin sorts names", () => {
    expect(pinyinOf("重庆")).toBe("chongqing");
    expect(pinyinOf("长春 ABB 厂")).toBe("changchunabbchang");
  });

  test("folding", () => expect(foldText(" ＡＢＢ　（苏州） ")).toBe("abb (苏州)"));
});

test.each([
  ["91000000", "91000000"],
  ["９１00 0000m", "91000000M"],
  ["9132", undefined],
  ["huichuan", undefined],
  ["汇川", undefined],
])("credit code prefix of %s is %s", (typed, prefix) =>
  expect(creditCodePrefix(typed)).toBe(prefix),
);
