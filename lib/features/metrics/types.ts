import type { Action } from "@/lib/features/access/policy";
import { organizationKinds } from "@/lib/features/organizations/types";
import { projectStates } from "@/lib/features/projects/types";
import type { Role } from "@/lib/platform/auth/actor";

/** Where a number is read: a roll-up, or the rows of one list. A tile has no query of its own (behaviour 4.5). */
export const countSources = [
  "members",
  "meetings",
  "resolutions",
  "tasks",
  "projects",
  "agreements",
  "colleges",
  "platforms",
  "calls",
] as const;
export type CountSource = (typeof countSources)[number];
export const metricSources = [...countSources, "funds", "outcomes"] as const;
export type MetricSource = (typeof metricSources)[number];

/** A number on a page. Its words stand in the definitions of domain 4 or under `metrics.name` of the messages. */
export type RegisteredMetric = {
  code: string;
  source: MetricSource;
  /** At a day, or in a stretch of years: a stock is never added over years. */
  time: "stock" | "flow";
  /** What counts: verified or published results, booked money, rows of the list as they stand. */
  status: "approved" | "booked" | "registered";
  /** The filter of the list that narrows it to this number; the same one counts it. */
  filter: Readonly<Record<string, string>>;
  /** The right that shows the number. */
  action: Action;
  /** Who answers for it. */
  owner: Role;
};

const count = (
  code: string,
  source: CountSource,
  action: Action,
  filter: RegisteredMetric["filter"] = {},
  time: RegisteredMetric["time"] = "stock",
): RegisteredMetric => ({
  code,
  source,
  time,
  status: "registered",
  filter,
  action,
  owner: "secretariat",
});

const money = (code: string, side: string, cash: boolean): RegisteredMetric => ({
  code,
  source: "funds",
  time: "flow",
  status: "booked",
  filter: { side, cash: String(cash) },
  action: "fund.read_summary",
  owner: "secretariat",
});

export const memberMetrics: readonly RegisteredMetric[] = [
  count("members", "members", "organization.read_public"),
  ...organizationKinds.map((kind) =>
    count(`members-${kind}`, "members", "organization.read_public", { kind }),
  ),
];

export const projectMetrics: readonly RegisteredMetric[] = [
  count("projects", "projects", "project.read_public"),
  count("projects-late", "projects", "project.read_public", { view: "overdue" }),
  ...projectStates.map((state) =>
    count(`projects-${state}`, "projects", "project.read_public", { state }),
  ),
];

/** Promised, received and spent, cash and in kind, always apart; what hangs on a condition is in none of the six. */
export const moneyMetrics: readonly RegisteredMetric[] = [
  money("money-promised-cash", "promised", true),
  money("money-promised-kind", "promised", false),
  money("money-received-cash", "received", true),
  money("money-received-kind", "received", false),
  money("money-spent-cash", "spent", true),
  money("money-spent-kind", "spent", false),
  money("money-conditional-cash", "conditional", true),
  money("money-conditional-kind", "conditional", false),
];

/** Everything that is not an outcome metric of domain 4. */
export const countedMetrics: readonly RegisteredMetric[] = [
  ...memberMetrics,
  count("meetings-held", "meetings", "meeting.read", { held: "true" }, "flow"),
  count("resolutions", "resolutions", "resolution.read", {}, "flow"),
  count("tasks-unfinished", "tasks", "resolution.track_execution", { show: "unfinished" }),
  count("tasks-overdue", "tasks", "resolution.track_execution", { show: "overdue" }),
  ...projectMetrics,
  count("agreements-in-force", "agreements", "agreement.read", { phase: "in_force" }),
  count("agreements-expiring", "agreements", "agreement.read", { phase: "expiring" }),
  count("colleges-operating", "colleges", "college.read", { state: "operating" }),
  count("platforms", "platforms", "platform.read"),
  count("platforms-operating", "platforms", "platform.read", { state: "operating" }),
  count("calls", "calls", "call.read_public"),
  count("calls-open", "calls", "call.read_public", { open: "true" }),
];

/** Metrics of domain 4 that the portal counts itself: one number, whichever code asks for it. */
export const countedAs: Readonly<Record<string, string>> = { M01: "members", M14: "platforms" };

/** The 84 of domain 4; their words and rules are rows of metric_definitions. */
export const domainCodes: readonly string[] = Array.from(
  { length: 84 },
  (_, place) => `M${String(place + 1).padStart(2, "0")}`,
);

/** Codes with a name of their own in the messages; kinds of members and states of projects are named by those. */
export const namedCodes = [
  "members",
  "meetings-held",
  "resolutions",
  "tasks-unfinished",
  "tasks-overdue",
  "projects",
  "projects-late",
  "agreements-in-force",
  "agreements-expiring",
  "colleges-operating",
  "platforms",
  "platforms-operating",
  "calls",
  "calls-open",
  "money-promised-cash",
  "money-promised-kind",
  "money-received-cash",
  "money-received-kind",
  "money-spent-cash",
  "money-spent-kind",
  "money-conditional-cash",
  "money-conditional-kind",
] as const;
