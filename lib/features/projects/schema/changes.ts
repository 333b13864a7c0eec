import { z } from "zod";
import { day, id, line, optional, prose, version, yuan } from "@/lib/kernel/fields";
import {
  authorities,
  changeKinds,
  changeStates,
  dutyKinds,
  partnerRoles,
  verdicts,
} from "../types";
import { plannedMilestone } from "./milestones";

const dates = z.strictObject({
  kind: z.literal("date"),
  startsOn: optional(day()),
  endsOn: optional(day()),
  /** Days of milestones that are not done. */
  milestones: z
    .array(z.strictObject({ id: id(), dueOn: day() }))
    .max(24)
    .optional(),
});
const scopeOf = z.strictObject({
  kind: z.literal("scope"),
  title: optional(line(200)),
  summary: optional(prose(2000)),
  add: z.array(plannedMilestone).max(12).optional(),
  /** Milestones that are no longer part of it; what is accepted or paid stays. */
  drop: z.array(id()).max(24).optional(),
});
const budget = z.strictObject({ kind: z.literal("budget"), budget: yuan() });
const funder = z.strictObject({
  kind: z.literal("funder"),
  organizationId: id(),
  /** Where its agreement is written down. */
  consent: line(300),
});
const partner = z.strictObject({
  kind: z.literal("partner"),
  organizationId: id(),
  /** Takes it in, or lets it go. */
  step: z.enum(["join", "leave"], { error: "required" }).default("join"),
  role: z.enum(partnerRoles).default("co_builder"),
  dutyKind: optional(z.enum(dutyKinds)),
  duty: optional(line(300)),
  consent: line(300),
});
const lead = z.strictObject({ kind: z.literal("lead"), organizationId: id(), consent: line(300) });

/** What is to be new, by kind. */
export const changeContent = z.discriminatedUnion("kind", [
  dates,
  scopeOf,
  budget,
  funder,
  partner,
  lead,
]);
export type ChangeContent = z.output<typeof changeContent>;

export const proposeChangeSchema = z.strictObject({
  id: id(),
  reason: prose(1000),
  content: changeContent,
});
export const decideChangeSchema = z
  .strictObject({
    changeId: id(),
    version: version(),
    verdict: z.enum(verdicts, { error: "required" }),
    reason: optional(line(500)),
    resolutionId: optional(id()),
  })
  .refine((given) => given.verdict === "approve" || given.reason, {
    error: "required",
    path: ["reason"],
  });
export const withdrawChangeSchema = z.strictObject({ changeId: id(), version: version() });

export const joinSchema = z.strictObject({
  id: id(),
  organizationId: id(),
  role: z.enum(partnerRoles).default("co_builder"),
  duty: optional(line(300)),
  reason: prose(1000),
});

/** One line of a comparison: what it is about, as it was and as it is to be. */
const comparison = z.object({
  field: z.enum([
    "startsOn",
    "endsOn",
    "dueOn",
    "title",
    "summary",
    "milestone",
    "dropped",
    "budget",
    "funder",
    "joins",
    "leaves",
    "lead",
  ]),
  subject: z.string().nullable(),
  old: z.string().nullable(),
  new: z.string().nullable(),
});
export type Comparison = z.output<typeof comparison>;
export const comparisons = z.array(comparison);

export const changeViewSchema = z.object({
  id: z.uuid(),
  number: z.number().int(),
  kind: z.enum(changeKinds),
  state: z.enum(changeStates),
  authority: z.enum(authorities),
  reason: z.string(),
  lines: comparisons,
  proposedBy: z.string().nullable(),
  proposedAt: z.date(),
  decidedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
  decisionReason: z.string().nullable(),
  resolution: z.string().nullable(),
  planNumber: z.number().int().nullable(),
  version: z.number().int(),
  may: z.object({ decide: z.boolean(), withdraw: z.boolean(), own: z.boolean() }),
});
export type ChangeView = z.output<typeof changeViewSchema>;

export const plan = z.object({
  title: z.string(),
  summary: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string(),
  budget: z.string().nullable(),
  lead: z.string(),
  parties: z.array(z.object({ name: z.string(), role: z.string() })),
  milestones: z.array(
    z.object({
      id: z.string(),
      order: z.number(),
      title: z.string(),
      deliverable: z.string(),
      dueOn: z.string(),
    }),
  ),
});
export const planViewSchema = z.object({
  number: z.number().int(),
  at: z.date(),
  content: plan,
});
export type PlanView = z.output<typeof planViewSchema>;
