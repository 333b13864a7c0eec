import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountIn, isBeyondAmount, parseYuan, unitFor, yuanText } from "./money";

describe("money", () => {
  test.each([
    ["0", 0n],
    ["35700000.00", 3_570_000_000n],
    ["-0.01", -1n],
    ["12.5", 1250n],
    ["999999999999999.99", 99_999_999_999_999_999n],
  ])("parseYuan(%s)", (text, fen) => expect(parseYuan(text)).toBe(fen));

  test.each(["", "1e21", "NaN", "1.234", "1,000", "１２", "1000000000000000", "+1", "."])(
    "I-19 refuses %j",
    (text) => expect(parseYuan(text)).toBeUndefined(),
  );

  test.each([
    ["1000000000000000", true],
    ["-9999999999999999.99", true],
    ["999999999999999.99", false],
    ["0000000000000000012", false],
    ["1e21", false],
  ])("I-19 %s has too many digits: %s", (text, beyond) =>
    expect(isBeyondAmount(text)).toBe(beyond),
  );

  test("text and fen agree both ways", () =>
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n) + 1n, max: 10n ** 17n - 1n }), (fen) => {
        expect(parseYuan(yuanText(fen))).toBe(fen);
      }),
    ));

  test("one unit for a column, by its largest amount", () => {
    expect(unitFor([1n, 10_000_000_000n])).toBe("yi");
    expect(unitFor([999_999n])).toBe("yuan");
    expect(unitFor([-1_000_000n])).toBe("wan");
    expect(unitFor([])).toBe("yuan");
  });

  test("amountIn rounds half away from zero and cuts zeros", () => {
    expect(amountIn(3_570_000_000n, "wan")).toBe("3570");
    expect(amountIn(3_570_000_000n, "yi")).toBe("0.36");
    expect(amountIn(5_000n, "wan")).toBe("0.01");
    expect(amountIn(-5_000n, "wan")).toBe("-0.01");
    expect(amountIn(-4_999n, "wan")).toBe("0");
  });
});
