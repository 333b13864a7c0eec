import { describe, expect, test } from "vitest";
import { codesOf, holds, type Known, operators, parseExpression } from "./expression";

const amounts = (given: Record<string, number | null>) => (code: string) => {
  const value = given[code];
  if (value === undefined) return undefined;
  const known: Known = {
    amount: value === null ? null : BigInt(Math.round(value * 1_000_000)),
    answered: value !== null,
  };
  return known;
};

const judge = (text: string, given: Record<string, number | null>) => {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return holds(parsed.value, amounts(given));
};

describe("expressions over several indicators", () => {
  const cases: [string, Record<string, number | null>, boolean | undefined][] = [
    ["graduates_employed <= graduates", { graduates_employed: 98, graduates: 100 }, true],
    ["graduates_employed <= graduates", { graduates_employed: 101, graduates: 100 }, false],
    ["graduates_employed <= graduates", { graduates_employed: 100, graduates: 100 }, true],
    ["M39 >= 2 * M40 + M45", { M39: 10, M40: 3, M45: 4 }, true],
    ["M39 >= 2 * M40 + M45", { M39: 9.99, M40: 3, M45: 4 }, false],
    ["M40 * 0.5 = M41 - 1", { M40: 4, M41: 3 }, true],
    ["[1.2.3] = [1.2.4]+[1.2.5]", { "1.2.3": 5, "1.2.4": 2, "1.2.5": 3 }, true],
    ["M01 <> 0", { M01: 0 }, false],
    ["M01 < 1", { M01: 0.999999 }, true],
    ["M01 requires M02", { M01: 1, M02: null }, false],
    ["M01 requires M02", { M01: null, M02: null }, true],
    ["M01 requires M02", { M01: 0, M02: 0 }, true],
    ["M01 excludes M02", { M01: 1, M02: 2 }, false],
    ["M01 excludes M02", { M01: 1 }, true],
  ];
  test.each(cases)("%s with %j is %s", (text, given, answer) => {
    expect(judge(text, given)).toBe(answer);
  });

  test("a blank is not a zero: nothing is judged while an amount is missing", () => {
    expect(judge("M01 <= M02", { M01: 5, M02: null })).toBeUndefined();
    expect(judge("M01 <= M02", { M01: 5 })).toBeUndefined();
  });

  test.each([
    "",
    "   ",
    "M01",
    "M01 <=",
    "<= M01",
    "M01 <= M02 <= M03",
    "M01 + <= M02",
    "M01 == M02",
    "M01 * M02 = 3",
    "2 * 3 = 6 * M01 * 2",
    "(M01) = M02",
    "M01 requires",
    "M01 requires M01",
    "M01 requires M02 + M03",
    "M01 <= 1.234",
    "alert(1)",
    "M01; DROP TABLE x = 1",
    "[[M01] = 1",
    "x".repeat(301),
  ])("is refused: %s", (text) => {
    expect(parseExpression(text).ok).toBe(false);
  });

  test("names every code once", () => {
    const parsed = parseExpression("M01 + M02 <= M01 + 3");
    expect(parsed.ok && codesOf(parsed.value)).toEqual(["M01", "M02"]);
  });
});

/** A small generator with a seed, so that a failure can be repeated. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state;
  }
}

describe("property: what is written is what is judged", () => {
  const random = numbers(20_261_122);
  const below = (most: number) => random.next().value % most;

  test("sums of random terms compare like the same sums counted by hand", () => {
    for (let round = 0; round < 2_000; round += 1) {
      const given: Record<string, number> = {};
      const side = () =>
        Array.from({ length: 1 + below(3) }, () => {
          const code = `I${below(5)}`;
          const value = given[code] ?? below(50) - 10;
          given[code] = value;
          const times = 1 + below(3);
          const sign: 1 | -1 = below(2) === 0 ? 1 : -1;
          return { text: `${times} * ${code}`, sign, value: sign * times * value };
        });
      const write = (terms: ReturnType<typeof side>) =>
        terms
          .map(({ text, sign }, place) => (place === 0 ? text : `${sign > 0 ? "+" : "-"} ${text}`))
          .join(" ");
      // A first term has no sign of its own in the writing.
      const count = (terms: ReturnType<typeof side>) =>
        terms.reduce(
          (sum, { value, sign }, place) => sum + (place === 0 ? value * sign : value),
          0,
        );
      const [left, right] = [side(), side()];
      const operator = operators[below(operators.length)] ?? "=";
      const [a, b] = [count(left), count(right)];
      const expected = {
        "<=": a <= b,
        ">=": a >= b,
        "<>": a !== b,
        "=": a === b,
        "<": a < b,
        ">": a > b,
      }[operator];
      expect(judge(`${write(left)} ${operator} ${write(right)}`, given)).toBe(expected);
    }
  });

  test("random text never throws and never parses twice to different things", () => {
    const letters = "AM1_. []<>=+-*0requires excludes\u3000中\n";
    for (let round = 0; round < 3_000; round += 1) {
      const text = Array.from({ length: below(24) }, () => letters[below(letters.length)]).join("");
      expect(parseExpression(text)).toEqual(parseExpression(text));
    }
  });
});
