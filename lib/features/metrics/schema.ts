import { z } from "zod";
import { id, optional } from "@/lib/kernel/fields";

export const aggregations = ["sum", "distinct", "latest", "ratio", "max"] as const;
export const qualifiers = ["exact", "over", "nearly", "about", "ambiguous"] as const;

export const metricSchema = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  unitZh: z.string(),
  unitEn: z.string(),
  definitionZh: z.string(),
  definitionEn: z.string(),
  aggregation: z.enum(aggregations),
  yearBasis: z.enum(["calendar", "academic", "cohort"]),
  reportable: z.boolean(),
  evidenceRequired: z.boolean(),
});
export type Metric = z.output<typeof metricSchema>;

export const listMetricsSchema = z.strictObject({
  /** Only those that a member reports. */
  reportable: optional(z.enum(["true", "false"])),
});

export const publishedFigureSchema = z.object({
  key: z.string(),
  metricCode: z.string().nullable(),
  subjectZh: z.string(),
  subjectEn: z.string(),
  labelZh: z.string(),
  labelEn: z.string(),
  /** Decimal text; null where only its parts are known. */
  value: z.string().nullable(),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  unitZh: z.string(),
  unitEn: z.string(),
  qualifier: z.enum(qualifiers),
  derived: z.boolean(),
  /** Words of the source; null means the source names no period. */
  period: z.string().nullable(),
  source: z.string(),
  note: z.string().nullable(),
  partOfKey: z.string().nullable(),
});
export type PublishedFigure = z.output<typeof publishedFigureSchema>;

export const listFiguresSchema = z.strictObject({
  /** Slug of an alliance. */
  alliance: optional(z.string().max(60)),
  organization: optional(id()),
});
