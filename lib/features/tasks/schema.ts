import { z } from "zod";
import { thread } from "@/lib/features/resolutions/schema";
import { day, id, line, optional, prose, ticked, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { taskFilters, taskStates, taskWaits } from "./types";

export const createTaskInput = z.strictObject({
  resolutionId: optional(id()),
  title: line(200),
  detail: optional(prose(2000)),
  /** A named person, always: what everybody is to do nobody does. */
  personId: id(),
  organizationId: optional(id()),
  dueOn: day(),
});

const step = { taskId: id(), version: version() };
export const reportTaskInput = z.strictObject({
  ...step,
  text: prose(1000),
  /** Done, to be accepted; without it, progress. */
  done: ticked().default(false),
  fileId: optional(id()),
});
export const acceptTaskInput = z.strictObject({ ...step, text: optional(prose(1000)) });
export const returnTaskInput = z.strictObject({ ...step, text: prose(1000) });
export const dropTaskInput = z.strictObject({ ...step, text: prose(1000) });
export const changeTaskInput = z.strictObject({
  ...step,
  personId: id(),
  organizationId: optional(id()),
  dueOn: day(),
  text: prose(1000),
});
export const taskOutput = z.object({
  id: z.string(),
  state: z.enum(taskStates),
  version: z.number(),
});
export type Moved = z.output<typeof taskOutput>;

const sorts = ["dueOn", "-dueOn", "title", "-title"] as const;

export const listTasksInput = z.strictObject({
  ...pagingShape,
  q: optional(z.string().trim().max(100)),
  show: optional(z.enum(taskFilters)),
  mine: optional(ticked()),
  organization: optional(id()),
  resolution: optional(id()),
  body: optional(id()),
  sort: z.enum(sorts).default("dueOn"),
});

const resolutionRef = z.object({
  id: z.string(),
  year: z.number(),
  number: z.number(),
  title: z.string(),
  body: z.object({ name: z.string(), nameEn: z.string().nullable() }),
  /** Its decision is being looked at again: what follows from it may change. */
  underReview: z.boolean(),
});

const summary = {
  id: z.string(),
  title: z.string(),
  personName: z.string(),
  organization: z.object({ id: z.string(), name: z.string() }).nullable(),
  dueOn: z.string(),
  state: z.enum(taskStates),
  overdue: z.boolean(),
  resolution: resolutionRef.nullable(),
};

const taskRow = z.object({ ...summary, latest: z.string().nullable() });
export type TaskRow = z.output<typeof taskRow>;
export const listTasksOutput = pageOf(taskRow).extend({ mayManage: z.boolean() });

export const getTaskInput = z.strictObject({ taskId: id() });

/** An old and a new value, side by side. */
const change = z.object({ old: z.string().nullable(), new: z.string().nullable() });
export const taskChanges = z.object({
  dueOn: change.optional(),
  person: change.optional(),
  organization: change.optional(),
});
export type TaskChanges = z.output<typeof taskChanges>;

const taskEvent = z.object({
  id: z.string(),
  state: z.enum(taskStates),
  text: z.string().nullable(),
  changes: taskChanges.nullable(),
  file: z.object({ id: z.string(), name: z.string() }).nullable(),
  authorName: z.string().nullable(),
  at: z.iso.datetime(),
});
export type TaskEventView = z.output<typeof taskEvent>;

export const getTaskOutput = z.object({
  ...summary,
  version: z.number(),
  detail: z.string().nullable(),
  personId: z.string(),
  stateSince: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  events: z.array(taskEvent),
  waiting: z.enum(taskWaits),
  thread: thread.nullable(),
  may: z.object({
    report: z.boolean(),
    accept: z.boolean(),
    return: z.boolean(),
    change: z.boolean(),
    drop: z.boolean(),
  }),
});
export type TaskView = z.output<typeof getTaskOutput>;

/** Whom a task can be given to: those who act for a member, sit in a body or work for the alliance. */
export const listOwnersInput = z.strictObject({});
export const listOwnersOutput = z.object({
  items: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      organizationId: z.string().nullable(),
      organizationName: z.string().nullable(),
    }),
  ),
});
export type Owner = z.output<typeof listOwnersOutput>["items"][number];

export const remindInput = z.strictObject({});
export const remindOutput = z.object({ reminded: z.number() });
