import type { RoleHeld } from "@/lib/platform/auth/actor";
import {
  type GovernanceView,
  type HomeView,
  homeViews,
  type JudgingKind,
  type LineKey,
  type LineRule,
} from "./types";

/**
 * Which list a line opens, and how it is filtered. The number of the line is counted under the very same filter, so the
 * list that opens has as many rows.
 */
export const lineRules: Record<LineKey, LineRule> = {
  applications_open: { list: "applications", filter: { state: "open" }, tone: "attention" },
  tasks_overdue: { list: "tasks", filter: { show: "overdue" }, tone: "problem" },
  tasks_open: { list: "tasks", filter: { show: "unfinished" }, tone: "neutral" },
  tasks_reported: { list: "tasks", filter: { show: "reported" }, tone: "attention" },
  tasks_to_undo: { list: "tasks", filter: { show: "to_undo" }, tone: "problem" },
  own_tasks_open: { list: "tasks", filter: { mine: "true", show: "unfinished" }, tone: "neutral" },
  own_tasks_overdue: { list: "tasks", filter: { mine: "true", show: "overdue" }, tone: "problem" },
  decisions_in_force: { list: "decisions", filter: { state: "in_force" }, tone: "neutral" },
  decisions_without_task: { list: "decisions", filter: { state: "no_task" }, tone: "attention" },
  decisions_under_review: {
    list: "decisions",
    filter: { state: "under_review" },
    tone: "attention",
  },
  meetings_contradicted: { list: "meetings", filter: { finding: "contradicted" }, tone: "problem" },
  minutes_late: { list: "meetings", filter: { finding: "late_minutes" }, tone: "problem" },
  projects_waiting: { list: "projects", filter: { view: "waiting" }, tone: "attention" },
  projects_late: { list: "projects", filter: { view: "overdue" }, tone: "problem" },
  projects_running: { list: "projects", filter: { state: "running" }, tone: "neutral" },
  projects_asked: { list: "projects", filter: { state: "partners_confirming" }, tone: "attention" },
  calls_waiting: { list: "calls", filter: { mine: "true" }, tone: "attention" },
  demands_to_confirm: { list: "demands", filter: { state: "submitted" }, tone: "attention" },
  entries_reversed: { list: "ledger", filter: { reversals: "true" }, tone: "attention" },
  entries_at_desk: { list: "desk", filter: {}, tone: "attention" },
  promises_late: { list: "ageing", filter: {}, tone: "problem" },
  figures_submitted: { list: "outcomes", filter: { state: "submitted" }, tone: "attention" },
  figures_returned: { list: "outcomes", filter: { state: "returned" }, tone: "problem" },
  figures_approved: { list: "outcomes", filter: { state: "approved" }, tone: "neutral" },
  corrections_open: { list: "corrections", filter: { state: "open" }, tone: "attention" },
  co_claims_waiting: { list: "co_claims", filter: { box: "waiting" }, tone: "attention" },
  evaluations_self: { list: "evaluations", filter: { waits: "self" }, tone: "attention" },
  reports_due: { list: "reporting", filter: { waits: "member" }, tone: "attention" },
  reports_at_desk: { list: "reporting", filter: { waits: "secretariat" }, tone: "attention" },
  evaluations_running: { list: "evaluations", filter: { waits: "running" }, tone: "neutral" },
  evaluations_to_ratify: { list: "evaluations", filter: { state: "objection" }, tone: "attention" },
  corrections_applied: { list: "corrections", filter: { state: "applied" }, tone: "neutral" },
  terms_ending: { list: "terms", filter: {}, tone: "attention" },
  letters_ending: { list: "terms", filter: {}, tone: "attention" },
  members_sleeping: { list: "sleeping", filter: {}, tone: "attention" },
};

const viewLines: Record<GovernanceView, readonly LineKey[]> = {
  secretariat: [
    "applications_open",
    "tasks_overdue",
    "tasks_reported",
    "decisions_without_task",
    "projects_waiting",
    "projects_late",
    "calls_waiting",
    "demands_to_confirm",
    "entries_at_desk",
    "promises_late",
    "reports_at_desk",
    "figures_submitted",
    "corrections_open",
    "co_claims_waiting",
    "evaluations_running",
    "evaluations_to_ratify",
    "terms_ending",
    "letters_ending",
    "members_sleeping",
  ],
  chair: [
    "decisions_without_task",
    "decisions_under_review",
    "tasks_overdue",
    "tasks_to_undo",
    "projects_late",
    "promises_late",
    "entries_at_desk",
    "meetings_contradicted",
    "minutes_late",
    "evaluations_to_ratify",
  ],
  delegate: [
    "own_tasks_overdue",
    "own_tasks_open",
    "decisions_in_force",
    "decisions_without_task",
    "decisions_under_review",
  ],
  supervisor: [
    "meetings_contradicted",
    "minutes_late",
    "entries_reversed",
    "corrections_open",
    "corrections_applied",
    "calls_waiting",
    "entries_at_desk",
    "tasks_overdue",
    "tasks_to_undo",
    "decisions_under_review",
    "projects_late",
    "promises_late",
  ],
  observer: ["projects_running", "projects_late", "decisions_in_force", "figures_approved"],
};

/** Lines of a member's own page; each list is filtered to that member. */
const organizationLines: readonly LineKey[] = [
  "tasks_overdue",
  "tasks_open",
  "projects_late",
  "projects_running",
  "projects_asked",
  "reports_due",
  "figures_returned",
  "figures_submitted",
  "corrections_open",
  "evaluations_self",
  "figures_approved",
];

export const linesOf = (view: GovernanceView | "organization"): readonly LineKey[] =>
  view === "organization" ? organizationLines : viewLines[view];

const roleOf: Record<HomeView, RoleHeld["role"]> = {
  secretariat: "secretariat",
  chair: "chair",
  delegate: "delegate",
  supervisor: "supervisor",
  observer: "observer",
  expert: "expert",
};

export const isGovernance = (view: HomeView): view is GovernanceView => view !== "expert";

/** The first screens of one person in one alliance, the most demanding role first. */
export const viewsOf = (roles: readonly RoleHeld[], allianceId: string): HomeView[] =>
  homeViews.filter((view) =>
    roles.some((held) => held.allianceId === allianceId && held.role === roleOf[view]),
  );

const paths: Record<LineRule["list"], string> = {
  applications: "applications",
  meetings: "meetings",
  tasks: "tasks",
  decisions: "decisions",
  projects: "projects",
  calls: "calls",
  demands: "talent/demands",
  ledger: "funds/ledger",
  desk: "funds/desk",
  outcomes: "outcomes",
  corrections: "corrections",
  co_claims: "outcomes/co-claims",
  evaluations: "evaluations",
  reporting: "reporting",
  ageing: "funds/ageing",
  terms: "structure/terms",
  sleeping: "members/sleeping",
};

/** The filter of a line, for one member where the page is a member's. */
export const filterOf = (key: LineKey, organizationId?: string): Record<string, string> => ({
  ...lineRules[key].filter,
  ...(organizationId && { organization: organizationId }),
});

/** Where a line leads, below the address of the alliance. */
export function pathOf(key: LineKey, organizationId?: string): string {
  const search = new URLSearchParams(filterOf(key, organizationId)).toString();
  return paths[lineRules[key].list] + (search && `?${search}`);
}

const desks: Record<JudgingKind, string> = {
  project_review: "projects/desk",
  project_midterm: "projects/desk",
  project_acceptance: "projects/desk",
  call_need: "calls",
  call_bids: "calls",
  evaluation: "evaluations/desk",
};

/** Where an expert judges, below the address of the alliance. */
export const deskOf = (kind: JudgingKind, id: string): string => `${desks[kind]}/${id}`;
