/** Whose first screen: the pages of design.md, one screenful each. */
export const governanceViews = [
  "secretariat",
  "chair",
  "delegate",
  "supervisor",
  "observer",
] as const;
export type GovernanceView = (typeof governanceViews)[number];

/** With the page of those who judge; members have one page for each organization beside these. */
export const homeViews = [...governanceViews, "expert"] as const;
export type HomeView = (typeof homeViews)[number];

/** What an expert is asked to judge. */
export const judgingKinds = [
  "project_review",
  "project_midterm",
  "project_acceptance",
  "call_need",
  "call_bids",
  "evaluation",
] as const;
export type JudgingKind = (typeof judgingKinds)[number];

/** Lists that a line can open. */
export type ListOf =
  | "applications"
  | "meetings"
  | "tasks"
  | "decisions"
  | "projects"
  | "calls"
  | "demands"
  | "ledger"
  | "desk"
  | "outcomes"
  | "corrections"
  | "co_claims"
  | "evaluations"
  | "reporting"
  | "ageing"
  | "terms"
  | "sleeping";

export const lineKeys = [
  "applications_open",
  "tasks_overdue",
  "tasks_open",
  "tasks_reported",
  "tasks_to_undo",
  "own_tasks_open",
  "own_tasks_overdue",
  "decisions_in_force",
  "decisions_without_task",
  "decisions_under_review",
  "meetings_contradicted",
  "minutes_late",
  "projects_waiting",
  "projects_late",
  "projects_running",
  "projects_asked",
  "calls_waiting",
  "demands_to_confirm",
  "entries_reversed",
  "entries_at_desk",
  "promises_late",
  "figures_submitted",
  "figures_returned",
  "figures_approved",
  "corrections_open",
  "co_claims_waiting",
  "corrections_applied",
  "evaluations_self",
  "reports_due",
  "reports_at_desk",
  "evaluations_running",
  "evaluations_to_ratify",
  "terms_ending",
  "letters_ending",
  "members_sleeping",
] as const;
export type LineKey = (typeof lineKeys)[number];

/** What a line says when its number is not zero. */
export type LineTone = "neutral" | "attention" | "problem";

export type LineRule = {
  list: ListOf;
  filter: Readonly<Record<string, string>>;
  tone: LineTone;
};

/** So many meetings ahead are shown, and so many lines of what is owed. */
export const meetingsAhead = 3;
export const owedShown = 8;
export const givenShown = 8;
