import { z } from "zod";
import { day, digits, id, line, optional, prose, ticked, yuan } from "@/lib/kernel/fields";

const milestone = z.strictObject({
  title: line(200),
  dueOn: day(),
  deliverable: line(500),
  /** Percent of the contract that it releases. */
  share: digits().pipe(z.coerce.number<string | number>().int().min(0).max(100)),
});

/** What is sealed. The plan is read without the name of its team, so the team stands in fields of its own. */
const bid = {
  plan: prose(8000),
  quote: yuan(),
  milestones: z
    .array(milestone, { error: "required" })
    .min(1, "required")
    .max(12, "too-long")
    .refine((all) => all.reduce((sum, { share }) => sum + share, 0) === 100, "shares-not-100"),
  leader: line(60),
  team: prose(2000),
  /** Sealed files: what the upload of this call answered with. */
  fileId: optional(id()),
  secondFileId: optional(id()),
};

export const submitBidInput = z.strictObject({
  callId: id(),
  /** For whom; the caller's own unit where it is left out. */
  organizationId: optional(id()),
  ...bid,
  /** The quote was doubted and is right. */
  amountIsRight: ticked().default(false),
});

/** What stands inside a seal: bound to its call and its team, so that seals cannot be swapped. */
export const sealedContent = z.strictObject({
  callId: id(),
  organizationId: id(),
  round: z.number().int(),
  ...bid,
});
export type SealedContent = z.output<typeof sealedContent>;

/** What is kept of it after the opening. */
export const bidContent = sealedContent.omit({ callId: true, organizationId: true, round: true });
export type BidContent = z.output<typeof bidContent>;

export const bidAnswer = z.object({
  id: z.uuid(),
  callId: z.uuid(),
  /** SHA-256 of the seal: the team's proof of what it handed in. */
  sha256: z.string(),
  submittedAt: z.iso.datetime(),
});

export const withdrawBidInput = z.strictObject({ callId: id(), organizationId: optional(id()) });
export const withdrawnAnswer = z.object({ id: z.uuid(), callId: z.uuid() });

export const undertakeInput = z.strictObject({
  callId: id(),
  organizationId: optional(id()),
  agreed: z.preprocess(
    (value) => (value === "on" || value === "true" ? true : value),
    z.literal(true, { error: "required" }),
  ),
});
export const undertakenAnswer = z.object({ callId: z.uuid(), signedAt: z.iso.datetime() });

/** Not operations of REST: the upload and download of sealed files go through their own addresses. */
export const prepareSealInput = z.strictObject({
  callId: id(),
  organizationId: optional(id()),
});
export const preparedSeal = z.object({
  organizationId: z.uuid(),
  /** The half that seals, as base64. */
  publicKey: z.string(),
});
export const keepBidFileInput = z.strictObject({
  callId: id(),
  organizationId: id(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().positive(),
});
export const keptBidFile = z.object({ id: z.uuid() });
export const readBidFileInput = z.strictObject({ callId: id(), fileId: id() });
export const readableBidFile = z.object({
  sha256: z.string(),
  publicKey: z.string(),
  lockedKey: z.string(),
});
