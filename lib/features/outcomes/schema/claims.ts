import { z } from "zod";
import { flag, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { parseShare } from "../rules/shares";
import { adjustmentKinds, coClaimStates, follows, outcomeStates, resultLevels } from "../types";

/** Per cent as text with at most two decimals, above nothing and below all. */
const share = () =>
  z
    .string({ error: "required" })
    .min(1, "required")
    .refine((text) => parseShare(text) !== undefined, "not-a-part");

export const shareSchema = z.object({
  organizationId: z.uuid(),
  organizationName: z.string(),
  /** Per cent with two decimals. */
  share: z.string(),
  /** Who reported it. */
  leads: z.boolean(),
});

export const coClaimSchema = z.object({
  id: z.uuid(),
  recordId: z.uuid(),
  title: z.string(),
  metricCode: z.string(),
  metricZh: z.string(),
  metricEn: z.string(),
  naturalKey: z.string().nullable(),
  leadId: z.uuid(),
  leadName: z.string(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  /** The owner offers; else the other one asks. */
  offered: z.boolean(),
  share: z.string(),
  note: z.string(),
  state: z.enum(coClaimStates),
  waitsFor: z.enum(["other-side", "secretariat"]).nullable(),
  proposedOn: z.string(),
  dueOn: z.string(),
  answer: z.string().nullable(),
  decision: z.string().nullable(),
  version: z.number().int(),
  may: z.object({ answer: z.boolean(), withdraw: z.boolean(), decide: z.boolean() }),
});
export type CoClaim = z.output<typeof coClaimSchema>;

/** One record of a chain of levels or continuations, in the order in which they came. */
export const chainStepSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  follow: z.enum(follows).nullable(),
  level: z.enum(resultLevels).nullable(),
  year: z.number().int(),
  quantity: z.string(),
  adjustment: z.string(),
  state: z.enum(outcomeStates),
});

export const adjustmentSchema = z.object({
  id: z.uuid(),
  kind: z.enum(adjustmentKinds),
  amount: z.string(),
  reason: z.string(),
  againstId: z.uuid(),
  againstTitle: z.string(),
  createdAt: z.string(),
});

export const proposeCoClaimSchema = z.strictObject({
  /** The record of the first. */
  id: id(),
  /** Who is to own a part. */
  organizationId: id(),
  share: share(),
  note: prose(500),
  /** Its key, from whoever does not see the record: who asks for a part knows what of. */
  key: optional(line(400)),
});

export const answerCoClaimSchema = z.strictObject({
  id: id(),
  version: version(),
  agree: flag(),
  answer: optional(prose(500)),
});

export const decideCoClaimSchema = z.strictObject({
  id: id(),
  version: version(),
  grant: flag(),
  /** Another part than was proposed. */
  share: optional(share()),
  reason: prose(500),
});

export const withdrawCoClaimSchema = z.strictObject({ id: id(), version: version() });

export const coClaimBoxes = ["waiting", "own", "settled"] as const;

export const listCoClaimsSchema = z.strictObject({
  ...pagingShape,
  /** What waits for the reader's side; what the reader's side waits for; what is over. */
  box: z.enum(coClaimBoxes).default("waiting"),
});
export const coClaimListSchema = pageOf(coClaimSchema);

export const coClaimAnswerSchema = z.object({
  id: z.uuid(),
  recordId: z.uuid(),
  version: z.number().int(),
});
