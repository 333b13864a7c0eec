import { z } from "zod";
import { id, optional } from "@/lib/kernel/fields";
import { chainFaultKinds } from "./types/chain";

/** A chain grows without bound, so it is read backwards from a number and not by page. */
export const listEntriesInput = z.strictObject({
  action: optional(z.string().regex(/^[a-z-]+\.[a-z_]+$/, "invalid")),
  /** All that happened to one record. */
  subject: optional(id()),
  actor: optional(id()),
  /** Entries before this number: `next` of the page before. */
  cursor: optional(z.string().regex(/^[1-9]\d{0,17}$/, "invalid")),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const entrySchema = z.object({
  seq: z.string(),
  at: z.string(),
  actorId: z.uuid().nullable(),
  /** Empty for a visitor and for the machine's own work. */
  actor: z.string().nullable(),
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.uuid().nullable(),
  details: z.record(z.string(), z.unknown()),
  requestId: z.string(),
});
export type Entry = z.output<typeof entrySchema>;

export const listEntriesOutput = z.object({
  items: z.array(entrySchema),
  /** The cursor of older entries; null at the beginning of the chain. */
  next: z.string().nullable(),
});

export const verifyChainInput = z.strictObject({});

export const verifyChainOutput = z.object({
  intact: z.boolean(),
  entries: z.string(),
  /** The newest entry: whoever noted number and hash elsewhere can tell later that nothing was cut off. */
  head: z.object({ seq: z.string(), hash: z.string() }),
  fault: z.object({ seq: z.string(), kind: z.enum(chainFaultKinds) }).nullable(),
  at: z.string(),
});
export type ChainState = z.output<typeof verifyChainOutput>;
