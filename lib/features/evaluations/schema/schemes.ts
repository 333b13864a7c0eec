import { z } from "zod";
import { digits, flag, id, line, optional, prose, quantity, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { fieldsOf, hundredths, isMeasured, mayBeBlank, type RuleField } from "../rules/columns";
import { bandsFit } from "../rules/result";
import { treeFaults } from "../rules/tree";
import { itemLevels, ruleKinds, schemeStates, subjectKinds } from "../types";

/** Points of a hundred as decimal text. */
const points = () =>
  quantity().refine(
    (text) => /^\d{1,3}(\.\d+)?$/.test(text) && hundredths(text) <= 10_000n,
    "out-of-range",
  );

const bands = { bandA: points(), bandB: points(), bandC: points() };
const numbered = (given: { bandA: string; bandB: string; bandC: string }) => ({
  a: Number(hundredths(given.bandA)),
  b: Number(hundredths(given.bandB)),
  c: Number(hundredths(given.bandC)),
});
const bandsInOrder = (given: { bandA: string; bandB: string; bandC: string }) =>
  bandsFit(numbered(given));
const bandFault = { error: "bands-in-order", path: ["bandB"] };

const schemeShape = {
  name: line(100),
  description: optional(prose(1000)),
  ...bands,
  leastExperts: digits().transform(Number).pipe(z.number().int().min(1).max(21)),
  publicGrades: flag().default(false),
};

export const listSchemesInput = z.strictObject({
  ...pagingShape,
  state: optional(z.enum(schemeStates)),
  kind: optional(z.enum(subjectKinds)),
});
export const getSchemeInput = z.strictObject({ schemeId: id() });
export const createSchemeInput = z
  .strictObject({ subjectKind: z.enum(subjectKinds, { error: "required" }), ...schemeShape })
  .refine(bandsInOrder, bandFault);
export const updateSchemeInput = z
  .strictObject({ schemeId: id(), version: version(), ...schemeShape })
  .refine(bandsInOrder, bandFault);
export const publishSchemeInput = z.strictObject({ schemeId: id(), version: version() });
export const nextEditionInput = z.strictObject({ schemeId: id() });

const indicatorShape = {
  code: line(20),
  name: line(200),
  weight: points().default("0"),
  kind: optional(z.enum(ruleKinds)),
  unit: optional(line(20)),
  target: optional(quantity()),
  floor: optional(quantity()),
  /** Percent of the weight. */
  cap: optional(
    points().or(quantity().refine((text) => hundredths(text) <= 30_000n, "out-of-range")),
  ),
  each: optional(points()),
  most: optional(points()),
  national: optional(points()),
  provincial: optional(points()),
  municipal: optional(points()),
  school: optional(points()),
  metricCode: optional(line(40)),
  evidence: optional(line(300)),
};
type Shaped = { kind?: (typeof ruleKinds)[number] | undefined } & Partial<
  Record<RuleField | "metricCode", string | undefined>
>;

/** Each kind has what it needs; a floor lies below its target, and only a measured kind takes a metric. */
function checkRule(given: Shaped, context: z.core.$RefinementCtx): void {
  const fault = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  const asked: readonly RuleField[] = given.kind ? fieldsOf[given.kind] : [];
  for (const field of asked) {
    if (given[field] === undefined && !mayBeBlank.includes(field)) fault(field, "required");
  }
  const positive = ["target", "cap", "each", "most"] as const;
  for (const field of positive) {
    if (asked.includes(field) && given[field] && hundredths(given[field]) === 0n) {
      fault(field, "above-zero");
    }
  }
  const { target, floor, each, most } = given;
  if (target && floor && hundredths(floor) >= hundredths(target))
    fault("floor", "floor-below-target");
  if (each && most && hundredths(most) < hundredths(each)) fault("most", "most-below-each");
  if (given.metricCode && !isMeasured(given.kind ?? null)) fault("metricCode", "not-measured");
}

export const addIndicatorInput = z
  .strictObject({ schemeId: id(), version: version(), parentId: optional(id()), ...indicatorShape })
  .superRefine(checkRule);
export const updateIndicatorInput = z
  .strictObject({ schemeId: id(), version: version(), indicatorId: id(), ...indicatorShape })
  .superRefine(checkRule);
export const removeIndicatorInput = z.strictObject({
  schemeId: id(),
  version: version(),
  indicatorId: id(),
});

export const schemeChanged = z.object({ id: z.uuid(), version: z.number().int() });

const schemeRow = z.object({
  id: z.uuid(),
  name: z.string(),
  edition: z.number().int(),
  subjectKind: z.enum(subjectKinds),
  state: z.enum(schemeStates),
  indicators: z.number().int(),
  publishedAt: z.date().nullable(),
});
export type SchemeRow = z.output<typeof schemeRow>;
export const schemePage = pageOf(schemeRow).extend({ mayWrite: z.boolean() });

const decimalText = z.string().nullable();
export const indicatorView = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  code: z.string(),
  name: z.string(),
  /** Points as decimal text. */
  weight: z.string(),
  kind: z.enum(ruleKinds).nullable(),
  unit: z.string().nullable(),
  target: decimalText,
  floor: decimalText,
  cap: decimalText,
  each: decimalText,
  most: decimalText,
  levels: z.array(z.object({ level: z.enum(itemLevels), points: z.string() })),
  metricCode: z.string().nullable(),
  evidence: z.string().nullable(),
  depth: z.number().int(),
});
export type IndicatorView = z.output<typeof indicatorView>;

export const schemeOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string().nullable(),
  edition: z.number().int(),
  subjectKind: z.enum(subjectKinds),
  state: z.enum(schemeStates),
  bandA: z.string(),
  bandB: z.string(),
  bandC: z.string(),
  leastExperts: z.number().int(),
  publicGrades: z.boolean(),
  publishedAt: z.date().nullable(),
  version: z.number().int(),
  /** In the order of the codes, each below its heading. */
  indicators: z.array(indicatorView),
  editions: z.array(
    z.object({ id: z.uuid(), edition: z.number().int(), state: z.enum(schemeStates) }),
  ),
  /** What still keeps it from being published. */
  faults: z.array(z.object({ fault: z.enum(treeFaults), code: z.string(), sum: z.string() })),
  /** Metrics that can give a value. */
  metrics: z.array(z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() })),
  may: z.object({
    write: z.boolean(),
    publish: z.boolean(),
    /** The reader wrote it, so somebody else publishes it. */
    publishBlocked: z.boolean(),
    next: z.boolean(),
  }),
});
export type SchemeView = z.output<typeof schemeOutput>;
