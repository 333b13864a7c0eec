import { expect, test } from "vitest";
import { deadlinesOf } from "./deadlines";

test.each([
  ["regular", { noticeDays: 10, papersDays: 3 }, 10, "2026-12-10", "2026-12-17"],
  ["regular", { noticeDays: null, papersDays: null }, 10, "2026-12-10", "2026-12-17"],
  ["founding", { noticeDays: 15, papersDays: 5 }, 15, "2026-12-05", "2026-12-15"],
  ["extraordinary", { noticeDays: 10, papersDays: 5 }, 3, "2026-12-17", "2026-12-17"],
  ["second_call", { noticeDays: 2, papersDays: 1 }, 2, "2026-12-18", "2026-12-19"],
  ["regular", { noticeDays: 0, papersDays: 0 }, 0, "2026-12-20", "2026-12-20"],
])("%s by %j: %i days", (kind, rule, noticeDays, noticeBy, papersBy) =>
  expect(deadlinesOf(rule, { kind, heldOn: "2026-12-20" })).toMatchObject({
    noticeDays,
    noticeBy,
    papersBy,
  }),
);
test("without a rule the usual days", () =>
  expect(deadlinesOf(undefined, { kind: "regular", heldOn: "2027-01-05" }).noticeBy).toBe(
    "2026-12-26",
  ));
