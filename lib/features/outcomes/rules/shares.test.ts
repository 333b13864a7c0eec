import { describe, expect, test } from "vitest";
import { evenShares, parseShare, shareText, WHOLE, withCoOwner } from "./shares";

describe("decimal shares do not sum: hundredths of a percent, the remainder to the lead", () => {
  test.each([
    [2, [5000, 5000]],
    [3, [3334, 3333, 3333]],
    [7, [1432, 1428, 1428, 1428, 1428, 1428, 1428]],
  ])("%i equal owners", (count, parts) => expect(evenShares(count)).toEqual(parts));

  test("any number of owners is whole", () => {
    for (let count = 1; count <= 300; count += 1) {
      expect(evenShares(count).reduce((sum, part) => sum + part, 0)).toBe(WHOLE);
    }
  });

  test.each([
    ["33.33", 3333],
    ["0.01", 1],
    ["99.99", 9999],
    ["50", 5000],
    ["5.5", 550],
    ["0", undefined],
    ["100", undefined],
    ["33.333", undefined],
    ["-1", undefined],
    ["1e1", undefined],
    ["5０", undefined],
  ])("%s → %s", (text, share) => expect(parseShare(text)).toBe(share));

  test("a share and its text are one number", () => {
    for (const share of [1, 10, 100, 3333, 9999]) expect(parseShare(shareText(share))).toBe(share);
  });
});

describe("a co-owner takes from the lead alone", () => {
  const two = [
    { organizationId: "lead", share: 6667 },
    { organizationId: "b", share: 3333 },
  ];
  test("of a result without shares", () =>
    expect(withCoOwner("lead", [], { organizationId: "b", share: 3333 })).toEqual({
      ok: true,
      value: two,
    }));
  test("of a shared one; the others keep theirs", () => {
    const result = withCoOwner("lead", two, { organizationId: "c", share: 6666 });
    expect(result).toEqual({
      ok: true,
      value: [
        { organizationId: "lead", share: 1 },
        { organizationId: "b", share: 3333 },
        { organizationId: "c", share: 6666 },
      ],
    });
  });
  test("not more than the lead has", () =>
    expect(withCoOwner("lead", two, { organizationId: "c", share: 6667 })).toEqual({
      ok: false,
      reason: "share-too-large",
      details: { left: "66.67" },
    }));
  test("nobody twice", () =>
    expect(withCoOwner("lead", two, { organizationId: "b", share: 1 })).toMatchObject({
      reason: "shares-already",
    }));
});
