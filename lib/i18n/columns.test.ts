import { describe, expect, test } from "vitest";
import { hiddenColumns, withHidden } from "./columns";

describe("columns left out, kept by list", () => {
  test("what is chosen for one list is read for it and for no other", () => {
    const text = withHidden(withHidden(undefined, "projects", ["period"]), "tasks", [
      "due",
      "owner",
    ]);
    expect([...hiddenColumns(text, "projects")]).toEqual(["period"]);
    expect([...hiddenColumns(text, "tasks")]).toEqual(["due", "owner"]);
    expect(hiddenColumns(text, "members").size).toBe(0);
  });

  test("a second choice takes the place of the first; none at all ends it", () => {
    const first = withHidden("tasks:due", "projects", ["period", "parties"]);
    expect(withHidden(first, "projects", ["state"])).toBe("tasks:due,projects:state");
    expect(withHidden(first, "projects", [])).toBe("tasks:due");
    expect(withHidden("projects:state", "projects", [])).toBe("");
  });

  test.each([
    undefined,
    "",
    "x",
    "projects",
    "projects:",
    ":period",
    "projects:<b>",
    "a b:period",
    ",,:+",
  ])("%j is no choice", (text) => expect(hiddenColumns(text, "projects").size).toBe(0));

  test("names that are none are not kept", () => {
    expect(withHidden("", "projects", ["period", "a,b", "c:d", ""])).toBe("projects:period");
    expect(withHidden("", "a:b", ["period"])).toBe("");
  });

  test("never longer than a cookie may be: the oldest choices go", () => {
    let text = "";
    for (let list = 0; list < 100; list++)
      text = withHidden(text, `list-${list}`, ["a".repeat(30)]);
    expect(text.length).toBeLessThanOrEqual(1500);
    expect(hiddenColumns(text, "list-99").size).toBe(1);
    expect(hiddenColumns(text, "list-0").size).toBe(0);
  });
});
