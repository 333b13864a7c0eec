import { z } from "zod";
import { day, id, line, optional, prose, quantity, ticked, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { correctionReasons, correctionStates } from "./types";

const metricCode = () => z.string().regex(/^M\d{2}$/, "invalid");
const calendarYear = () => z.coerce.number().int().min(1980).max(2100);

export const requestCorrectionSchema = z.strictObject({
  recordId: id(),
  recordVersion: version(),
  reasonCode: z.enum(correctionReasons, { error: "required" }),
  reason: prose(1000),
  /** New values; what is left blank stays. */
  quantity: optional(quantity()),
  occurredOn: optional(day()),
  naturalKey: optional(line(120)),
  metricCode: optional(metricCode()),
  organizationId: optional(id()),
  /** Evidence that takes the place of the present one. */
  evidenceId: optional(id()),
  /** The record counts no more. */
  withdraws: optional(ticked()),
  /** Papers that speak for the correction. */
  fileIds: optional(z.array(id()).max(5, "too-long")),
});

export const caseMoveSchema = z.strictObject({ id: id(), version: version() });
export const refuseCorrectionSchema = z.strictObject({
  id: id(),
  version: version(),
  refusal: prose(1000),
});
export const caseAnswerSchema = z.object({
  id: z.uuid(),
  number: z.number().int(),
  version: z.number().int(),
});

export const listCorrectionsSchema = z.strictObject({
  ...pagingShape,
  /** "open" waits for somebody. */
  state: optional(z.enum([...correctionStates, "open"])),
  metric: optional(metricCode()),
  organization: optional(id()),
  record: optional(id()),
  sort: z.enum(["-number", "number", "requestedAt"]).default("-number"),
});

const said = z.object({
  metricCode: z.string(),
  metricZh: z.string(),
  metricEn: z.string(),
  unitZh: z.string(),
  unitEn: z.string(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  year: z.number().int(),
  occurredOn: z.string(),
  quantity: z.string(),
  naturalKey: z.string().nullable(),
  file: z.object({ id: z.uuid(), name: z.string(), sha256: z.string() }).nullable(),
});
export type SaidView = z.output<typeof said>;

export const correctionRowSchema = z.object({
  id: z.uuid(),
  number: z.number().int(),
  state: z.enum(correctionStates),
  reasonCode: z.enum(correctionReasons),
  recordId: z.uuid(),
  title: z.string(),
  metricZh: z.string(),
  metricEn: z.string(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  oldQuantity: z.string(),
  /** Null: the number stays. */
  newQuantity: z.string().nullable(),
  withdraws: z.boolean(),
  requestedAt: z.string(),
  decidedAt: z.string().nullable(),
});
export type CorrectionRow = z.output<typeof correctionRowSchema>;
export const correctionListSchema = pageOf(correctionRowSchema);

const effect = z.object({
  metricCode: z.string(),
  year: z.number().int(),
  /** Null: the alliance. */
  organizationId: z.uuid().nullable(),
  before: z.string(),
  after: z.string(),
  recordsBefore: z.number().int(),
  recordsAfter: z.number().int(),
});

export const namedEffectSchema = effect.extend({
  organizationName: z.string().nullable(),
  metricZh: z.string(),
  metricEn: z.string(),
  unitZh: z.string(),
  unitEn: z.string(),
  /** Sums of people or firms: at most so many are different ones. Effects kept earlier do not say. */
  atMost: z.boolean().default(false),
});
export type NamedEffect = z.output<typeof namedEffectSchema>;

export const getCorrectionSchema = z.strictObject({ id: id() });

export const correctionSchema = z.object({
  id: z.uuid(),
  number: z.number().int(),
  state: z.enum(correctionStates),
  reasonCode: z.enum(correctionReasons),
  reason: z.string(),
  refusal: z.string().nullable(),
  recordId: z.uuid(),
  title: z.string(),
  published: z.boolean(),
  withdraws: z.boolean(),
  before: said,
  after: said.nullable(),
  files: z.array(z.object({ id: z.uuid(), name: z.string() })),
  mayOpenPapers: z.boolean(),
  effects: z.array(namedEffectSchema),
  project: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  requestedBy: z.string().nullable(),
  requestedAt: z.string(),
  endorsedBy: z.string().nullable(),
  endorsedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  synthetic: z.boolean(),
  version: z.number().int(),
  may: z.object({
    endorse: z.boolean(),
    apply: z.boolean(),
    refuse: z.boolean(),
    withdraw: z.boolean(),
  }),
});
export type Correction = z.output<typeof correctionSchema>;

export const recordHistorySchema = z.strictObject({ recordId: id() });
export const recordHistoryOutput = z.object({
  record: z.object({
    id: z.uuid(),
    title: z.string(),
    version: z.number().int(),
    said,
  }),
  versions: z.array(
    said.extend({
      version: z.number().int(),
      until: z.string(),
      caseId: z.uuid(),
      caseNumber: z.number().int(),
    }),
  ),
  open: z.object({ id: z.uuid(), number: z.number().int() }).nullable(),
  /** May the reader open the cases, and ask for a new one? */
  mayOpen: z.boolean(),
  mayRequest: z.boolean(),
});
export type RecordHistory = z.output<typeof recordHistoryOutput>;

export const correctionMarksSchema = z.strictObject({
  metric: optional(metricCode()),
  from: optional(calendarYear()),
  to: optional(calendarYear()),
});
export const correctionMarkSchema = z.object({
  metricCode: z.string(),
  year: z.number().int(),
  caseId: z.uuid(),
  number: z.number().int(),
  appliedAt: z.string(),
});
export type CorrectionMark = z.output<typeof correctionMarkSchema>;

export const asOfSchema = z.strictObject({
  day: day(),
  metric: optional(metricCode()),
  from: optional(calendarYear()),
  to: optional(calendarYear()),
  organization: optional(id()),
});
export const asOfOutput = z.object({
  day: z.string(),
  /** The first day of which totals are known; null: of none. */
  firstDay: z.string().nullable(),
  items: z.array(
    z.object({
      metricCode: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      unitZh: z.string(),
      unitEn: z.string(),
      year: z.number().int(),
      past: z.string(),
      pastRecords: z.number().int(),
      now: z.string(),
      nowRecords: z.number().int(),
      corrections: z.array(z.object({ caseId: z.uuid(), number: z.number().int() })),
    }),
  ),
});
export type AsOf = z.output<typeof asOfOutput>;
