import { z } from "zod";
import { id, optional } from "@/lib/kernel/fields";

export const dashboardFilterSchema = z.strictObject({
  /** One member's numbers instead of the alliance's. */
  organization: optional(id()),
  from: optional(z.coerce.number().int().min(1980).max(2100)),
  to: optional(z.coerce.number().int().min(1980).max(2100)),
});

const yearFundsSchema = z.object({
  year: z.number().int(),
  promisedCash: z.string(),
  promisedKind: z.string(),
  receivedCash: z.string(),
  receivedKind: z.string(),
  spentCash: z.string(),
  spentKind: z.string(),
});
export type YearFunds = z.output<typeof yearFundsSchema>;

const yearValueSchema = z.object({
  year: z.number().int(),
  /** Verified or published; decimal text in the metric's unit. */
  approved: z.string(),
  approvedRecords: z.number().int(),
  /** Submitted or returned, as far as the reader may see it; never part of `approved`. */
  provisional: z.string(),
  provisionalRecords: z.number().int(),
});
export type YearValue = z.output<typeof yearValueSchema>;

export const metricSeriesSchema = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  unitZh: z.string(),
  unitEn: z.string(),
  definitionZh: z.string(),
  definitionEn: z.string(),
  yearBasis: z.enum(["calendar", "academic", "cohort"]),
  /** False: a stock, whose newest year is the value; years are never added. */
  adds: z.boolean(),
  /** The value is at most this: the same person or firm may stand in several records. */
  atMost: z.boolean(),
  years: z.array(yearValueSchema),
  /** Approved value of the stretch: the sum of its years, or the newest year of a stock. */
  value: z.string(),
  records: z.number().int(),
  provisionalRecords: z.number().int(),
});
export type MetricSeries = z.output<typeof metricSeriesSchema>;

export const dashboardSchema = z.object({
  asOf: z.string(),
  organization: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  from: z.number().int(),
  to: z.number().int(),
  funds: z.object({
    years: z.array(yearFundsSchema),
    total: yearFundsSchema.omit({ year: true }),
    /** Promised under a condition that is not proven: in none of the six numbers. */
    conditional: z.string(),
  }),
  metrics: z.array(metricSeriesSchema),
  coverage: z.object({ reported: z.number().int(), members: z.number().int() }),
  /** Own organizations of the reader that a switch can offer. */
  own: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type Dashboard = z.output<typeof dashboardSchema>;
