import { z } from "zod";
import { matters, outcomes } from "@/lib/features/bodies/types";
import { applicationRef, sheet } from "@/lib/features/resolutions/schema";
import { day, id, line, optional, prose, ticked } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { meetingWaits } from "../rules/waiting";
import {
  attendanceStatuses,
  meetingFindings,
  meetingModes,
  meetingStates,
  voteMethods,
} from "../types";

export const clock = () =>
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
  partyPrior: ticked().default(false),
  /** Without a motion the item was heard, not decided. */
  motion: motionInput.optional(),
  /** A carried admission takes effect in the same step. */
  admitAtOnce: ticked().default(false),
});

export const recordInput = z.strictObject({
  bodyId: id(),
  /** The meeting that was noticed here and held on paper. */
  meetingId: optional(id()),
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
  /** First and last year of a stretch. */
  from: optional(z.coerce.number().int().min(1900).max(2200)),
  to: optional(z.coerce.number().int().min(1900).max(2200)),
  /** Only those that were held and closed. */
  held: optional(z.enum(["true"])),
  /** What a supervisor looks for: a result against its rule, or minutes that are overdue. */
  finding: optional(z.enum(meetingFindings)),
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
  /** Who acts next, since which day, or until which. */
  waiting: z
    .object({
      on: z.enum(meetingWaits),
      since: z.string().nullable(),
      until: z.string().nullable(),
    })
    .nullable(),
});
export type MeetingRow = z.output<typeof meetingRow>;
export const listMeetingsOutput = pageOf(meetingRow);

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
