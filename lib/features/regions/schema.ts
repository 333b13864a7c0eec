import { z } from "zod";
import { optional } from "@/lib/kernel/fields";
import { reasons } from "./types";

const year = z.coerce.number().int().min(1980).max(2100);

export const compareInput = z.strictObject({
  /** First digits of the region: a province or a city. */
  region: optional(z.string().regex(/^\d{2}(\d{2})?$/, "invalid")),
  /** Slugs, separated by commas; without them all that the reader may know of. */
  alliances: optional(z.string().regex(/^[a-z0-9-]{1,60}(,[a-z0-9-]{1,60}){0,11}$/, "invalid")),
  from: optional(year),
  to: optional(year),
});

/** A number of one alliance: null where it may not be shown. */
const cell = z.object({
  value: z.string().nullable(),
  records: z.number().int(),
  /** It is at most this: persons and firms named in several records. */
  atMost: z.boolean(),
});

const row = z.object({
  /** members, projects, platforms, or a metric of domain 4. */
  code: z.string(),
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
  unitZh: z.string().nullable(),
  unitEn: z.string().nullable(),
  atMost: z.boolean(),
  cells: z.array(cell),
  /** Of the cells that are shown: their plain sum, what there is once, and the difference. */
  plain: z.string(),
  once: z.string(),
  twice: z.string(),
  reason: z.enum(reasons).nullable(),
  /** How many things stand in more than one alliance. */
  shared: z.number().int(),
});
export type RegionRow = z.output<typeof row>;

export const compareOutput = z.object({
  asOf: z.iso.datetime(),
  from: z.number().int(),
  to: z.number().int(),
  alliances: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      nameEn: z.string().nullable(),
      regionCode: z.string().nullable(),
      members: z.number().int(),
      /** Verified numbers are the reader's too, not only published ones. */
      whole: z.boolean(),
    }),
  ),
  /** All that the reader may know of, to choose from. */
  choices: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      nameEn: z.string().nullable(),
      regionCode: z.string().nullable(),
    }),
  ),
  /** Members whose approved results the reader sees, of all that have some. */
  organizations: z.object({ seen: z.number().int(), all: z.number().int() }),
  rows: z.array(row),
});
export type Comparison = z.output<typeof compareOutput>;
