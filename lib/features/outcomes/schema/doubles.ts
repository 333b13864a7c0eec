import { z } from "zod";
import { id, optional, prose, quantity, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { judgements, outcomeStates, pairStates } from "../types";
import { metricCode } from "./records";

export const listPairsSchema = z.strictObject({
  ...pagingShape,
  state: z.enum(pairStates).default("open"),
  metric: optional(metricCode()),
});

const halfSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  organizationName: z.string(),
  occurredOn: z.string(),
  naturalKey: z.string().nullable(),
  quantity: z.string(),
  adjustment: z.string(),
  state: z.enum(outcomeStates),
});

export const pairSchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  state: z.enum(pairStates),
  similarity: z.number().int(),
  sameAmount: z.boolean(),
  reason: z.string().nullable(),
  metricCode: z.string(),
  metricZh: z.string(),
  metricEn: z.string(),
  unitZh: z.string(),
  unitEn: z.string(),
  /** One thing per record: it is the same or it is not, never a part of it. */
  keyed: z.boolean(),
  first: halfSchema,
  second: halfSchema,
  mayJudge: z.boolean(),
});
export type Pair = z.output<typeof pairSchema>;
export const pairListSchema = pageOf(pairSchema);

export const judgePairSchema = z.strictObject({
  id: id(),
  version: version(),
  judgement: z.enum(judgements),
  /** What of the later record counts in the earlier one already, where it is a part. */
  amount: optional(quantity()),
  reason: prose(500),
});

export const scanPairsSchema = z.strictObject({
  metricCode: metricCode(),
  year: z.coerce.number().int().min(1980).max(2100),
});

export const judgeAnswerSchema = z.object({ id: z.uuid(), version: z.number().int() });
export const scanAnswerSchema = z.object({ found: z.number().int() });
