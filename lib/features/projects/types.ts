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

/** All states of behaviour 4.3; their edges are in rules/states.ts. */
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
  "returned",
  "joined",
  "review_opened",
  "review_discussed",
  "review_closed",
  "decision_proposed",
  "decision_refused",
  "suspended",
  "resumed",
  "terminated",
  "settled",
  "closed",
  "follow_up",
  "archived",
  "acceptance_requested",
  "acceptance_opened",
  "accepted",
  "rework",
  "failed",
  "midterm",
  "milestone_submitted",
  "milestone_accepted",
  "milestone_returned",
  "milestone_waived",
  "milestone_reopened",
  "change_proposed",
  "change_approved",
  "change_rejected",
  "change_withdrawn",
  "status_reported",
  "party_kept",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** What one can do to a project. Each is one edge, or one set of edges, of the state machine. */
export const projectMoves = [
  "answer",
  "recall",
  "ask_again",
  "request_supplement",
  "supplement",
  "open_review",
  "close_review",
  "propose",
  "register",
  "refuse",
  "reject",
  "withdraw",
  "start",
  "suspend",
  "resume",
  "terminate",
  "request_acceptance",
  "open_acceptance",
  "close_acceptance",
  "settle",
  "close",
  "follow",
  "archive",
] as const;
export type ProjectMove = (typeof projectMoves)[number];

/** 政府搭平台、院所送团队、高校建基地、企业促开发. */
export const dutyKinds = ["platform", "team", "base", "development"] as const;
export type DutyKind = (typeof dutyKinds)[number];

export const milestoneStates = [
  "planned",
  "running",
  "submitted",
  "accepted",
  "returned",
  "waived",
] as const;
export type MilestoneState = (typeof milestoneStates)[number];

/** Lower first: who stands higher may take back what a lower one accepted. */
export const authorities = ["lead", "secretariat", "committee", "council"] as const;
export type Authority = (typeof authorities)[number];

export const changeKinds = ["date", "scope", "budget", "funder", "partner", "lead"] as const;
export type ChangeKind = (typeof changeKinds)[number];
export const changeStates = ["proposed", "approved", "rejected", "withdrawn"] as const;
export type ChangeState = (typeof changeStates)[number];

export const panelKinds = ["review", "midterm", "acceptance"] as const;
export type PanelKind = (typeof panelKinds)[number];
export const panelStates = ["open", "discussion", "closed"] as const;
export type PanelState = (typeof panelStates)[number];
export const panelConclusions = [
  "recommend",
  "decline",
  "go_on",
  "rectify",
  "accepted",
  "rework",
  "failed",
] as const;
export type PanelConclusion = (typeof panelConclusions)[number];
export const declarations = ["pending", "none", "conflict"] as const;
export type Declaration = (typeof declarations)[number];
export const panelVotes = ["yes", "rework", "no"] as const;
export type PanelVote = (typeof panelVotes)[number];

export const decisionSubjects = ["register", "terminate"] as const;
export type DecisionSubject = (typeof decisionSubjects)[number];
export const verdicts = ["approve", "reject"] as const;
export type Verdict = (typeof verdicts)[number];
export const lights = ["green", "amber", "red"] as const;
export type Light = (typeof lights)[number];

export type NamedParty = { organizationId: string; name: string; state: PartyState };

/** For whom a project waits, since when; nothing to wait for is null. */
export type Waiting = {
  party: "partners" | "lead" | "secretariat" | "experts" | "authority";
  organizations: { id: string; name: string }[];
  since: Date;
} | null;
