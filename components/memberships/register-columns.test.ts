import { expect, test } from "vitest";
import { chosenColumns, toggled } from "./register-columns";

test.each([
  [undefined, true, ["kind", "position", "status", "chain", "tags", "since", "letterUntil"]],
  [undefined, false, ["kind", "position", "status", "chain", "tags", "since"]],
  ["since,kind", true, ["kind", "since"]],
  ["creditCode,kind", false, ["kind"]],
  ["nonsense,%00", true, ["kind", "position", "status", "chain", "tags", "since", "letterUntil"]],
])("columns of %s, inside %s", (text, internal, columns) =>
  expect(chosenColumns(text, internal)).toEqual(columns),
);

test("a column is switched on and off, and the last one stays", () => {
  expect(toggled(["kind"], "since")).toBe("kind,since");
  expect(toggled(["kind", "since"], "kind")).toBe("since");
  expect(toggled(["kind"], "kind")).toBe("kind");
});
