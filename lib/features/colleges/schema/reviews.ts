import { z } from "zod";
import { day, digits, id, line, optional, prose, version, yuan } from "@/lib/kernel/fields";
import { needsValuation } from "../../funds/rules/promises";
import { resourceKinds } from "../../funds/types";
import { reviewParts } from "../rules/review";
import { reviewGrades, reviewStates, vetoes } from "../types";

const count = (least: number, largest: number) =>
  digits().transform(Number).pipe(z.number().int().min(least).max(largest));
const named = z.object({ id: z.uuid(), name: z.string() });

/* What a party brings in */
export const contributeInput = z
  .strictObject({
    collegeId: id(),
    organizationId: id(),
    kind: z.enum(resourceKinds, { error: "required" }),
    amount: yuan(),
    valuation: optional(line(200)),
    on: day(),
    evidence: line(300),
    fileId: optional(id()),
  })
  .refine((given) => !needsValuation(given.kind, false) || given.valuation, {
    error: "valuation-required",
    path: ["valuation"],
  });
export const confirmContributionInput = z.strictObject({ collegeId: id(), contributionId: id() });

/* The yearly review */
export const reviewInputs = z.object({
  projects: z.number().int(),
  receivedCash: z.string(),
  receivedKind: z.string(),
  contributedCash: z.string(),
  contributedKind: z.string(),
  contributors: z.number().int(),
  boardMeetings: z.number().int(),
  checks: z.number().int(),
  entityShown: z.boolean(),
  enrolled: z.number().int(),
  enrolledBefore: z.number().int().nullable(),
  students: z.number().int().nullable(),
  hired: z.number().int().nullable(),
  satisfaction: z.number().int().nullable(),
});

export const saveReviewInput = z
  .strictObject({
    collegeId: id(),
    year: count(2000, 2200),
    /** Of the draft that the form was opened with; none for a new one. */
    version: optional(version()),
    selfReport: prose(2000),
    enrolled: count(0, 1_000_000),
    satisfaction: optional(count(0, 100)),
    respondents: optional(count(1, 1_000_000)),
  })
  .refine((given) => (given.satisfaction === undefined) === (given.respondents === undefined), {
    error: "required",
    path: ["respondents"],
  });
const aReview = { collegeId: id(), reviewId: id(), version: version() };
export const submitReviewInput = z.strictObject(aReview);
export const decideReviewInput = z.strictObject({
  ...aReview,
  opinion: prose(1000),
  items: z
    .array(z.strictObject({ title: line(300), dueOn: day(), organizationId: id() }))
    .max(30, "too-long")
    .default([]),
});
export const reportItemInput = z.strictObject({
  collegeId: id(),
  itemId: id(),
  evidence: line(500),
  fileId: optional(id()),
});
export const acceptItemInput = z.strictObject({ collegeId: id(), itemId: id() });
export const returnItemInput = z.strictObject({
  collegeId: id(),
  itemId: id(),
  reason: line(500),
  /** A new day; without one the old one stands. */
  dueOn: optional(day()),
});
export const reviewChanged = z.object({ id: z.uuid(), version: z.number().int() });

export const reviewView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  year: z.number().int(),
  state: z.enum(reviewStates),
  selfReport: z.string(),
  enrolled: z.number().int(),
  satisfaction: z.number().int().nullable(),
  respondents: z.number().int().nullable(),
  /** Frozen at submission; of a draft as they stand now. */
  inputs: reviewInputs,
  parts: z.array(
    z.object({
      part: z.enum(reviewParts),
      points: z.number().int().nullable(),
      most: z.number().int(),
    }),
  ),
  points: z.number().int(),
  grade: z.enum(reviewGrades),
  vetoes: z.array(z.enum(vetoes)),
  opinion: z.string().nullable(),
  decidedAt: z.date().nullable(),
  items: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      dueOn: z.string(),
      organization: named,
      evidence: z.string().nullable(),
      file: named.nullable(),
      reportedOn: z.string().nullable(),
      acceptedOn: z.string().nullable(),
      /** Why and when a report was last sent back. */
      returnedOn: z.string().nullable(),
      returnReason: z.string().nullable(),
      late: z.boolean(),
      mayReport: z.boolean(),
      mayAccept: z.boolean(),
    }),
  ),
  may: z.object({ submit: z.boolean(), decide: z.boolean(), decideBlocked: z.boolean() }),
});
export type ReviewView = z.output<typeof reviewView>;
