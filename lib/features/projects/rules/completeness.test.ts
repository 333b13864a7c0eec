import { expect, test } from "vitest";
import { completeness, missing } from "./completeness";

const party = (state: "pending" | "confirmed", kind = "enterprise", isMember = true) => ({
  state,
  kind,
  isMember,
});
const full = {
  summary: "示例",
  hasFile: true,
  parties: [party("confirmed"), party("confirmed", "vocational_college")],
};

test("a full project misses nothing", () => {
  expect(missing(full)).toEqual([]);
  expect(completeness(full).every((line) => line.met)).toBe(true);
});
test.each([
  ["blank summary", { summary: "  " }, ["summary"]],
  ["one party", { parties: [party("confirmed")] }, ["two_parties"]],
  [
    "a party that has not answered",
    { parties: [party("confirmed"), party("pending")] },
    ["confirmed"],
  ],
  ["no file", { hasFile: false }, []],
  ["two of one kind", { parties: [party("confirmed"), party("confirmed")] }, []],
  [
    "a partner that has left: the project goes on",
    { parties: [party("confirmed"), party("confirmed", "university", false)] },
    [],
  ],
] as const)("%s", (_, change, expected) =>
  expect(
    missing({
      ...full,
      ...change,
      parties: [...(("parties" in change && change.parties) || full.parties)],
    }),
  ).toEqual(expected),
);
test("what is not required is shown as open all the same", () => {
  const lines = completeness({ ...full, hasFile: false });
  expect(lines.find((line) => line.item === "file")).toEqual({
    item: "file",
    met: false,
    required: false,
  });
});
