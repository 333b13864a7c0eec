import { describe, expect, test } from "vitest";
import { sameKeys } from "@/tests/support/same-keys";
import { composeKey, isOfProject, keyKindOf, keyKinds, nameOfKey, normalKey } from "./keys";

describe("natural keys in one form", () => {
  test.each(sameKeys)("%s and %s: one thing %s", (a, b, same) => {
    expect(normalKey(a) === normalKey(b)).toBe(same);
  });
});

const year = 2025;
describe("same organisation, two periods: the parts of a key by kind of result", () => {
  test.each([
    ["ZL 2024 1 0123456.7", "ZL202410123456.7"],
    ["202410123456.7", "ZL202410123456.7"],
    ["专利号：ＺＬ２０２４１０１２３４５６．７", "ZL202410123456.7"],
    ["zl20241012345６.x", "ZL202410123456.X"],
    ["CN 115123456 B", "CN115123456B"],
    ["示例 SL-2024-001", "示例 SL-2024-001"],
  ])("patent %s → %s", (naturalKey, key) =>
    expect(composeKey("patent", { naturalKey, year })).toBe(key),
  );

  test("a contract is its number and its parties, in whatever order they stand", () => {
    const of = (parties: string) => composeKey("contract", { naturalKey: "HT-1", parties, year });
    expect(of("示例乙公司、示例甲学院")).toBe(of("示例甲学院，示例乙公司"));
    expect(of("示例丙公司")).not.toBe(of("示例甲学院"));
    expect(composeKey("contract", { naturalKey: "HT-1", year })).toBeNull();
  });

  test("an award is its work with year, level and issuer", () => {
    const given = { naturalKey: "示例教学成果", issuer: "示例教育厅", year } as const;
    expect(composeKey("award", { ...given, level: "provincial" })).toBe(
      "示例教学成果 · 2025 · provincial · 示例教育厅",
    );
    expect(composeKey("award", given)).toBeNull();
    expect(composeKey("award", { ...given, level: "national", issuer: undefined })).toBeNull();
  });

  test("of a benefit the project is a part of the key, of nothing else", () =>
    expect(keyKinds.filter(isOfProject)).toEqual(["benefit"]));
  test("a benefit certificate is its enterprise and year; a number stands for itself", () => {
    expect(composeKey("benefit", { naturalKey: "示例企业", year })).toBe("示例企业 · 2025");
    expect(composeKey("number", { naturalKey: "GB/T 1234-2025", year })).toBe("GB/T 1234-2025");
    expect(composeKey("number", { naturalKey: "——", year })).toBeNull();
    expect(composeKey("number", { year })).toBeUndefined();
  });
  test.each([
    ["contract", { naturalKey: "HT-1", parties: "乙公司、甲学院" }],
    ["award", { naturalKey: "示例作品", issuer: "示例协会", level: "national" as const }],
    ["benefit", { naturalKey: "示例企业" }],
    ["number", { naturalKey: "GB · 1234" }],
  ] as const)("the name of a %s stands first in its key", (kind, parts) => {
    const key = composeKey(kind, { ...parts, year });
    expect(nameOfKey(kind, key ?? "")).toBe(parts.naturalKey);
  });

  test("what a metric's results are known by", () => {
    expect(["M35", "M28", "M44", "M29", "M41", "M26", "M37"].map(keyKindOf)).toEqual([
      "patent",
      "contract",
      "award",
      "benefit",
      "batch",
      "voucher",
      "number",
    ]);
  });
});
