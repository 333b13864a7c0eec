import { z } from "zod";
import { day, flag, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { isUpsideDown, readDecimal } from "./rules/decimal";
import { INDICATOR_CODE, readWeight } from "./rules/fits";
import {
  fillColumns,
  indicatorAggregations,
  indicatorDirections,
  indicatorKinds,
  MOST_INDICATORS,
  setStates,
  setTemplates,
  strengths,
  yearBases,
} from "./types";

const code = () =>
  z.string({ error: "required" }).trim().regex(INDICATOR_CODE, "not-an-indicator-code");

/** A number with at most two decimals; may be negative. */
const decimal = () =>
  z
    .string({ error: "required" })
    .refine((text) => readDecimal(text) !== undefined, "not-a-quantity")
    .transform((text) => readDecimal(text) ?? text);

const weight = () =>
  z
    .string({ error: "required" })
    .refine((text) => readWeight(text) !== undefined, "not-a-percentage")
    .transform((text) => readWeight(text) ?? 0);

export const listSetsInput = z.strictObject({
  ...pagingShape,
  state: optional(z.enum(setStates)),
});

const setHead = {
  id: z.uuid(),
  code: z.string(),
  edition: z.number().int(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  source: z.string(),
  sourceUrl: z.string().nullable(),
  state: z.enum(setStates),
  validFrom: z.string().nullable(),
  /** Indicators that are answered. */
  asked: z.number().int(),
  version: z.number().int(),
};
const setRow = z.object(setHead);
export type SetRow = z.output<typeof setRow>;
export const listSetsOutput = pageOf(setRow).extend({ mayManage: z.boolean() });

export const getSetInput = z.strictObject({ setId: id() });

const indicatorView = z.object({
  id: z.uuid(),
  parentCode: z.string().nullable(),
  level: z.number().int(),
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  definition: z.string().nullable(),
  kind: z.enum(indicatorKinds).nullable(),
  unitZh: z.string().nullable(),
  unitEn: z.string().nullable(),
  direction: z.enum(indicatorDirections),
  aggregation: z.enum(indicatorAggregations).nullable(),
  yearBasis: z.enum(yearBases),
  /** Hundredths of a percent. */
  weight: z.number().int().nullable(),
  target: z.string().nullable(),
  lowest: z.string().nullable(),
  highest: z.string().nullable(),
  partOfCode: z.string().nullable(),
  evidenceRequired: z.boolean(),
  evidence: z.string().nullable(),
  veto: z.boolean(),
  metricCode: z.string().nullable(),
  computed: z.boolean(),
  seriesCut: z.boolean(),
});
export type IndicatorView = z.output<typeof indicatorView>;

const ruleView = z.object({
  strength: z.enum(strengths),
  expression: z.string(),
  note: z.string(),
});
export type RuleView = z.output<typeof ruleView>;

export const getSetOutput = z.object({
  ...setHead,
  expected: z.object({
    groups: z.number().nullable(),
    middle: z.number().nullable(),
    leaves: z.number().nullable(),
  }),
  /** In the order of the tree. */
  indicators: z.array(indicatorView),
  rules: z.array(ruleView),
  /** What stands in the way of putting it into force. */
  faults: z.array(
    z.object({
      fault: z.string(),
      code: z.string().optional(),
      sum: z.number().optional(),
      level: z.number().optional(),
      found: z.number().optional(),
      expected: z.number().optional(),
    }),
  ),
  versions: z.array(
    z.object({
      id: z.uuid(),
      edition: z.number(),
      state: z.enum(setStates),
      validFrom: z.string().nullable(),
    }),
  ),
  mayManage: z.boolean(),
});
export type SetView = z.output<typeof getSetOutput>;

export const startSetInput = z
  .strictObject({
    template: z.enum(setTemplates, { error: "required" }),
    code: optional(
      z
        .string()
        .trim()
        .regex(/^[a-z][a-z0-9-]{1,39}$/, "not-a-slug"),
    ),
    nameZh: optional(line(100)),
    nameEn: optional(line(150)),
    source: optional(line(300)),
    sourceUrl: optional(z.url({ protocol: /^https?$/, error: "not-a-link" }).max(300)),
  })
  .superRefine((given, context) => {
    if (given.template !== "blank") return;
    for (const path of ["code", "nameZh", "source"] as const) {
      if (!given[path]) context.addIssue({ code: "custom", path: [path], message: "required" });
    }
  });
export const reviseSetInput = z.strictObject({ setId: id() });
export const setStepInput = z.strictObject({ setId: id(), version: version() });
export const enforceSetInput = z.strictObject({
  setId: id(),
  version: version(),
  validFrom: day(),
});
export const setOutput = z.object({
  id: z.uuid(),
  state: z.enum(setStates),
  edition: z.number().int(),
  version: z.number().int(),
});
export type MovedSet = z.output<typeof setOutput>;

export const saveIndicatorInput = z
  .strictObject({
    setId: id(),
    version: version(),
    /** Absent: a new one. */
    indicatorId: optional(id()),
    parentId: optional(id()),
    code: code(),
    nameZh: line(200),
    nameEn: optional(line(200)),
    definition: optional(prose(1000)),
    kind: optional(z.enum(indicatorKinds)),
    unitZh: optional(line(30)),
    unitEn: optional(line(40)),
    direction: z.enum(indicatorDirections).default("neither"),
    aggregation: optional(z.enum(indicatorAggregations)),
    yearBasis: z.enum(yearBases).default("calendar"),
    weight: optional(weight()),
    target: optional(decimal()),
    lowest: optional(decimal()),
    highest: optional(decimal()),
    partOfCode: optional(code()),
    evidenceRequired: flag().default(false),
    evidence: optional(prose(1000)),
    veto: flag().default(false),
  })
  .refine(({ lowest, highest }) => !isUpsideDown(lowest, highest), {
    path: ["highest"],
    message: "below-lowest",
  });
export const removeIndicatorInput = z.strictObject({
  setId: id(),
  version: version(),
  indicatorId: id(),
});

export const setRulesInput = z.strictObject({
  setId: id(),
  version: version(),
  rules: z
    .array(
      z.strictObject({
        strength: z.enum(strengths, { error: "required" }),
        expression: line(300),
        note: line(300),
      }),
    )
    .max(100, "too-many")
    .default([]),
});

const cell = z.string().max(32_767, "too-long").optional();
const fillRow = z.strictObject({
  row: z.number().int().min(1).max(1_000_000),
  ...(Object.fromEntries(fillColumns.map((column) => [column, cell])) as Record<
    (typeof fillColumns)[number],
    typeof cell
  >),
});
export const fillSetInput = z.strictObject({
  setId: id(),
  version: version(),
  rows: z.array(fillRow).min(1, "required").max(MOST_INDICATORS, "too-many"),
});
export const fillSetOutput = z.object({
  id: z.uuid(),
  version: z.number().int(),
  imported: z.number().int(),
  faults: z.array(
    z.object({
      row: z.number().int(),
      column: z.enum(fillColumns),
      code: z.string(),
      text: z.string(),
    }),
  ),
});
export type FillAnswer = z.output<typeof fillSetOutput>;
