import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkCharacter,
  isCreditCode,
  normalizeCreditCode,
  readCreditCode,
  syntheticCreditCode,
} from "./credit-code";

describe("unified social credit code (GB 32100)", () => {
  // Worked by hand from the standard's weights 1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28.
  test.each([
    ["91350100M000100Y4", "3"],
    ["00000000000000000", "0"],
    ["10000000000000000", "Y"],
    ["01000000000000000", "W"],
    ["00000000000000001", "3"],
  ])("check character of %s is %s", (first17, check) =>
    expect(checkCharacter(first17)).toBe(check),
  );

  test("the example of the standard passes", () =>
    expect(isCreditCode("91350100M000100Y43")).toBe(true));

  test.each([
    ["91350100M000100Y44", "wrong check character"],
    ["91350100M000100Y4", "too short"],
    ["91350100M000100Y433", "too long"],
    ["9135O100M000100Y43", "the letter O"],
    ["91350100m000100y43", "not normalized"],
    ["", "nothing"],
  ])("refuses %s: %s", (code) => expect(isCreditCode(code)).toBe(false));

  test.each([
    ["９１３５０１００ｍ０００１００ｙ４３", "full-width"],
    [" 91350100 m000100y 43\n", "spaces"],
    ["91350100-M000100Y4-3", "hyphens"],
    ["91350100\u200bM000100Y43", "invisible marks"],
  ])("reads %s (%s)", (typed) => expect(normalizeCreditCode(typed)).toBe("91350100M000100Y43"));

  test("any single wrong character is noticed", () =>
    fc.assert(
      fc.property(
        fc.nat(999_999_999),
        fc.nat(17),
        fc.constantFrom(..."0123456789ABCDEFGHJKLMNPQRTUWXY"),
        (serial, at, other) => {
          const code = syntheticCreditCode(serial);
          fc.pre(code[at] !== other);
          expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
        },
      ),
    ));

  test("synthetic codes are valid, distinct and of no region", () => {
    const codes = Array.from({ length: 500 }, (_, index) => syntheticCreditCode(index));
    expect(codes.every(isCreditCode)).toBe(true);
    expect(new Set(codes).size).toBe(500);
    expect(codes.every((code) => code.startsWith("91000000"))).toBe(true);
  });
});

test.each([
  ["91350100M000100Y43", { regionCode: "350100", kind: "enterprise" }],
  ["113205000000000000", { regionCode: "320500", kind: "government" }],
  ["123205000000000000", { regionCode: "320500", kind: undefined }],
  ["91000000000000000X", { regionCode: undefined, kind: "enterprise" }],
])("what %s says of its unit", (code, says) => expect(readCreditCode(code)).toEqual(says));
