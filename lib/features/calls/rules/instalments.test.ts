import fc from "fast-check";
import { expect, test } from "vitest";
import { instalments } from "./instalments";

test("shares of a contract, to the fen", () => {
  expect(instalments(10_000n, [30, 40, 30])).toEqual([3000n, 4000n, 3000n]);
  expect(instalments(101n, [33, 33, 34])).toEqual([33n, 33n, 35n]);
});

test("nothing is lost and nothing made", () =>
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10n ** 17n }),
      fc.integer({ min: 1, max: 99 }),
      (total, first) => {
        const parts = instalments(total, [first, 100 - first]);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(total);
      },
    ),
  ));
