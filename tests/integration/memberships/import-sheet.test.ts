import { describe, expect, test } from "vitest";
import { readDay, readImportSheet } from "@/lib/features/memberships/rules/import-sheet";
import { importColumns } from "@/lib/features/memberships/types";
import { importWords } from "@/lib/i18n/import-words";

const read = (...sheet: string[][]) => readImportSheet(sheet, importWords);

describe("headings", () => {
  test("of the template, in one language, in any order, with the mark of a required column", () => {
    const template = importColumns.map((column) => `${importWords.columns[column].join(" / ")} *`);
    expect(read(template, ["", "示例甲"])).toEqual({
      ok: true,
      value: [{ row: 2, name: "示例甲" }],
    });
    for (const words of [
      ["单位类别", "单位名称"],
      ["KIND", " name *"],
      ["Kind", "单位名称 / Name"],
    ]) {
      expect(read(words, ["企业", "示例甲"])).toEqual({
        ok: true,
        value: [{ row: 2, kind: "enterprise", name: "示例甲" }],
      });
    }
  });

  test.each([
    [[["单位类别"], ["企业"]], "import-no-heading"],
    [
      [
        ["单位名称", "负责人"],
        ["示例甲", "某人"],
      ],
      "import-unknown-column",
    ],
    [
      [
        ["单位名称", "Name"],
        ["示例甲", "示例甲"],
      ],
      "import-column-twice",
    ],
    [[["单位名称 / Kind"], ["示例甲"]], "import-unknown-column"],
    [[["单位名称"], ["示例甲", "没有列名"]], "import-unknown-column"],
    [[], "import-empty"],
    [[["单位名称"], ["  "]], "import-empty"],
    [
      [["单位名称"], ...Array.from({ length: 10_001 }, (_, n) => [`示例 ${n}`])],
      "import-too-many-rows",
    ],
  ])("%j → %s", (sheet, reason) => {
    expect(read(...sheet)).toMatchObject({ ok: false, reason });
  });
});

describe("rows", () => {
  test("keep the number they have in the file, whatever blank rows lie between", () => {
    expect(read([], ["单位名称"], [""], ["示例甲"])).toEqual({
      ok: true,
      value: [{ row: 4, name: "示例甲" }],
    });
  });

  test("words of any language become keys, and what no table knows stays as it was typed", () => {
    const heading = ["单位名称", "单位类别", "成员身份", "牵头单位"];
    expect(
      read(heading, ["示例甲", "Park", "理事单位", "YES"], ["示例乙", "小店", "会员", "否"]),
    ).toEqual({
      ok: true,
      value: [
        { row: 2, name: "示例甲", kind: "park", position: "council_unit", isLead: "true" },
        { row: 3, name: "示例乙", kind: "小店", position: "会员", isLead: "false" },
      ],
    });
  });

  test.each([
    ["2023-10-01", "2023-10-01"],
    ["2023/10/1", "2023-10-01"],
    ["2023.1.9", "2023-01-09"],
    ["2023年10月1日", "2023-10-01"],
    ["45200", "2023-10-01"],
    ["10/1/2023", "10/1/2023"],
    ["去年", "去年"],
  ])("the day %s is %s", (typed, day) => expect(readDay(typed)).toBe(day));
});
