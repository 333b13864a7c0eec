import { z } from "zod";
import { ruleView } from "@/lib/features/bodies/schema";
import { matters, outcomes } from "@/lib/features/bodies/types";
import { day, id, line, optional, prose } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { attendanceStatuses, meetingModes, meetingStates, voteMethods } from "./types";

const clock = () =>
  z
    .string({ error: "required" })
    .min(1, "required")
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not-a-time");
const count = () =>
  z.coerce
    .number({ error: "not-a-quantity" })
    .int("not-a-quantity")
    .min(0, "not-a-quantity")
    .max(10_000, "not-a-quantity")
    .default(0);
/** A checkbox in a form, a boolean in JSON. */
const flag = () =>
  z.preprocess((value) => (value === "on" || value === "true" ? true : value), z.boolean());

const motionInput = z.strictObject({
  text: prose(2000),
  matter: z.enum(matters, { error: "required" }),
  method: z.enum(voteMethods, { error: "required" }),
  yes: count(),
  no: count(),
  abstain: count(),
  invalid: count(),
  recused: count(),
  /** As it stands on the paper. */
  outcome: z.enum(outcomes, { error: "required" }),
  contradictionReason: optional(prose(500)),
  /** First day on which the resolution holds; the day of the meeting unless told otherwise. */
  effectiveFrom: optional(day()),
});

const itemInput = z.strictObject({
  title: line(200),
  applicationId: optional(id()),
  partyPrior: flag().default(false),
  /** Without a motion the item was heard, not decided. */
  motion: motionInput.optional(),
  /** A carried admission takes effect in the same step. */
  admitAtOnce: flag().default(false),
});

export const recordInput = z.strictObject({
  bodyId: id(),
  title: line(200),
  heldOn: day(),
  time: clock(),
  mode: z.enum(meetingModes, { error: "required" }),
  place: optional(line(200)),
  originalFileId: id(),
  attendance: z
    .array(
      z.strictObject({ seatId: id(), status: z.enum(attendanceStatuses, { error: "required" }) }),
    )
    .min(1, "required")
    .max(1000, "too-long"),
  items: z.array(itemInput).min(1, "required").max(50, "too-long"),
});
export type RecordInput = z.output<typeof recordInput>;
export type RecordItem = RecordInput["items"][number];

export const recordOutput = z.object({
  id: z.string(),
  resolutions: z.array(z.object({ id: z.string(), year: z.number(), number: z.number() })),
});

const meetingSorts = ["-heldAt", "heldAt"] as const;

export const listMeetingsInput = z.strictObject({
  ...pagingShape,
  q: optional(z.string().trim().max(100)),
  body: optional(id()),
  year: optional(z.coerce.number().int().min(1900).max(2200)),
  sort: z.enum(meetingSorts).default("-heldAt"),
});

const bodyRef = z.object({ id: z.string(), name: z.string(), nameEn: z.string().nullable() });

const meetingSummary = {
  id: z.string(),
  title: z.string(),
  body: bodyRef,
  mode: z.enum(meetingModes),
  state: z.enum(meetingStates),
  heldAt: z.iso.datetime(),
  recordOnly: z.boolean(),
};

const meetingRow = z.object({
  ...meetingSummary,
  present: z.number(),
  seatsFilled: z.number().nullable(),
  items: z.number(),
  carried: z.number(),
  /** Motions where the paper contradicts the rule. */
  contradictions: z.number(),
});
export type MeetingRow = z.output<typeof meetingRow>;
export const listMeetingsOutput = pageOf(meetingRow);

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
});

/** Everything that a result sheet says; computed from the motion's own snapshot and nothing else. */
const sheet = z.object({
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

const applicationRef = z.object({
  id: z.string(),
  number: z.number(),
  organizationName: z.string(),
  state: z.string(),
  version: z.number(),
  membershipNumber: z.number().nullable(),
  organizationId: z.string().nullable(),
});
export type ApplicationRef = z.output<typeof applicationRef>;

export const getMeetingInput = z.strictObject({ meetingId: id() });

export const getMeetingOutput = z.object({
  ...meetingSummary,
  place: z.string().nullable(),
  seatsAll: z.number().nullable(),
  seatsFilled: z.number().nullable(),
  recordedBy: z.string().nullable(),
  recordedAt: z.iso.datetime().nullable(),
  original: z.object({ id: z.string(), name: z.string(), sha256: z.string() }).nullable(),
  attendance: z.array(
    z.object({
      number: z.number(),
      holderName: z.string(),
      status: z.enum(attendanceStatuses),
      voting: z.boolean(),
    }),
  ),
  items: z.array(
    z.object({
      id: z.string(),
      order: z.number(),
      title: z.string(),
      partyPrior: z.boolean(),
      application: applicationRef.nullable(),
      motion: sheet.nullable(),
    }),
  ),
  may: z.object({ admit: z.boolean(), download: z.boolean(), openApplication: z.boolean() }),
});
export type MeetingView = z.output<typeof getMeetingOutput>;

const resolutionSorts = ["-number", "number", "-adoptedOn", "adoptedOn"] as const;

export const listResolutionsInput = z.strictObject({
  ...pagingShape,
  q: optional(z.string().trim().max(100)),
  body: optional(id()),
  year: optional(z.coerce.number().int().min(1900).max(2200)),
  matter: optional(z.enum(matters)),
  sort: z.enum(resolutionSorts).default("-number"),
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
  may: z.object({ admit: z.boolean(), download: z.boolean(), openApplication: z.boolean() }),
});
export type ResolutionView = z.output<typeof getResolutionOutput>;
