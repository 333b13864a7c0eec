import { z } from "zod";
import { day, digits, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { authorities, lights, milestoneStates } from "../types";

const criteria = z.preprocess(
  // One criterion per line of the form's text.
  (value) =>
    typeof value === "string"
      ? value
          .split(/\n/)
          .map((text) => text.trim())
          .filter(Boolean)
      : value,
  z.array(line(300)).max(12, "too-long").optional(),
);

export const plannedMilestone = z.strictObject({
  title: line(200),
  dueOn: day(),
  deliverable: line(500),
  criteria,
});

export const planMilestonesSchema = z.strictObject({
  id: id(),
  version: version(),
  milestones: z
    .array(plannedMilestone, { error: "required" })
    .min(1, "required")
    .max(24, "too-long"),
});

export const moveMilestoneSchema = z.strictObject({ milestoneId: id(), version: version() });
export const submitMilestoneSchema = z.strictObject({
  milestoneId: id(),
  version: version(),
  evidence: z
    .array(z.strictObject({ criterionId: id(), text: prose(1000), fileId: optional(id()) }), {
      error: "required",
    })
    .min(1, "required")
    .max(12, "too-long"),
});
export const acceptMilestoneSchema = moveMilestoneSchema.extend({ resolutionId: optional(id()) });
export const reasonedMilestoneSchema = moveMilestoneSchema.extend({ reason: line(500) });
export const reopenMilestoneSchema = reasonedMilestoneSchema.extend({
  resolutionId: optional(id()),
});

const whole = (least: number, most: number) =>
  digits()
    .transform(Number)
    .pipe(z.number().int().min(least, "out-of-range").max(most, "out-of-range"));

export const reportStatusSchema = z.strictObject({
  id: id(),
  year: whole(2000, 2199),
  quarter: whole(1, 4),
  light: z.enum(lights, { error: "required" }),
  text: prose(1000),
});

const file = z.object({ id: z.uuid(), name: z.string() }).nullable();

export const milestoneViewSchema = z.object({
  id: z.uuid(),
  order: z.number().int(),
  title: z.string(),
  deliverable: z.string(),
  dueOn: z.string(),
  /** The day of the first plan, where another one was approved since. */
  plannedOn: z.string().nullable(),
  state: z.enum(milestoneStates),
  late: z.boolean(),
  reason: z.string().nullable(),
  submittedAt: z.date().nullable(),
  acceptedAt: z.date().nullable(),
  authority: z.enum(authorities).nullable(),
  version: z.number().int(),
  criteria: z.array(
    z.object({
      id: z.uuid(),
      text: z.string(),
      /** The latest submission; earlier ones are kept. */
      evidence: z.object({ round: z.number().int(), text: z.string(), file }).nullable(),
    }),
  ),
  may: z.object({
    begin: z.boolean(),
    submit: z.boolean(),
    decide: z.boolean(),
    waive: z.boolean(),
    reopen: z.boolean(),
    /** Somebody else decides about what the reader has handed in. */
    own: z.boolean(),
  }),
});
export type MilestoneView = z.output<typeof milestoneViewSchema>;

export const reportViewSchema = z.object({
  year: z.number().int(),
  quarter: z.number().int(),
  light: z.enum(lights),
  text: z.string(),
  at: z.date(),
});
