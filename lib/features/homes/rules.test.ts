import { describe, expect, test } from "vitest";
import { filterOf, lineRules, linesOf, pathOf, viewsOf } from "./rules";
import { governanceViews, lineKeys } from "./types";

const held = (role: "chair" | "delegate" | "supervisor" | "reporter", organizationId?: string) => ({
  role,
  allianceId: "a",
  organizationId: organizationId ?? null,
});

describe("whose first screen", () => {
  test("a role of another alliance opens nothing here", () => {
    expect(viewsOf([held("chair")], "b")).toEqual([]);
    expect(viewsOf([held("delegate", "o"), held("chair")], "a")).toEqual(["chair", "delegate"]);
  });
});

describe("lines", () => {
  test("every line stands on some page, and no page says one thing twice", () => {
    const pages = [...governanceViews, "organization" as const].map(linesOf);
    expect([...new Set(pages.flat())].sort()).toEqual([...lineKeys].sort());
    for (const lines of pages) expect(new Set(lines).size).toBe(lines.length);
  });
  test("a line leads to its list with its filter; a member's line to that member's part", () => {
    expect(pathOf("entries_reversed")).toBe("funds/ledger?reversals=true");
    expect(pathOf("tasks_overdue", "o1")).toBe("tasks?show=overdue&organization=o1");
    expect(pathOf("promises_late")).toBe("funds/ageing");
    expect(filterOf("tasks_overdue", "o1")).toEqual({
      ...lineRules.tasks_overdue.filter,
      organization: "o1",
    });
  });
});
