import { describe, expect, test } from "vitest";
import { isHidden } from "./policy";

describe("A-75 a suppressed number never raises", () => {
  test.each([
    ["whole", 1, false],
    ["published", 1, true],
    ["published", 2, true],
    ["published", 3, false],
    // Nothing at all tells nothing of anybody.
    ["published", 0, false],
  ])("a result of %s reach from %i members is hidden: %s", (reach, approved, hidden) =>
    expect(isHidden({ source: "outcomes", reach, coverage: { approved } })).toBe(hidden),
  );
  test("without its coverage a result is hidden from whoever does not read the whole", () => {
    expect(isHidden({ source: "outcomes", reach: "published", coverage: null })).toBe(true);
  });
  test("rows of lists are counted as far as the list shows them", () =>
    expect(isHidden({ source: "projects", reach: "own", coverage: null })).toBe(false));
});
