import { z } from "zod";
import { id, line, optional, prose, quantity, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { targetStates } from "./types";

const code = () => z.string({ error: "required" }).regex(/^M\d{2}$/, "invalid");
const year = () =>
  z.coerce.number({ error: "not-a-quantity" }).int("not-a-quantity").min(1980).max(2100);

const targetSorts = ["-year", "year", "metric"] as const;

export const listTargetsInput = z.strictObject({
  ...pagingShape,
  year: optional(year()),
  metric: optional(code()),
  state: optional(z.enum(targetStates)),
  organization: optional(id()),
  sort: z.enum(targetSorts).default("-year"),
});

export const setTargetInput = z.strictObject({
  metricCode: code(),
  year: year(),
  /** Without it: for the alliance as a whole. */
  organizationId: optional(id()),
  value: quantity(),
  basis: line(300),
});

const step = { targetId: id(), version: version() };
export const stepTargetInput = z.strictObject(step);
export const declineTargetInput = z.strictObject({ ...step, reason: prose(500) });
export const adoptTargetInput = z.strictObject({ ...step, resolutionId: id() });

export const targetAnswer = z.object({
  id: z.uuid(),
  version: z.number().int(),
  state: z.enum(targetStates),
});

const metricWords = {
  metricCode: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  unitZh: z.string(),
  unitEn: z.string(),
};
const named = z.object({ id: z.uuid(), name: z.string() });

export const targetRow = z.object({
  id: z.uuid(),
  version: z.number().int(),
  ...metricWords,
  year: z.number().int(),
  organization: named.nullable(),
  value: z.string(),
  basis: z.string(),
  state: z.enum(targetStates),
  stateSince: z.iso.datetime(),
  resolution: z.object({ id: z.uuid(), label: z.string() }).nullable(),
  reason: z.string().nullable(),
  /** What it took the place of. */
  before: z.string().nullable(),
  /** Approved results of that year, and what is missing. */
  achieved: z.string(),
  /** Persons and firms named in several records: it is at most this. */
  atMost: z.boolean(),
  records: z.number().int(),
  gap: z.string(),
  may: z.object({ decide: z.boolean(), office: z.boolean() }),
});
export type TargetRow = z.output<typeof targetRow>;

export const listTargetsOutput = pageOf(targetRow).extend({
  /** The calendar year of today, where the alliance is. */
  thisYear: z.number().int(),
  maySet: z.boolean(),
  /** Resolutions that can adopt a target, for those who may cite one. */
  resolutions: z.array(z.object({ id: z.uuid(), label: z.string() })),
});

/** A metric's approved number of one year beside its target. */
export const targetViewSchema = z.object({
  ...metricWords,
  year: z.number().int(),
  target: z.string().nullable(),
  achieved: z.string(),
  records: z.number().int(),
  gap: z.string().nullable(),
  /** Persons and firms named in several records: the value is at most this. */
  atMost: z.boolean(),
});
export type TargetView = z.output<typeof targetViewSchema>;
