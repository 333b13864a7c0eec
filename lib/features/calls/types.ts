export const painCategories = ["pain", "hard", "blockage", "bottleneck"] as const;
export type PainCategory = (typeof painCategories)[number];

export const ipWishes = ["poster", "team", "shared", "licence", "negotiable"] as const;
export const secrecies = ["open", "restricted"] as const;
export type Secrecy = (typeof secrecies)[number];

/** domain 3.7; the edges are in rules/states.ts. */
export const callStates = [
  "draft",
  "triage",
  "expert_check",
  "agreeing",
  "agreed",
  "bidding",
  "closed",
  "evaluation",
  "choice",
  "notice",
  "contract",
  "executing",
  "accepting",
  "accepted",
  "archived",
  "no_bid",
  "failed",
  "cancelled",
] as const;
export type CallState = (typeof callStates)[number];

/** What one can do to a call; each is one edge of its state machine. */
export const callMoves = [
  "submit",
  "give_back",
  "pass",
  "propose",
  "agree",
  "disagree",
  "publish",
  "extend",
  "reissue",
  "declare_no_bid",
  "open_first",
  "open_second",
  "conclude",
  "choose",
  "uphold",
  "end_notice",
  "contract",
  "sign",
  "accept",
  "rework",
  "archive",
  "fail",
  "cancel",
] as const;
export type CallMove = (typeof callMoves)[number];

/** Steps of the enterprise and of the office that carry no more than a reason. */
export const posterSteps = ["submit", "agree", "disagree", "cancel"] as const;
export const officeSteps = [
  "give_back",
  "pass",
  "declare_no_bid",
  "conclude",
  "end_notice",
  "accept",
  "rework",
  "archive",
  "fail",
  "cancel",
] as const;

export const expertStages = ["need", "bids"] as const;
export type ExpertStage = (typeof expertStages)[number];
export const expertStates = ["assigned", "clear", "recused"] as const;
export type ExpertState = (typeof expertStates)[number];

export const bidStates = ["sealed", "withdrawn", "lapsed", "opened", "excluded"] as const;

export const objectionStates = ["open", "upheld", "dismissed"] as const;

export const listKinds = ["product", "technology", "talent"] as const;
export type ListKind = (typeof listKinds)[number];
export const listStates = ["active", "withdrawn", "done"] as const;
export type ListState = (typeof listStates)[number];
/** How a line of a list stands today: an active one whose day has passed has expired by itself. */
export const listStandings = ["current", "expiring", "expired", "withdrawn", "done"] as const;
export type ListStanding = (typeof listStandings)[number];

export const skillLevels = [
  "any",
  "junior",
  "intermediate",
  "senior",
  "technician",
  "senior_technician",
] as const;

/** What a call waits for. */
export const waitingParties = [
  "poster",
  "secretariat",
  "experts",
  "bidders",
  "opener",
  "second_opener",
  "objections",
  "answer",
  "team",
  "money",
] as const;
export type WaitingParty = (typeof waitingParties)[number];

/** Lines of a call's history besides its moves. */
export const callEventKinds = [
  ...callMoves,
  "created",
  "updated",
  "assigned",
  "declared",
  "recused",
  "opinion",
  "undertaking",
  "scored",
  "discussed",
  "objection",
  "dismissed",
  "excluded",
] as const;
export type CallEventKind = (typeof callEventKinds)[number];
