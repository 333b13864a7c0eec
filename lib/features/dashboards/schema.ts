import { z } from "zod";
import { fundPastSchema } from "@/lib/features/funds/schema/promises";
import { publishedFigureSchema, qualifiers } from "@/lib/features/metrics/schema";
import { metricSources } from "@/lib/features/metrics/types";
import { organizationKinds } from "@/lib/features/organizations/types";
import { skillLevels } from "@/lib/features/people/types";
import { day, id, optional } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
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
  /** The numbers as they were shown at the end of this day. */
  asOf: optional(day()),
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
  allianceId: z.uuid(),
  alliance: z.string(),
  /** When the numbers were read. */
  asOf: z.string(),
  /** The day that the numbers are of, in the alliance's own calendar. */
  today: z.string(),
  /** Set where the numbers are those of a past day: which, and the first day of which totals are known. */
  past: z.object({ day: z.string(), firstDay: z.string().nullable() }).nullable(),
  organization: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  kind: z.enum(organizationKinds).nullable(),
  from: z.number().int(),
  to: z.number().int(),
  status: z.enum(layers),
  numbers: z.array(metricNumberSchema),
  coverage: z.object({ reported: z.number().int(), members: z.number().int() }),
  /** What was published under a metric, with its source; never added to the records. */
  published: z.array(
    z.object({
      code: z.string(),
      label: words,
      value: z.string(),
      unit: words,
      qualifier: z.enum(qualifiers),
      period: z.string().nullable(),
      source: z.string(),
    }),
  ),
  /** Targets in force of one year beside the approved numbers of that year; null: none are read beside this view. */
  targets: z
    .object({
      year: z.number().int(),
      maySet: z.boolean(),
      items: z.array(z.object({ code: z.string(), value: z.string() })),
    })
    .nullable(),
  /** Corrections behind the years of a metric; `later`: applied after the day that is shown. */
  marks: z.array(
    z.object({
      code: z.string(),
      year: z.number().int(),
      number: z.number().int(),
      later: z.boolean(),
    }),
  ),
  /** Own organizations of the reader that a switch can offer. */
  own: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type Dashboard = z.output<typeof dashboardSchema>;

export const exportDashboardSchema = dashboardFilterSchema.extend({
  /** One tile only. */
  code: optional(z.string().max(60)),
});

export const partsInput = z.strictObject({
  ...pagingShape,
  metric: z.string({ error: "required" }).regex(/^M\d{2}$/, "invalid"),
  state: z.enum(layers).default("approved"),
  from: optional(year()),
  to: optional(year()),
  year: optional(year()),
  organization: optional(id()),
  organizationKind: optional(z.enum(organizationKinds)),
  asOf: optional(day()),
});

const partSchema = z.object({
  organization: z.object({ id: z.uuid(), name: z.string() }),
  year: z.number().int(),
  value: z.string(),
  records: z.number().int(),
  /** The same share today. */
  now: z.string(),
  nowRecords: z.number().int(),
});
export type Part = z.output<typeof partSchema>;

/** A result by member and year, as of a day; `records` and `quantity` are what the tile shows. */
export const partsSchema = pageOf(partSchema).extend({
  code: z.string(),
  name: words,
  unit: words,
  definition: words,
  past: z.string().nullable(),
  state: z.enum(layers),
  records: z.number().int(),
  quantity: z.string(),
  nowQuantity: z.string(),
  /** Both are at most this: which lists of people there were on the day is not known. */
  atMost: z.boolean(),
});
export type Parts = z.output<typeof partsSchema>;

const detailSchema = z.object({
  code: z.string(),
  year: z.number().int(),
  organization: z.string(),
  approved: z.string(),
  approvedRecords: z.number().int(),
  provisional: z.string(),
  provisionalRecords: z.number().int(),
});
export type Detail = z.output<typeof detailSchema>;

export const dashboardExportSchema = z.object({
  board: dashboardSchema,
  /** The parts of results and money by year and organization. */
  details: z.array(detailSchema),
  /** The reader takes parts of own organizations only, while the sums are the alliance's. */
  ownOnly: z.boolean(),
  alliance: z.string(),
  reader: z.string(),
});
export type DashboardExport = z.output<typeof dashboardExportSchema>;

/** A line of the open data: one kind of member in one year, or a margin where kind or year is null. */
const openLineSchema = z.object({
  code: z.string(),
  name: words,
  unit: words,
  kind: z.enum(organizationKinds).nullable(),
  year: z.number().int().nullable(),
  /** Null where it is held back: fewer than three organizations or five persons, or what would give one away. */
  value: z.string().nullable(),
  organizations: z.number().int().nullable(),
  /** It is at most this: the same person or firm may be in several results. */
  atMost: z.boolean(),
  heldBack: z.boolean(),
});
export type OpenLine = z.output<typeof openLineSchema>;

export const openDataSchema = z.object({
  alliance: z.string(),
  asOf: z.string(),
  /** Figures of published texts, with their source. */
  figures: z.array(publishedFigureSchema),
  /** Published results by kind of member and year, small cells held back. */
  results: z.array(openLineSchema),
});
export type OpenData = z.output<typeof openDataSchema>;

export const openDataInput = z.strictObject({});

export const aggregateInput = z.strictObject({ from: optional(year()), to: optional(year()) });

export const aggregateSchema = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      year: z.number().int(),
      /** Verified and published, as far as the reader sees; decimal text in the metric's unit. */
      value: z.string(),
      /** The sum may name the same person or firm twice: at most so many are different ones. */
      atMost: z.boolean(),
      records: z.number().int(),
    }),
  ),
});

const flowKinds = [
  "giver",
  "others-give",
  "received",
  "open",
  "carried",
  "spender",
  "others-spend",
  "kept",
] as const;

export const picturesInput = z.strictObject({ asOf: optional(day()) });

export const picturesSchema = z.object({
  asOf: z.string(),
  /** The day that the money is of, where it is a past one. */
  past: fundPastSchema,
  /** Promised, received and spent by party; links name nodes by their place. Null: not for this reader, or not known. */
  flow: z
    .object({
      nodes: z.array(
        z.object({
          kind: z.enum(flowKinds),
          organizationId: z.uuid().nullable(),
          name: z.string().nullable(),
          parties: z.number().int(),
        }),
      ),
      links: z.array(z.object({ from: z.number().int(), to: z.number().int(), value: z.string() })),
    })
    .nullable(),
  /** People that the studios brought to each level, lowest first. */
  ladder: z.array(
    z.object({
      level: z.enum(skillLevels),
      holders: z.number().int(),
      studios: z.number().int(),
    }),
  ),
  /** People whom the studios brought to a certificate, by calendar year, the first one first. */
  promotions: z.array(z.object({ year: z.number().int(), people: z.number().int() })),
});
export type Pictures = z.output<typeof picturesSchema>;
