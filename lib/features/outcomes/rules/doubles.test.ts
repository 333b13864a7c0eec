import { describe, expect, test } from "vitest";
import { amountOff, type Comparable, doubtOf } from "./doubles";

const one: Comparable = {
  title: "示例智能制造企业新型学徒制培训",
  occurredOn: "2026-03-01",
  quantity: "120.00",
  keyed: false,
};

describe("fuzzy matches: title similarity, same amount and date ± 7 days", () => {
  test.each([
    ["the same amount seven days later", { occurredOn: "2026-03-08", title: "示例培训" }, true],
    ["eight days later", { occurredOn: "2026-03-09", title: "示例培训" }, false],
    ["another amount", { quantity: "119", title: "示例培训" }, false],
    [
      "a title with marks and spaces, a year later",
      { title: "示例 智能制造·企业新型学徒制 培训", quantity: "1", occurredOn: "2027-03-01" },
      true,
    ],
    [
      "a title that says nearly the same, in the same month",
      { title: "示例智能制造企业新型学徒制的培训", quantity: "1", occurredOn: "2026-03-20" },
      true,
    ],
    [
      "the same, months later",
      { title: "示例智能制造企业新型学徒制的培训", quantity: "1", occurredOn: "2026-06-20" },
      false,
    ],
    ["another session", { title: "示例智能制造企业新型学徒制培训第2期", quantity: "1" }, false],
  ])("%s: %s", (_name, change, doubted) =>
    expect(doubtOf(one, { ...one, ...change }) !== undefined).toBe(doubted),
  );

  test("of patents the amount of 1 tells nothing", () => {
    const patent = { ...one, keyed: true, quantity: "1", title: "示例甲装置" };
    expect(doubtOf(patent, { ...patent, title: "示例乙方法" })).toBeUndefined();
    expect(doubtOf(patent, patent)).toEqual({ similarity: 100, sameAmount: false });
  });

  test("numbered titles are numbered things", () => {
    const first = { ...one, title: "示例专利 2024-001", keyed: true };
    expect(doubtOf(first, { ...first, title: "示例专利 2024-002" })).toBeUndefined();
  });
});

describe("same / different / partly", () => {
  test.each([
    ["same", 12_000n, undefined, 12_000n],
    ["different", 12_000n, undefined, 0n],
    ["partly", 12_000n, 1n, 1n],
    ["partly", 12_000n, 11_999n, 11_999n],
    ["partly", 12_000n, 12_000n, "pair-amount-too-large"],
    ["partly", 12_000n, 0n, "pair-amount-missing"],
    ["partly", 12_000n, undefined, "pair-amount-missing"],
    ["same", 0n, undefined, "pair-counts-nothing"],
  ] as const)("%s of %s, part %s: %s", (judgement, counted, part, off) => {
    const result = amountOff(judgement, counted, part);
    expect(result.ok ? result.value : result.reason).toBe(off);
  });
});
