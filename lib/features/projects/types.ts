export const projectTypes = [
  "talent",
  "tech_rd",
  "tech_service",
  "transfer",
  "base",
  "course",
  "training",
  "teacher",
  "startup",
  "rural",
  "international",
] as const;
export type ProjectType = (typeof projectTypes)[number];

export const projectSources = [
  "self_chosen",
  "open_bid",
  "county_service",
  "cross_region",
  "government_programme",
] as const;
export type ProjectSource = (typeof projectSources)[number];

/** All states of behaviour 4.3; the edges of the present release are in rules/states.ts. */
export const projectStates = [
  "draft",
  "partners_confirming",
  "check",
  "supplement",
  "review",
  "decision",
  "registered",
  "running",
  "suspended",
  "acceptance_requested",
  "accepting",
  "accepted",
  "rework",
  "failed",
  "terminated",
  "settlement",
  "closed",
  "follow_up",
  "archived",
  "rejected",
  "withdrawn",
] as const;
export type ProjectState = (typeof projectStates)[number];

/** Roles that a partner can have; the lead is chosen by who registers. */
export const partnerRoles = ["co_builder", "funder", "demand", "executor", "adviser"] as const;
export const partyRoles = ["lead", ...partnerRoles] as const;

export const partyStates = ["pending", "confirmed", "declined"] as const;
export type PartyState = (typeof partyStates)[number];

export const eventKinds = [
  "created",
  "asked_again",
  "confirmed",
  "declined",
  "completed",
  "question",
  "answer",
  "registered",
  "started",
  "rejected",
  "withdrawn",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** What one can do to a project. Each is one edge, or one set of edges, of the state machine. */
export const projectMoves = [
  "answer",
  "ask_again",
  "request_supplement",
  "supplement",
  "register",
  "start",
  "reject",
  "withdraw",
] as const;
export type ProjectMove = (typeof projectMoves)[number];

export type NamedParty = { organizationId: string; name: string; state: PartyState };

/** For whom a project waits, since when; nothing to wait for is null. */
export type Waiting = {
  party: "partners" | "lead" | "secretariat";
  organizations: { id: string; name: string }[];
  since: Date;
} | null;
