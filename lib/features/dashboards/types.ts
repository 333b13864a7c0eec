/** The three measures of training: never added, never converted (domain 4.1 rule 1). */
export const traineeMetrics: readonly string[] = ["M39", "M40", "M41"];

export const propertyMetrics: readonly string[] = ["M35", "M36"];

/** What the alliance is and does, beside what it brought. */
export const standingMetrics: readonly string[] = [
  "members",
  "meetings-held",
  "resolutions",
  "tasks-overdue",
  "projects-running",
  "projects-late",
  "agreements-in-force",
  "colleges-operating",
  "platforms-operating",
  "calls-open",
];

/** Live numbers hold what waits for verification as well; approved ones only what is verified or published. */
export const layers = ["live", "approved"] as const;
export type Layer = (typeof layers)[number];

/**
 * A value; nothing reported, which is not zero; not for this reader; a number that the chosen filter does not divide; or
 * one of which no past is kept, where a day of the past is asked for.
 */
export const numberStates = ["value", "none", "not-allowed", "not-applicable", "no-past"] as const;

/** Addresses of the lists behind numbers, below the alliance. */
export const drillLists = [
  "members",
  "meetings",
  "decisions",
  "tasks",
  "projects",
  "agreements",
  "colleges",
  "platforms",
  "calls",
  "funds",
  "funds/ledger",
  "outcomes",
  "dashboard/parts",
] as const;
export type DrillList = (typeof drillLists)[number];
