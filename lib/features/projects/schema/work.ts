import { z } from "zod";
import { id } from "@/lib/kernel/fields";
import { panelKinds } from "../types";
import { changeViewSchema, planViewSchema } from "./changes";
import { creditViewSchema } from "./life";
import { milestoneViewSchema, reportViewSchema } from "./milestones";
import { panelViewSchema } from "./panels";
import { decisionViewSchema } from "./powers";

export const workSchema = z.strictObject({ id: id() });

/** Everything that is done on a project: for those inside it. */
export const workViewSchema = z.object({
  milestones: z.array(milestoneViewSchema),
  reports: z.array(reportViewSchema),
  changes: z.array(changeViewSchema),
  plans: z.array(planViewSchema),
  panels: z.array(panelViewSchema),
  decisions: z.array(decisionViewSchema),
  credits: z.array(creditViewSchema),
  followUps: z.array(
    z.object({
      year: z.number().int(),
      text: z.string(),
      file: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    }),
  ),
  leads: z.array(
    z.object({ name: z.string(), fromOn: z.string().nullable(), untilOn: z.string() }),
  ),
  /** Resolutions about this project that can decide something. */
  resolutions: z.array(z.object({ id: z.uuid(), label: z.string() })),
  /** What it weighs in the table of powers. */
  weight: z.string(),
  needsReview: z.boolean(),
  today: z.string(),
  may: z.object({
    plan: z.boolean(),
    report: z.boolean(),
    change: z.boolean(),
    convene: z.array(z.enum(panelKinds)),
    closePanel: z.boolean(),
    decide: z.boolean(),
    /** The reader registered the project, or put the question: another person decides. */
    decideBlocked: z.enum(["author", "proposer"]).nullable(),
    credit: z.boolean(),
    rework: z.boolean(),
    followUp: z.boolean(),
  }),
});
export type WorkView = z.output<typeof workViewSchema>;
