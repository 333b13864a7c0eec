import { z } from "zod";
import { digits, id, line, optional, prose, version } from "@/lib/kernel/fields";

export const requestAcceptanceSchema = z.strictObject({
  id: id(),
  version: version(),
  /** What was achieved, and how the money stands. */
  statement: prose(1000),
  fileId: optional(id()),
});
export const settleSchema = z.strictObject({
  id: id(),
  version: version(),
  settlement: prose(2000),
});
export const followSchema = z.strictObject({
  id: id(),
  version: version(),
  years: digits()
    .transform(Number)
    .pipe(z.number().int().min(1, "out-of-range").max(10, "out-of-range")),
});
export const followUpSchema = z.strictObject({
  id: id(),
  year: digits()
    .transform(Number)
    .pipe(z.number().int().min(2000, "out-of-range").max(2199, "out-of-range")),
  text: prose(2000),
  fileId: optional(id()),
});

export const inviteSchema = z.strictObject({ id: id(), organizationId: id() });
export const inviteAnswer = z.object({
  /** Secret of the address, given once. */
  token: z.string(),
  expiresAt: z.date(),
});
export const byLinkSchema = z.strictObject({ token: z.string().min(20).max(100) });
export const byLinkView = z.object({
  title: z.string(),
  type: z.string(),
  summary: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string(),
  lead: z.string(),
  organization: z.string(),
  role: z.string(),
  duty: z.string().nullable(),
  partners: z.array(z.string()),
  expiresAt: z.date(),
  answered: z.boolean(),
});
export const answerByLinkSchema = z
  .strictObject({
    token: z.string().min(20).max(100),
    answer: z.enum(["confirm", "decline"], { error: "required" }),
    name: line(100),
    reason: optional(line(500)),
  })
  .refine((given) => given.answer === "confirm" || given.reason, {
    error: "required",
    path: ["reason"],
  });
export const byLinkAnswer = z.object({ answer: z.enum(["confirm", "decline"]) });

export const keepPartnerSchema = z.strictObject({ id: id(), organizationId: id() });

/** Text of a percentage with at most two decimals → hundredths of a percent. */
const share = z
  .string({ error: "required" })
  .trim()
  .regex(/^\d{1,3}(\.\d{1,2})?$/, "not-a-quantity")
  .transform((text) => {
    const [whole = "0", rest = ""] = text.split(".");
    return Number(whole) * 100 + Number(rest.padEnd(2, "0"));
  })
  .pipe(z.number().int().min(1, "not-positive").max(10_000, "out-of-range"));

export const setCreditsSchema = z.strictObject({
  id: id(),
  version: version(),
  credits: z
    .array(z.strictObject({ alliance: line(63), share }), { error: "required" })
    .max(20, "too-long"),
});
export const confirmCreditSchema = z.strictObject({ projectId: id() });
export const creditViewSchema = z.object({
  alliance: z.object({ slug: z.string(), name: z.string() }),
  /** Hundredths of a percent. */
  share: z.number().int(),
  own: z.boolean(),
  confirmedAt: z.date().nullable(),
});
export const creditedSchema = z.strictObject({});
export const creditedViewSchema = z.object({
  items: z.array(
    z.object({
      projectId: z.uuid(),
      code: z.string().nullable(),
      title: z.string(),
      owner: z.object({ slug: z.string(), name: z.string() }),
      share: z.number().int(),
      confirmedAt: z.date().nullable(),
      mayConfirm: z.boolean(),
    }),
  ),
});
