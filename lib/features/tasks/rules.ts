import { addDays, type Day } from "@/lib/kernel/dates";
import type { TaskState, TaskStep, TaskWait } from "./types";

type Edge = { from: readonly TaskState[]; to: TaskState | "same" };

/** What is accepted or dropped has ended; nothing leads back. */
const edges: Record<TaskStep, Edge> = {
  progress: { from: ["open", "running"], to: "running" },
  report: { from: ["open", "running"], to: "reported" },
  accept: { from: ["reported"], to: "accepted" },
  return: { from: ["reported"], to: "running" },
  change: { from: ["open", "running"], to: "same" },
  drop: { from: ["open", "running", "reported"], to: "dropped" },
};

/** The state after a step; undefined when the step is not allowed in this state. */
export function stateAfter(state: TaskState, step: TaskStep): TaskState | undefined {
  const { from, to } = edges[step];
  if (!from.includes(state)) return undefined;
  return to === "same" ? state : to;
}

export const canStep = (state: TaskState, step: TaskStep): boolean =>
  stateAfter(state, step) !== undefined;

export const isOver = (state: TaskState): boolean => state === "accepted" || state === "dropped";

/** The last day is still in time; what is reported waits for others. */
export const isOverdue = (state: TaskState, dueOn: Day, today: Day): boolean =>
  (state === "open" || state === "running") && dueOn < today;

export function waitsFor(state: TaskState): TaskWait {
  if (isOver(state)) return "nobody";
  return state === "reported" ? "acceptance" : "owner";
}

/** Days before the last day on which the owner is reminded. */
const AHEAD = 3;

export type Reminder = "soon" | "overdue";

/** What the owner of a task in hand is told today; nothing on most days. */
export function reminderOn(state: TaskState, dueOn: Day, today: Day): Reminder | undefined {
  if (isOverdue(state, dueOn, today)) return "overdue";
  const near = dueOn >= today && dueOn <= addDays(today, AHEAD);
  return near && (state === "open" || state === "running") ? "soon" : undefined;
}

/** Days up to which tasks are looked at for reminders. */
export const remindedUntil = (today: Day): Day => addDays(today, AHEAD);

/** The key of a reminder: the one ahead is sent once, the one of an overdue task once a day. */
export const reminderKey = (kind: Reminder, taskId: string, dueOn: Day, today: Day): string =>
  kind === "soon" ? `task-soon:${taskId}:${dueOn}` : `task-overdue:${taskId}:${today}`;
