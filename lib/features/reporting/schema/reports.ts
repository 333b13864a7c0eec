import { z } from "zod";
import { indicatorKinds, strengths } from "@/lib/features/indicators/types";
import { day, flag, id, prose, version } from "@/lib/kernel/fields";
import { findingKinds } from "../rules/checks";
import { cellAnswers, MOST_CELLS, shownStates, storedStates } from "../types";
import { cycleShape } from "./cycles";

const decimal = z.string().nullable();

const finding = z.object({
  code: z.string(),
  finding: z.enum(findingKinds),
  strength: z.enum(strengths),
  details: z.record(z.string(), z.string()),
});
export type FindingView = z.output<typeof finding>;

const past = z.object({ amount: decimal, denominator: decimal, answer: z.enum(cellAnswers) });

const reportRow = z.object({
  indicatorId: z.uuid(),
  code: z.string(),
  level: z.number().int(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  definition: z.string().nullable(),
  /** None: a heading. */
  kind: z.enum(indicatorKinds).nullable(),
  unitZh: z.string().nullable(),
  unitEn: z.string().nullable(),
  /** Units in which it may be typed. */
  units: z.array(z.string()),
  target: decimal,
  evidence: z.string().nullable(),
  evidenceRequired: z.boolean(),
  computed: z.boolean(),
  seriesCut: z.boolean(),
  cell: z.object({
    answer: z.enum(cellAnswers),
    entered: decimal,
    unit: z.string().nullable(),
    amount: decimal,
    denominator: decimal,
    text: z.string().nullable(),
    reason: z.string().nullable(),
    file: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    returnReason: z.string().nullable(),
    confirmed: z.boolean(),
    version: z.number().int(),
  }),
  /** May its content be changed now? */
  open: z.boolean(),
  /** Of the three periods before, the newest first. */
  before: z.array(past.nullable()),
  /** Of a flow: the amounts of the year up to this period, this one included. */
  yearToDate: decimal,
});
export type ReportRow = z.output<typeof reportRow>;

export const getReportInput = z.strictObject({ obligationId: id() });
export const getReportOutput = z.object({
  id: z.uuid(),
  organization: z.object({ id: z.uuid(), name: z.string() }),
  cycle: z.object(cycleShape),
  state: z.enum(storedStates),
  shown: z.enum(shownStates),
  stateSince: z.string(),
  late: z.boolean(),
  nil: z.boolean(),
  returns: z.number().int(),
  exemptReason: z.string().nullable(),
  exceptionUntil: z.string().nullable(),
  exceptionReason: z.string().nullable(),
  /** Names of the periods before, the newest first. */
  periods: z.array(z.string()),
  rows: z.array(reportRow),
  findings: z.array(finding),
  version: z.number().int(),
  may: z.object({
    save: z.boolean(),
    submit: z.boolean(),
    take: z.boolean(),
    judge: z.boolean(),
    approve: z.boolean(),
    unapprove: z.boolean(),
    unverify: z.boolean(),
    manage: z.boolean(),
  }),
});
export type ReportView = z.output<typeof getReportOutput>;

export const saveCellsInput = z.strictObject({
  obligationId: id(),
  cells: z
    .array(
      z.strictObject({
        indicatorId: id(),
        /** The version that the person saw; 0 where nothing stood there. */
        version: z.number().int().min(0),
        /** Left out: the content stays. */
        typed: z.string().max(4000, "too-long").optional(),
        unit: z.string().max(30).nullable().optional(),
        reason: z.string().max(500, "too-long").nullable().optional(),
        fileId: id().nullable().optional(),
      }),
    )
    .min(1, "required")
    .max(MOST_CELLS, "too-many"),
  /** All of them or none, as a spreadsheet is imported. */
  whole: flag().default(false),
});
export const saveCellsOutput = z.object({
  cells: z.array(
    z.object({
      indicatorId: z.uuid(),
      ok: z.boolean(),
      version: z.number().int(),
      /** Why this cell was not taken. */
      fault: z.string().nullable(),
      /** Who holds the cell, or changed it in the meantime. */
      by: z.string().nullable(),
    }),
  ),
  findings: z.array(finding),
});
export type SavedCells = z.output<typeof saveCellsOutput>;

export const lockCellInput = z.strictObject({
  obligationId: id(),
  indicatorId: id(),
  release: flag().default(false),
});
export const lockCellOutput = z.object({ mine: z.boolean(), by: z.string().nullable() });

export const submitReportInput = z.strictObject({
  obligationId: id(),
  version: version(),
  nil: flag().default(false),
});
export const reportStepInput = z.strictObject({ obligationId: id(), version: version() });
export const returnReportInput = z.strictObject({
  obligationId: id(),
  version: version(),
  cells: z
    .array(z.strictObject({ indicatorId: id(), reason: prose(500) }))
    .min(1, "required")
    .max(MOST_CELLS, "too-many"),
  /** Cells that were found right. */
  confirmed: z.array(id()).max(MOST_CELLS, "too-many").default([]),
});
export const verifyReportInput = z.strictObject({
  obligationId: id(),
  version: version(),
  confirmed: z.array(id()).max(MOST_CELLS, "too-many").default([]),
});
export const undoReportInput = z.strictObject({
  obligationId: id(),
  version: version(),
  reason: prose(500),
});
export const exceptReportInput = z.strictObject({
  obligationId: id(),
  version: version(),
  until: day(),
  reason: prose(500),
});
export const reportOutput = z.object({
  id: z.uuid(),
  state: z.enum(storedStates),
  version: z.number().int(),
});
export type MovedReport = z.output<typeof reportOutput>;

export const changesOutput = z.object({
  id: z.uuid(),
  organization: z.string(),
  cycle: z.string(),
  rows: z.array(
    z.object({
      code: z.string(),
      nameZh: z.string(),
      nameEn: z.string().nullable(),
      /** Contents one after the other, the first one first. */
      versions: z.array(
        z.object({
          version: z.number().int(),
          answer: z.enum(cellAnswers),
          shown: z.string(),
          by: z.string().nullable(),
          at: z.string(),
        }),
      ),
    }),
  ),
});
export type Changes = z.output<typeof changesOutput>;
