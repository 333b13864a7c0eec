import { describe, expect, test } from "vitest";
import { anonymous, type RoleHeld } from "@/lib/platform/auth/actor";
import { actsFor, mayMove, type ProjectFacts, sees, seesInside, seesPersons } from "./policy";
import { moves } from "./rules/states";
import { type ProjectMove, type ProjectState, projectMoves } from "./types";

const alliance = {
  id: "A",
  slug: "a",
  name: "A",
  timeZone: "Asia/Shanghai",
  status: "operating",
  published: true,
};
const asker = (...roles: RoleHeld[]) => ({ alliance, actor: { ...anonymous, roles } });
const held = (role: RoleHeld["role"], organizationId: string | null = null, allianceId = "A") => ({
  role,
  organizationId,
  allianceId,
});
const facts = (change: Partial<ProjectFacts> = {}): ProjectFacts => ({
  state: "check",
  leadId: "lead",
  organizationIds: ["lead", "partner"],
  isRegistered: false,
  ...change,
});
const persons = {
  secretariat: asker(held("secretariat")),
  lead: asker(held("enterprise_contact", "lead")),
  partner: asker(held("school_leader", "partner")),
  other: asker(held("enterprise_contact", "other")),
  chair: asker(held("chair")),
  supervisor: asker(held("supervisor")),
  observer: asker(held("observer", "park")),
  foreign: asker(held("secretariat", null, "B")),
  public: asker(),
};

describe("who may move a project on", () => {
  const stateFor = Object.fromEntries(
    projectMoves.map((move) => [move, moves[move].from[0]]),
  ) as Record<ProjectMove, ProjectState>;
  const lead = ["secretariat", "lead"];
  const office = ["secretariat"];
  const expected: Record<ProjectMove, string[]> = {
    answer: ["partner"],
    recall: lead,
    ask_again: lead,
    request_supplement: office,
    supplement: lead,
    open_review: office,
    close_review: office,
    propose: office,
    register: office,
    refuse: office,
    reject: office,
    withdraw: lead,
    start: lead,
    suspend: ["secretariat", "supervisor"],
    resume: office,
    terminate: office,
    request_acceptance: lead,
    open_acceptance: office,
    close_acceptance: office,
    settle: lead,
    close: office,
    follow: office,
    archive: office,
  };
  test.each(projectMoves)("%s", (move) => {
    const state = stateFor[move];
    const allowed = Object.entries(persons)
      .filter(([, who]) => mayMove(who, facts({ state }), move, "partner").allowed)
      .map(([name]) => name);
    expect(allowed).toEqual(expected[move]);
  });
  test("the right person in the wrong state is told that it is the state", () =>
    expect(mayMove(persons.secretariat, facts({ state: "running" }), "register")).toEqual({
      allowed: false,
      reason: "state",
    }));
  test("rights of two alliances do not add up: contact here, secretariat there", () => {
    const both = asker(held("enterprise_contact", "lead"), held("secretariat", null, "B"));
    expect(mayMove(both, facts(), "propose").reason).toBe("person");
  });
});

describe("who sees a project", () => {
  const inside = Object.entries(persons)
    .filter(([, who]) => seesInside(who, facts()))
    .map(([name]) => name);
  test("before registration only those inside", () => {
    expect(inside).toEqual(["secretariat", "lead", "partner", "chair", "supervisor", "observer"]);
    expect(sees(persons.other, facts())).toBe(false);
    expect(sees(persons.foreign, facts())).toBe(false);
  });
  test("registered: everybody that it exists, nobody more inside", () => {
    expect(sees(persons.public, facts({ isRegistered: true }))).toBe(true);
    expect(seesInside(persons.other, facts({ isRegistered: true }))).toBe(false);
  });
  test("an observer sees no names of persons", () => {
    expect(seesPersons(persons.observer, facts())).toBe(false);
    expect(seesPersons(persons.partner, facts())).toBe(true);
  });
  test("registering is an answer only for one's own organization", () => {
    expect(actsFor(persons.lead, "lead")).toBe(true);
    expect(actsFor(persons.secretariat, "lead")).toBe(false);
  });
});
