import { describe, expect, test } from "vitest";
import { canStep, checklist, isLapseDue, lapseDay, stateAfter, waitsFor } from "./rules";
import { type ApplicationState, applicationStates, openStates, type Step, steps } from "./types";

const allowed: Partial<Record<ApplicationState, Partial<Record<Step, ApplicationState>>>> = {
  submitted: { take: "checking", withdraw: "withdrawn" },
  checking: { ask: "supplement", recommend: "recommended", withdraw: "withdrawn" },
  supplement: { answer: "checking", lapse: "lapsed", withdraw: "withdrawn" },
  recommended: { put_on_agenda: "on_agenda", withdraw: "withdrawn" },
  on_agenda: {
    admit: "admitted",
    announce: "public_notice",
    decline: "declined",
    put_off: "recommended",
  },
  public_notice: { admit: "admitted", put_back: "recommended" },
};

describe("state machine (behaviour 4.1)", () => {
  const pairs = applicationStates.flatMap((state) => steps.map((step) => [state, step] as const));
  test.each(pairs)("%s, %s", (state, step) => {
    expect(stateAfter(state, step)).toBe(allowed[state]?.[step]);
    expect(canStep(state, step)).toBe(allowed[state]?.[step] !== undefined);
  });
  test("what is over stays over", () => {
    const over = applicationStates.filter((state) => !openStates.some((open) => open === state));
    expect(over).toEqual(["admitted", "declined", "withdrawn", "lapsed"]);
    expect(over.map(waitsFor)).toEqual(over.map(() => "nobody"));
  });
  test.each([
    ["submitted", "secretariat"],
    ["supplement", "applicant"],
    ["recommended", "council"],
  ] as const)("%s waits for the %s", (state, who) => expect(waitsFor(state)).toBe(who));
});

describe("LAPSED after 60 days without answer in SUPPLEMENT", () => {
  // 23:30 of 2026-01-01 in Shanghai, still the day before in UTC's count of the evening.
  const asked = new Date("2026-01-01T15:30:00Z");
  test.each([
    ["supplement", "2026-03-01", false],
    ["supplement", "2026-03-02", true],
    ["checking", "2026-12-31", false],
  ] as const)("%s on %s: %s", (state, today, due) =>
    expect(isLapseDue(state, asked, today, "Asia/Shanghai")).toBe(due),
  );
  test("the day is one of the alliance's zone", () =>
    expect(lapseDay(new Date("2026-01-01T16:30:00Z"), "Asia/Shanghai")).toBe("2026-03-03"));
});

test("the checklist is answered by the data", () => {
  const facts = {
    state: "checking",
    isMember: false,
    organizationId: null,
    contributionPlan: "示例投入",
  } as const;
  const open = (given: Partial<Parameters<typeof checklist>[0]>) =>
    checklist({ ...facts, ...given }).flatMap(({ point, done }) => (done ? [] : point));
  expect(open({})).toEqual(["in_register"]);
  expect(open({ organizationId: "x" })).toEqual([]);
  expect(open({ organizationId: "x", isMember: true, state: "supplement" })).toEqual([
    "not_member",
    "questions_answered",
  ]);
  expect(open({ organizationId: "x", isMember: true, state: "admitted" })).toEqual([]);
});
