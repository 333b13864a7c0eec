import { expect, test } from "vitest";
import { isLate, waitingFor } from "./waiting";

const since = new Date("2026-11-03T08:00:00Z");
const lead = { id: "l", name: "示例企业 A" };
const parties = [
  { organizationId: "l", name: "示例企业 A", state: "confirmed" },
  { organizationId: "p", name: "示例院校 B", state: "pending" },
  { organizationId: "q", name: "示例企业 C", state: "confirmed" },
] as const;
const facts = {
  stateSince: since,
  unplanned: false,
  handedInAt: null,
  askedAt: null,
  lead,
  parties,
};

test("a project says for which partner it waits, and since when", () =>
  expect(waitingFor({ ...facts, state: "partners_confirming" })).toEqual({
    party: "partners",
    organizations: [{ id: "p", name: "示例院校 B" }],
    since,
  }));
test.each([
  "draft",
  "supplement",
  "registered",
  "rework",
  "accepted",
  "failed",
  "terminated",
] as const)("%s waits for the lead", (state) =>
  expect(waitingFor({ ...facts, state })).toEqual({ party: "lead", organizations: [lead], since }),
);
test.each([
  ["check", "secretariat"],
  ["acceptance_requested", "secretariat"],
  ["settlement", "secretariat"],
  ["review", "experts"],
  ["accepting", "experts"],
  ["decision", "authority"],
] as const)("%s waits for the %s", (state, party) =>
  expect(waitingFor({ ...facts, state })?.party).toBe(party),
);
test.each(["running", "rejected", "withdrawn", "closed", "archived"] as const)(
  "%s waits for nobody",
  (state) => expect(waitingFor({ ...facts, state })).toBeNull(),
);
test("running without a milestone waits for the lead to plan, since it runs", () => {
  const unplanned = { ...facts, unplanned: true };
  expect(waitingFor({ ...unplanned, state: "running" })).toEqual({
    party: "lead",
    organizations: [lead],
    since,
  });
  expect(waitingFor({ ...unplanned, state: "suspended" })).toBeNull();
});
test("running with a milestone that was handed in waits for the secretariat, since that moment", () => {
  const handedInAt = new Date("2026-12-01T00:00:00Z");
  const given = { ...facts, handedInAt };
  expect(waitingFor({ ...given, state: "running" })).toEqual({
    party: "secretariat",
    organizations: [],
    since: handedInAt,
  });
  expect(waitingFor({ ...given, state: "suspended" })).toBeNull();
});
test("running with a change that was asked for waits for the secretariat, since the older of the two", () => {
  const [handedInAt, askedAt] = [
    new Date("2026-12-02T00:00:00Z"),
    new Date("2026-12-01T00:00:00Z"),
  ];
  const given = { ...facts, state: "running", unplanned: true, handedInAt, askedAt } as const;
  expect(waitingFor(given)).toMatchObject({ party: "secretariat", since: askedAt });
  expect(waitingFor({ ...given, handedInAt: null })).toMatchObject({ since: askedAt });
  expect(waitingFor({ ...given, state: "closed" })).toBeNull();
});
test("14 days for an answer, and not one moment less", () => {
  const waiting = waitingFor({ ...facts, state: "partners_confirming" });
  expect(isLate(waiting, new Date("2026-11-17T08:00:00Z"))).toBe(false);
  expect(isLate(waiting, new Date("2026-11-17T08:00:01Z"))).toBe(true);
  expect(isLate(waitingFor({ ...facts, state: "check" }), new Date("2027-01-01"))).toBe(false);
});
