import { z } from "zod";
import { id, line, optional, prose, version, yuan } from "@/lib/kernel/fields";
import { parseYuan } from "@/lib/kernel/money";
import { authorities, decisionSubjects, verdicts } from "../types";

const fen = (text: string): bigint => parseYuan(text) ?? 0n;

export const proposePowersSchema = z
  .strictObject({ reviewFrom: yuan(), amountA: yuan(), amountB: yuan() })
  .refine((given) => fen(given.amountA) <= fen(given.amountB), {
    error: "out-of-order",
    path: ["amountB"],
  });
export const decidePowersSchema = z.strictObject({
  id: id(),
  verdict: z.enum(verdicts, { error: "required" }),
});

const amounts = { reviewFrom: z.string(), amountA: z.string(), amountB: z.string() };

export const powersViewSchema = z.object({
  inForce: z.object(amounts),
  /** False: the alliance has adopted none, the first table holds. */
  adopted: z.boolean(),
  mayPropose: z.boolean(),
  versions: z.array(
    z.object({
      ...amounts,
      id: z.uuid(),
      number: z.number().int(),
      state: z.enum(["proposed", "in_force", "replaced", "dropped"]),
      proposedBy: z.string().nullable(),
      proposedAt: z.date(),
      decidedBy: z.string().nullable(),
      decidedAt: z.date().nullable(),
      /** The reader has proposed it, so another person decides. */
      mine: z.boolean(),
    }),
  ),
});
export const powersAnswer = z.object({ id: z.uuid() });

export const proposeDecisionSchema = z.strictObject({
  id: id(),
  version: version(),
  reason: prose(1000),
});

export const decideSchema = z
  .strictObject({
    id: id(),
    version: version(),
    verdict: z.enum(verdicts, { error: "required" }),
    reason: optional(line(500)),
    /** The resolution of the committee or the council by which it is decided. */
    resolutionId: optional(id()),
  })
  .refine((given) => given.verdict === "approve" || given.reason, {
    error: "required",
    path: ["reason"],
  });

export const decisionViewSchema = z.object({
  number: z.number().int(),
  subject: z.enum(decisionSubjects),
  authority: z.enum(authorities),
  amount: z.string(),
  reason: z.string(),
  proposedBy: z.string().nullable(),
  proposedAt: z.date(),
  verdict: z.enum(verdicts).nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
  decisionReason: z.string().nullable(),
  resolution: z.string().nullable(),
  resolutionId: z.uuid().nullable(),
});
