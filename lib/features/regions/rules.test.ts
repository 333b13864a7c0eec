import { describe, expect, test } from "vitest";
import { isShown, reasonOf, rowAtMost, totalsOf } from "./rules";

const cell = (value: string | null, records = 1, atMost = false) => ({ value, records, atMost });

describe("City view over several alliances", () => {
  test.each([
    [["147.00", "30.00"], "0.00", { plain: "177.00", once: "177.00", twice: "0.00" }],
    [["147.00", "30.00"], "5.00", { plain: "177.00", once: "172.00", twice: "5.00" }],
    [[], "0.00", { plain: "0.00", once: "0.00", twice: "0.00" }],
    [
      ["999999999999999999.99", "0.01"],
      "0.00",
      { plain: "1000000000000000000.00", once: "1000000000000000000.00", twice: "0.00" },
    ],
  ])("%j with %s doubled", (values, double, expected) =>
    expect(
      totalsOf(
        values.map((value) => cell(value)),
        double,
      ),
    ).toEqual(expected),
  );
  test("each kind of thing has its reason", () =>
    expect(["members", "projects", "platforms", "M35"].map(reasonOf)).toEqual([
      "same_organization",
      "shared_project",
      "same_base",
      "same_claim",
    ]));
});

describe("behaviour 4.4 People: lists tell within one alliance who is the same", () => {
  const [exact, bound, none] = [cell("5.00"), cell("6.00", 2, true), cell("0.00", 0)];
  test.each([
    ["one exact alliance", true, [exact, none], false],
    ["two exact ones", true, [exact, exact], true],
    ["one that is a bound", true, [bound], true],
    ["a sum of things", false, [exact, exact], false],
  ] as const)("%s", (_, people, cells, atMost) => expect(rowAtMost(people, cells)).toBe(atMost));
});

describe("Reader's rights hide members", () => {
  test("a hidden number is in no sum, so it cannot be told by subtraction", () =>
    expect(totalsOf([cell("10.00"), cell(null)], "0.00").plain).toBe("10.00"));
  test.each([
    [true, 1, true],
    [false, 0, true],
    [false, 1, false],
    [false, 2, false],
    [false, 3, true],
  ])("whole %s, %s members: %s", (whole, members, shown) =>
    expect(isShown(whole, members)).toBe(shown),
  );
});
