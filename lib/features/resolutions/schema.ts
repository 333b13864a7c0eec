import { z } from "zod";
import { requestablePositions } from "@/lib/features/applications/types";
import { ruleView } from "@/lib/features/bodies/schema/roster";
import { matters, outcomes } from "@/lib/features/bodies/types";
import { memberPositions } from "@/lib/features/memberships/types";
import { day, id, line, optional, prose } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import {
  type Effect,
  effectKinds,
  lifeKinds,
  resolutionStates,
  resolutionWaits,
  taskStates,
  voteMethods,
} from "./types";

/** As it stands in agenda_items.effect, and as an agenda's form gives it. */
export const effect = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({
    kind: z.literal("admit"),
    applicationId: id(),
    position: optional(z.enum(requestablePositions)),
  }),
  z.strictObject({
    kind: z.literal("appoint"),
    seatId: id(),
    membershipId: optional(id()),
    personId: optional(id()),
    from: day(),
  }),
  z.strictObject({ kind: z.literal("end_seat"), holdingId: id(), on: day(), reason: line(300) }),
  z.strictObject({ kind: z.literal("adopt_document"), documentId: id() }),
  z.strictObject({
    kind: z.literal("change_position"),
    membershipId: id(),
    position: z.enum(memberPositions),
    keepSeats: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal("suspend"),
    membershipId: id(),
    from: day(),
    to: optional(day()),
  }),
  z.strictObject({ kind: z.literal("resume"), membershipId: id() }),
  z.strictObject({ kind: z.literal("expel"), membershipId: id() }),
  z.strictObject({ kind: z.literal("end_in_spite"), membershipId: id() }),
  z.strictObject({ kind: z.literal("extend_term"), termId: id(), until: day() }),
  z.strictObject({ kind: z.literal("grant_power"), powerId: id() }),
]) satisfies z.ZodType<Effect>;

const bodyRef = z.object({ id: z.string(), name: z.string(), nameEn: z.string().nullable() });

const testView = z.object({
  num: z.number(),
  den: z.number(),
  cmp: z.enum(["gte", "gt"]),
  base: z.number(),
  count: z.number(),
  needed: z.number().nullable(),
  met: z.boolean(),
});

const resolutionRef = z.object({
  id: z.string(),
  year: z.number(),
  number: z.number(),
  effectiveFrom: z.string(),
  body: z.object({ name: z.string(), nameEn: z.string().nullable() }),
});

/** Everything that a result sheet says; computed from the motion's own snapshot and nothing else. */
export const sheet = z.object({
  id: z.string(),
  text: z.string(),
  matter: z.enum(matters),
  method: z.enum(voteMethods),
  votes: z.object({
    present: z.number(),
    recused: z.number(),
    yes: z.number(),
    no: z.number(),
    abstain: z.number(),
    invalid: z.number(),
  }),
  notVoting: z.number(),
  seats: z.object({ all: z.number(), filled: z.number(), eligible: z.number() }),
  rule: ruleView,
  quorum: testView,
  pass: testView,
  tie: z.boolean(),
  computedOutcome: z.enum(outcomes),
  outcome: z.enum(outcomes),
  contradictionReason: z.string().nullable(),
  /** The stored result equals its recomputation (I-04). */
  recount: z.boolean(),
  resolution: resolutionRef.nullable(),
});
export type Sheet = z.output<typeof sheet>;

export const applicationRef = z.object({
  id: z.string(),
  number: z.number(),
  organizationName: z.string(),
  state: z.string(),
  version: z.number(),
  membershipNumber: z.number().nullable(),
  organizationId: z.string().nullable(),
});
export type ApplicationRef = z.output<typeof applicationRef>;

const resolutionSorts = ["-number", "number", "-adoptedOn", "adoptedOn"] as const;

export const listResolutionsInput = z.strictObject({
  ...pagingShape,
  q: optional(z.string().trim().max(100)),
  body: optional(id()),
  year: optional(z.coerce.number().int().min(1900).max(2200)),
  /** First and last year of a stretch. */
  from: optional(z.coerce.number().int().min(1900).max(2200)),
  to: optional(z.coerce.number().int().min(1900).max(2200)),
  matter: optional(z.enum(matters)),
  state: optional(z.enum([...resolutionStates, "under_review", "no_task"])),
  sort: z.enum(resolutionSorts).default("-number"),
});

const taskCounts = z.object({
  total: z.number(),
  /** Neither accepted nor dropped. */
  open: z.number(),
  reported: z.number(),
  overdue: z.number(),
});

const resolutionSummary = {
  id: z.string(),
  year: z.number(),
  number: z.number(),
  title: z.string(),
  body: bodyRef,
  matter: z.enum(matters),
  adoptedOn: z.string(),
  effectiveFrom: z.string(),
  contradicted: z.boolean(),
  state: z.enum(resolutionStates),
  underReview: z.boolean(),
  tasks: taskCounts,
};

const resolutionRow = z.object({
  ...resolutionSummary,
  meetingId: z.string(),
  /** What came of it, where it admitted a member. */
  admitted: z
    .object({ organizationId: z.string(), name: z.string(), number: z.number() })
    .nullable(),
});
export type ResolutionRow = z.output<typeof resolutionRow>;
export const listResolutionsOutput = pageOf(resolutionRow);

const resolutionName = z.object({
  id: z.string(),
  year: z.number(),
  number: z.number(),
  title: z.string(),
  body: z.object({ name: z.string(), nameEn: z.string().nullable() }),
});

const lifeEvent = z.object({
  id: z.string(),
  kind: z.enum(lifeKinds),
  on: z.string(),
  reason: z.string().nullable(),
  /** The other resolution: what brought it about, or what it was brought about for. */
  other: resolutionName.nullable(),
});
export type LifeEventView = z.output<typeof lifeEvent>;

/** Proposal or application → item → vote → resolution → tasks; what is not there yet is null or empty. */
export const thread = z.object({
  application: applicationRef.nullable(),
  proposal: z.object({ id: z.string(), title: z.string() }).nullable(),
  meeting: z.object({ id: z.string(), title: z.string(), heldAt: z.iso.datetime() }),
  item: z.object({ id: z.string(), order: z.number(), title: z.string() }),
  motion: z.object({ id: z.string(), outcome: z.enum(outcomes) }).nullable(),
  resolution: resolutionName.nullable(),
  tasks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      state: z.enum(taskStates),
      dueOn: z.string(),
      personName: z.string(),
    }),
  ),
  minutes: z.object({ id: z.string(), state: z.string() }).nullable(),
});
export type Thread = z.output<typeof thread>;

export const getThreadInput = z.strictObject({ itemId: id() });
/** Of a meeting: its items that were voted on. Of an application: the items that dealt with it. */
export const getThreadsInput = z
  .strictObject({ meetingId: optional(id()), applicationId: optional(id()) })
  .refine(({ meetingId, applicationId }) => Boolean(meetingId) !== Boolean(applicationId), {
    path: ["meetingId"],
    message: "required",
  });
export const getThreadsOutput = z.object({ items: z.array(thread) });

/** What became of the resolutions of a body: the first item of its next meeting. */
export const followUpInput = z.strictObject({ bodyId: id() });
export const followUpOutput = z.object({
  items: z.array(
    resolutionName.extend({
      adoptedOn: z.string(),
      state: z.enum(resolutionStates),
      underReview: z.boolean(),
      waiting: z.enum(resolutionWaits),
      tasks: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          state: z.enum(taskStates),
          dueOn: z.string(),
          personName: z.string(),
          organizationName: z.string().nullable(),
          overdue: z.boolean(),
          latest: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export type FollowUp = z.output<typeof followUpOutput>["items"][number];

export const recordEventInput = z.strictObject({
  resolutionId: id(),
  kind: z.enum(lifeKinds, { error: "required" }),
  byResolutionId: optional(id()),
  /** Today unless told otherwise. */
  on: optional(day()),
  reason: optional(prose(500)),
});
export const recordEventOutput = z.object({ id: z.string(), resolutionId: z.string() });

export const getResolutionInput = z.strictObject({ resolutionId: id() });

export const getResolutionOutput = z.object({
  ...resolutionSummary,
  text: z.string(),
  meeting: z.object({ id: z.string(), title: z.string(), heldAt: z.iso.datetime() }),
  recordedBy: z.string().nullable(),
  recordedAt: z.iso.datetime().nullable(),
  original: z.object({ id: z.string(), name: z.string(), sha256: z.string() }).nullable(),
  itemTitle: z.string(),
  application: applicationRef.nullable(),
  motion: sheet,
  expiresOn: z.string().nullable(),
  reviewOn: z.string().nullable(),
  events: z.array(lifeEvent),
  /** Resolutions that this one amended, superseded or repealed. */
  causes: z.array(lifeEvent),
  waiting: z.object({ on: z.enum(resolutionWaits), since: z.string() }),
  /** By the alliance's clock. */
  today: z.string(),
  /** Repealed, and what it brought about stands until somebody undoes it. */
  effectStands: z.enum(effectKinds).exclude(["none"]).nullable(),
  thread,
  may: z.object({
    admit: z.boolean(),
    download: z.boolean(),
    openApplication: z.boolean(),
    recordEvents: z.boolean(),
    giveTasks: z.boolean(),
  }),
});
export type ResolutionView = z.output<typeof getResolutionOutput>;
