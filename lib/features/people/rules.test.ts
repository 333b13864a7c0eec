import { describe, expect, it, test } from "vitest";
import { maskPhone, peopleCounted } from "./rules";

it.each([
  ["13812345678", "138****5678"],
  ["+86 138 1234 5678", "861****5678"],
  ["0512-6789", "****89"],
])("A-76 masks %s", (phone, masked) => expect(maskPhone(phone)).toBe(masked));

describe("behaviour 4.4 People: distinct where the lists make it exact, at most otherwise", () => {
  test.each([
    ["none", 0, "0.00", null, "0.00", false],
    ["one without a list", 1, "30.00", null, "30.00", false],
    ["two without lists", 2, "60.00", null, "60.00", true],
    ["two with lists", 2, "60.00", [2, 60, 45], "45.00", false],
    ["one of each", 2, "60.00", [1, 30, 30], "60.00", true],
    ["two with lists and one without", 3, "90.00", [2, 60, 45], "75.00", true],
  ] as const)("people of %s", (_, records, total, known, value, atMost) => {
    const listed = known && { listed: known[0], places: known[1], people: known[2] };
    expect(peopleCounted({ records, total }, listed)).toEqual({ value, atMost });
  });
});
