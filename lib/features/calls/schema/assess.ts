import { z } from "zod";
import { digits, id, line, optional, prose, ticked } from "@/lib/kernel/fields";
import { expertStages } from "../types";

const mark = () => digits().pipe(z.coerce.number<string | number>().int().min(0).max(100));

export const assignExpertInput = z.strictObject({ id: id(), personId: id() });
export const releaseExpertInput = z.strictObject({ expertId: id(), reason: line(300) });
export const declareInput = z
  .strictObject({
    id: id(),
    answer: z.enum(["clear", "conflict"], { error: "required" }),
    reason: optional(line(300)),
  })
  .refine((given) => given.answer === "clear" || given.reason, {
    error: "required",
    path: ["reason"],
  });
export const expertAnswer = z.object({ id: z.uuid(), callId: z.uuid() });

/** Four sides of a need, and four questions about it. */
export const opineInput = z.strictObject({
  id: id(),
  pull: mark(),
  basis: mark(),
  technical: mark(),
  financial: mark(),
  necessary: ticked().default(false),
  novel: ticked().default(false),
  feasible: ticked().default(false),
  beneficial: ticked().default(false),
  recommended: ticked().default(false),
  comment: prose(2000),
});

export const scoreInput = z.strictObject({
  bidId: id(),
  points: z
    .array(z.strictObject({ criterionId: id(), points: mark() }), { error: "required" })
    .min(1, "required")
    .max(10, "too-long"),
});
export const discussInput = z.strictObject({ bidId: id(), text: prose(2000) });

export const candidatesInput = z.strictObject({ id: id() });
export const candidatesOutput = z.object({
  stage: z.enum(expertStages),
  items: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      assigned: z.boolean(),
      /** Units of this call to which the expert is tied. */
      ties: z.array(z.string()),
    }),
  ),
});
