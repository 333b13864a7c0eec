import { describe, expect, test } from "vitest";
import { isShown, reasonOf, totalsOf } from "./rules";

const cell = (value: string | null) => ({ value, records: 1 });

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
    expect(totalsOf(values.map(cell), double)).toEqual(expected),
  );
  test("each kind of thing has its reason", () =>
    expect(["members", "projects", "platforms", "M35"].map(reasonOf)).toEqual([
      "same_organization",
      "shared_project",
      "same_base",
      "same_claim",
    ]));
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
