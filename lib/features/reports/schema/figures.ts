import { z } from "zod";
import { qualifiers } from "@/lib/features/metrics/schema";

/** A number as an edition froze it. */
export const figureView = z.object({
  code: z.string(),
  kind: z.enum(["metric", "figure"]),
  nameZh: z.string(),
  nameEn: z.string(),
  /** Decimal text in the unit; money in yuan. */
  value: z.string(),
  unitZh: z.string(),
  unitEn: z.string(),
  qualifier: z.enum(qualifiers),
  atMost: z.boolean(),
  flow: z.boolean(),
  period: z.string().nullable(),
  source: z.string(),
  definitionZh: z.string(),
  definitionEn: z.string(),
  records: z.number().int().nullable(),
  /** Of so few members or persons that the public's tables and pictures leave it out. */
  small: z.boolean(),
  asOf: z.date(),
  /** The same number in the report before; null where that has none. */
  previous: z.object({ year: z.number().int(), value: z.string() }).nullable(),
  difference: z.string().nullable(),
  /** What it amounts to by now, where that is something else: the report keeps its own. */
  present: z.string().nullable(),
});
export type FigureView = z.output<typeof figureView>;
