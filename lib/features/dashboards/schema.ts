import { z } from "zod";
import { metricSources } from "@/lib/features/metrics/types";
import { organizationKinds } from "@/lib/features/organizations/types";
import { id, optional } from "@/lib/kernel/fields";
import { drillLists, layers, numberStates } from "./types";

const year = () => z.coerce.number().int().min(1980).max(2100);

export const dashboardFilterSchema = z.strictObject({
  /** One member's numbers instead of the alliance's. */
  organization: optional(id()),
  /** Members of one kind. */
  kind: optional(z.enum(organizationKinds)),
  from: optional(year()),
  to: optional(year()),
  /** Only what is verified or published, or also what waits for verification. */
  status: z.enum(layers).default("approved"),
});
export type DashboardFilter = z.output<typeof dashboardFilterSchema>;

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

const words = z.object({ zh: z.string(), en: z.string() });

export const metricNumberSchema = z.object({
  code: z.string(),
  /** Of the definitions of domain 4; null where the code's words stand in the messages. */
  name: words.nullable(),
  unit: words.nullable(),
  definition: words.nullable(),
  source: z.enum(metricSources),
  time: z.enum(["stock", "flow"]),
  yearBasis: z.enum(["calendar", "academic", "cohort"]).nullable(),
  /** The value is at most this: the same person or firm may stand in several records. */
  atMost: z.boolean(),
  state: z.enum(numberStates),
  /** How far the reader sees: all, own organizations' rows, or what is published. */
  reach: z.enum(["whole", "own", "published"]),
  /** In the chosen layer: the sum of the years of a flow, the newest year of a stock. Null unless the state is value. */
  value: z.string().nullable(),
  /** Rows behind the value: the total of the list that it opens. */
  records: z.number().int(),
  provisionalRecords: z.number().int(),
  years: z.array(yearValueSchema),
  /** The year of a stock's value, where it has years. */
  newest: z.number().int().nullable(),
  /** Members with an approved record, with pending ones only, and all. */
  coverage: z
    .object({
      approved: z.number().int(),
      inVerification: z.number().int(),
      members: z.number().int(),
    })
    .nullable(),
  /** The list behind the value and its filter: the list's total is `records`, or its sum the value. Null: none for this reader. */
  drill: z
    .object({ list: z.enum(drillLists), search: z.record(z.string(), z.string()) })
    .nullable(),
});
export type MetricNumber = z.output<typeof metricNumberSchema>;

export const dashboardSchema = z.object({
  asOf: z.string(),
  organization: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  from: z.number().int(),
  to: z.number().int(),
  status: z.enum(layers),
  numbers: z.array(metricNumberSchema),
  coverage: z.object({ reported: z.number().int(), members: z.number().int() }),
  /** Own organizations of the reader that a switch can offer. */
  own: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type Dashboard = z.output<typeof dashboardSchema>;
