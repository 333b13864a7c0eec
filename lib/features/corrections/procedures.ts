import { z } from "zod";
import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import {
  applyCorrection,
  applyRefusals,
  endorseCorrection,
  moveRefusals,
  refuseCorrection,
  withdrawCorrection,
} from "./commands/decide";
import { requestCorrection, requestRefusals } from "./commands/request";
import { totalsAsOf } from "./queries/as-of";
import { getCorrection } from "./queries/get";
import { recordHistory } from "./queries/history";
import { listCorrections } from "./queries/list";
import { listMarks } from "./queries/marks";
import {
  asOfOutput,
  asOfSchema,
  caseAnswerSchema,
  caseMoveSchema,
  correctionListSchema,
  correctionMarkSchema,
  correctionMarksSchema,
  correctionSchema,
  getCorrectionSchema,
  listCorrectionsSchema,
  recordHistoryOutput,
  recordHistorySchema,
  refuseCorrectionSchema,
  requestCorrectionSchema,
} from "./schema";

const place = "tenant" as const;
const path = "/alliances/{alliance}/corrections" as const;
const one = `${path}/{id}` as const;

export const listCorrectionsQuery = defineQuery({
  id: "corrections.list",
  path,
  place,
  summary: "Corrections of approved figures, newest first",
  permission: permission("figure.read_unapproved"),
  input: listCorrectionsSchema,
  output: correctionListSchema,
  run: listCorrections,
});

export const exportCorrectionsQuery = defineWhole(listCorrectionsQuery, {
  id: "corrections.export",
  summary: "The filtered list of corrections as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "correction",
  own: (row) => [row.organizationId],
});

export const getCorrectionQuery = defineQuery({
  id: "corrections.get",
  path: one,
  place,
  summary: "One correction: old and new, its impact on the totals, and who decided",
  permission: permission("figure.read_unapproved"),
  input: getCorrectionSchema,
  output: correctionSchema,
  run: getCorrection,
});

export const recordHistoryQuery = defineQuery({
  id: "corrections.history",
  path: "/alliances/{alliance}/outcomes/{recordId}/history",
  place,
  summary: "What an approved record said before its corrections",
  permission: permission("figure.read_approved"),
  input: recordHistorySchema,
  output: recordHistoryOutput,
  run: recordHistory,
});

export const correctionMarksQuery = defineQuery({
  id: "corrections.marks",
  path: "/alliances/{alliance}/correction-marks",
  place,
  summary: "Numbers of the corrections behind each metric and year",
  permission: permission("figure.read_approved"),
  input: correctionMarksSchema,
  output: z.object({ items: z.array(correctionMarkSchema) }),
  run: listMarks,
});

export const totalsAsOfQuery = defineQuery({
  id: "corrections.totals",
  path: "/alliances/{alliance}/totals/{day}",
  place,
  summary: "Approved totals as they were shown at the end of a day, beside those of now",
  permission: permission("figure.read_approved"),
  input: asOfSchema,
  output: asOfOutput,
  run: totalsAsOf,
});

export const requestCorrectionCommand = defineCommand({
  id: "corrections.request",
  path,
  place,
  summary: "Asks for a correction of an approved figure",
  permission: permission("figure.request_correction"),
  refusals: requestRefusals,
  input: requestCorrectionSchema,
  output: caseAnswerSchema,
  run: requestCorrection,
});

export const endorseCorrectionCommand = defineCommand({
  id: "corrections.endorse",
  path: `${one}/endorse`,
  place,
  summary: "The first of two persons agrees to a correction",
  permission: permission("figure.decide_correction"),
  refusals: moveRefusals,
  input: caseMoveSchema,
  output: caseAnswerSchema,
  run: endorseCorrection,
});

export const applyCorrectionCommand = defineCommand({
  id: "corrections.apply",
  path: `${one}/apply`,
  place,
  summary: "The second of two persons agrees: the figure changes and its old version is kept",
  permission: permission("figure.decide_correction"),
  refusals: applyRefusals,
  input: caseMoveSchema,
  output: caseAnswerSchema,
  run: applyCorrection,
});

export const refuseCorrectionCommand = defineCommand({
  id: "corrections.refuse",
  path: `${one}/refuse`,
  place,
  summary: "Refuses a correction with a reason",
  permission: permission("figure.decide_correction"),
  refusals: moveRefusals,
  input: refuseCorrectionSchema,
  output: caseAnswerSchema,
  run: refuseCorrection,
});

export const withdrawCorrectionCommand = defineCommand({
  id: "corrections.withdraw",
  path: `${one}/withdraw`,
  place,
  summary: "Takes an own request back",
  permission: permission("figure.request_correction"),
  refusals: moveRefusals,
  input: caseMoveSchema,
  output: caseAnswerSchema,
  run: withdrawCorrection,
});
