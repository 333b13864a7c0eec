import { z } from "zod";
import { metricSources } from "@/lib/features/metrics/types";
import { subscribedFilters } from "@/lib/features/subscriptions/schema";
import { flag, id, optional, prose, quantity } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { alertAbouts, alertCloses, alertDirections, alertResults } from "./types";

/** So late promises are told of at most. */
const MOST_DAYS = 3650;

const isCount = (text: string, least: number, most: number): boolean =>
  /^\d{1,6}(\.0{1,2})?$/.test(text) && Number(text) >= least && Number(text) <= most;

/** `kind`, `from`, `to` and `status` divide numbers only; reports and promises are divided by member. */
export const setInput = subscribedFilters
  .extend({
    about: z.enum(alertAbouts, { error: "required" }),
    metricCode: optional(z.string().regex(/^[A-Za-z0-9_-]{1,60}$/, "invalid")),
    direction: optional(z.enum(alertDirections)),
    /** The number compared with; so many reports; so many days. */
    bound: optional(quantity()),
  })
  .superRefine((given, context) => {
    const tell = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (given.about === "threshold") {
      for (const path of ["metricCode", "direction", "bound"] as const) {
        if (given[path] === undefined) tell(path, "required");
      }
      return;
    }
    for (const path of ["metricCode", "direction", "kind", "from", "to"] as const) {
      if (given[path] !== undefined) tell(path, "invalid");
    }
    if (given.status !== "approved") tell("status", "invalid");
    if (given.bound === undefined) return;
    const late = given.about === "promise_overdue";
    if (!isCount(given.bound, late ? 0 : 1, late ? MOST_DAYS : 999_999))
      tell("bound", "not-a-quantity");
  });
export const setOutput = z.object({ id: z.uuid() });

const words = z.object({ zh: z.string(), en: z.string() });
const metric = z.object({
  code: z.string(),
  /** Of the definitions of domain 4; null where the code's words stand in the messages. */
  name: words.nullable(),
  unit: words.nullable(),
  source: z.enum(metricSources),
});
export type AlertMetric = z.output<typeof metric>;

const alertRow = z.object({
  id: z.uuid(),
  about: z.enum(alertAbouts),
  metric: metric.nullable(),
  direction: z.enum(alertDirections).nullable(),
  bound: z.string(),
  filters: z.record(z.string(), z.string()),
  organization: z.string().nullable(),
  /** What the last look found; null before the first one. */
  result: z.enum(alertResults).nullable(),
  checkedOn: z.string().nullable(),
});
export type AlertRow = z.output<typeof alertRow>;

export const listInput = z.strictObject({});
export const listOutput = z.object({
  items: z.array(alertRow),
  /** What the caller may set an alert about, and the numbers that a threshold may have. */
  abouts: z.array(z.enum(alertAbouts)),
  metrics: z.array(metric),
});
export type AlertList = z.output<typeof listOutput>;

export const raisingsInput = z.strictObject({
  ...pagingShape,
  /** Only those that still stand. */
  open: optional(flag()),
});
const raisingRow = z.object({
  id: z.uuid(),
  about: z.enum(alertAbouts),
  raisedAt: z.iso.datetime(),
  value: z.string(),
  sentence: words,
  path: z.string(),
  seenAt: z.iso.datetime().nullable(),
  note: z.string().nullable(),
  closedAt: z.iso.datetime().nullable(),
  closedHow: z.enum(alertCloses).nullable(),
});
export type Raising = z.output<typeof raisingRow>;
export const raisingsOutput = pageOf(raisingRow);
export type Raisings = z.output<typeof raisingsOutput>;

export const endInput = z.strictObject({ id: id() });
export const endByLinkInput = z.strictObject({
  key: z.string({ error: "required" }).regex(/^[A-Za-z0-9_-]{43}$/, "invalid"),
});
export const endOutput = z.object({ id: z.uuid() });

export const acknowledgeInput = z.strictObject({ id: id(), note: optional(prose(500)) });
export const acknowledgeOutput = z.object({ id: z.uuid() });

export const checkInput = z.strictObject({});
export const checkOutput = z.object({
  checked: z.number().int(),
  raised: z.number().int(),
  closed: z.number().int(),
  ended: z.number().int(),
  failed: z.number().int(),
});
export type Checked = z.output<typeof checkOutput>;
