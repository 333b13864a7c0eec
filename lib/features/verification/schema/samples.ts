import { z } from "zod";
import { day, id, optional, prose, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { sampleCauses, sampleOutcomes } from "../types";

export const listSamplesSchema = z.strictObject({ ...pagingShape });

const sampleShape = {
  id: z.uuid(),
  seed: z.string(),
  periodFrom: z.string(),
  periodTo: z.string(),
  /** Per cent. */
  percent: z.number().int(),
  atLeast: z.number().int(),
  population: z.number().int(),
  size: z.number().int(),
  weighty: z.number().int(),
  open: z.number().int(),
  drawnAt: z.string(),
  closedAt: z.string().nullable(),
  synthetic: z.boolean(),
};
const sampleRow = z.object(sampleShape);
export type SampleRow = z.output<typeof sampleRow>;
export const sampleListSchema = pageOf(sampleRow);

export const drawSampleSchema = z.strictObject({
  /** Any text: whoever knows it draws the same records again. Without one the portal makes one. */
  seed: optional(z.string().trim().min(4, "invalid").max(64, "too-long")),
  periodFrom: day(),
  periodTo: day(),
  percent: z.coerce.number().int("invalid").min(1, "invalid").max(100, "invalid"),
  atLeast: z.coerce.number().int("invalid").min(1, "invalid").max(500, "invalid"),
});
export const drawnSchema = z.object({ id: z.uuid(), size: z.number().int() });

export const getSampleSchema = z.strictObject({ id: id() });
const sampleItem = z.object({
  recordId: z.uuid(),
  title: z.string(),
  organizationName: z.string(),
  metricZh: z.string(),
  metricEn: z.string(),
  unitZh: z.string(),
  unitEn: z.string(),
  /** As it was drawn. */
  quantity: z.string(),
  cause: z.enum(sampleCauses),
  outcome: z.enum(sampleOutcomes).nullable(),
  note: z.string().nullable(),
  version: z.number().int(),
  /** The record has changed since. */
  changed: z.boolean(),
  mayFind: z.boolean(),
});
export type SampleItem = z.output<typeof sampleItem>;
export const sampleSchema = z.object({
  ...sampleShape,
  threshold: z.string(),
  version: z.number().int(),
  items: z.array(sampleItem),
});
export type Sample = z.output<typeof sampleSchema>;

export const findSchema = z.strictObject({
  id: id(),
  recordId: id(),
  version: version(),
  outcome: z.enum(sampleOutcomes, { error: "required" }),
  note: optional(prose(500)),
});
export const closeSampleSchema = z.strictObject({ id: id(), version: version() });
export const sampleAnswerSchema = z.object({ id: z.uuid(), version: z.number().int() });
