export { type TaskState, taskStates } from "@/lib/features/resolutions/types";

/** What may be done with a task; each is one edge of its state machine. */
export const taskSteps = ["progress", "report", "accept", "return", "change", "drop"] as const;
export type TaskStep = (typeof taskSteps)[number];

/** What a list of tasks can be narrowed to. */
export const taskFilters = [
  "unfinished",
  "overdue",
  "to_undo",
  "reported",
  "accepted",
  "dropped",
] as const;

/** Whom a task waits for. */
export const taskWaits = ["owner", "acceptance", "nobody"] as const;
export type TaskWait = (typeof taskWaits)[number];
