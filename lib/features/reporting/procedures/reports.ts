import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { saveCells } from "../commands/cells";
import { lockCell } from "../commands/lock";
import { exceptReport, exemptReport } from "../commands/marks";
import {
  approveReport,
  returnReport,
  takeReport,
  unapproveReport,
  unverifyReport,
  verifyReport,
} from "../commands/steps";
import { submitReport } from "../commands/submit";
import { getReport, listChanges } from "../queries/report";
import {
  changesOutput,
  exceptReportInput,
  getReportInput,
  getReportOutput,
  lockCellInput,
  lockCellOutput,
  reportOutput,
  reportStepInput,
  returnReportInput,
  saveCellsInput,
  saveCellsOutput,
  submitReportInput,
  undoReportInput,
  verifyReportInput,
} from "../schema/reports";

const path = "/alliances/{alliance}/obligations/{obligationId}" as const;
const place = "tenant" as const;
const shut = ["cycle-not-open", "cycle-closed", "obligation-ended", "obligation-exempt"] as const;

export const getReportQuery = defineQuery({
  id: "obligations.get",
  path,
  place,
  summary: "One report: its cells with three periods before, findings, and what the caller may do",
  permission: permission("cycle.read"),
  input: getReportInput,
  output: getReportOutput,
  run: getReport,
});

export const listChangesQuery = defineQuery({
  id: "obligations.changes",
  path: `${path}/changes`,
  place,
  summary: "Every content that each cell of a report had, with its author",
  permission: permission("cycle.read"),
  input: getReportInput,
  output: changesOutput,
  run: listChanges,
});

export const saveCellsCommand = defineCommand({
  id: "obligations.save",
  path: `${path}/cells`,
  place,
  summary: "Saves cells of a report as they were typed or pasted, each answered by itself",
  permission: permission("figure.enter"),
  refusals: [...shut, "wrong-state"],
  input: saveCellsInput,
  output: saveCellsOutput,
  run: saveCells,
});

export const lockCellCommand = defineCommand({
  id: "obligations.lock",
  path: `${path}/lock`,
  place,
  summary: "Holds a cell while somebody types in it",
  permission: permission("figure.enter"),
  refusals: ["wrong-state"],
  input: lockCellInput,
  output: lockCellOutput,
  run: lockCell,
});

export const submitReportCommand = defineCommand({
  id: "obligations.submit",
  path: `${path}/submit`,
  place,
  summary: "The head of reporting hands a report in, or declares that there is nothing to report",
  permission: permission("obligation.submit"),
  refusals: ["wrong-state", ...shut, "checks-block", "reasons-missing", "nil-with-values"],
  input: submitReportInput,
  output: reportOutput,
  run: submitReport,
});

export const takeReportCommand = defineCommand({
  id: "obligations.take",
  path: `${path}/take`,
  place,
  summary: "The secretariat begins to check a report",
  permission: permission("figure.return"),
  refusals: ["wrong-state", "own-figure", "nothing-owed"],
  input: reportStepInput,
  output: reportOutput,
  run: takeReport,
});

export const returnReportCommand = defineCommand({
  id: "obligations.return",
  path: `${path}/return`,
  place,
  summary: "Returns cells of a report, each with its reason",
  permission: permission("figure.return"),
  refusals: ["wrong-state", "own-figure", "nothing-owed", "cell-unknown"],
  input: returnReportInput,
  output: reportOutput,
  run: returnReport,
});

export const verifyReportCommand = defineCommand({
  id: "obligations.verify",
  path: `${path}/verify`,
  place,
  summary: "Verifies a report all of whose cells were looked at",
  permission: permission("figure.verify"),
  refusals: ["wrong-state", "own-figure", "nothing-owed", "cells-unseen"],
  input: verifyReportInput,
  output: reportOutput,
  run: verifyReport,
});

export const unverifyReportCommand = defineCommand({
  id: "obligations.unverify",
  path: `${path}/unverify`,
  place,
  summary: "Takes a verification back to the desk",
  permission: permission("figure.verify"),
  refusals: ["wrong-state", "own-figure"],
  input: undoReportInput,
  output: reportOutput,
  run: unverifyReport,
});

export const approveReportCommand = defineCommand({
  id: "obligations.approve",
  path: `${path}/approve`,
  place,
  summary: "Another person approves a verified report",
  permission: permission("obligation.approve"),
  refusals: ["wrong-state", "own-figure", "nothing-owed", "second-person-needed"],
  input: reportStepInput,
  output: reportOutput,
  run: approveReport,
});

export const unapproveReportCommand = defineCommand({
  id: "obligations.unapprove",
  path: `${path}/unapprove`,
  place,
  summary: "Takes an approval back, where the level above has none",
  permission: permission("obligation.approve"),
  refusals: ["wrong-state", "own-figure", "cycle-approved"],
  input: undoReportInput,
  output: reportOutput,
  run: unapproveReport,
});

export const exemptReportCommand = defineCommand({
  id: "obligations.exempt",
  path: `${path}/exempt`,
  place,
  summary: "Exempts an organization from a cycle by a decision with its reason",
  permission: permission("cycle.manage"),
  refusals: ["wrong-state", "nothing-owed"],
  input: undoReportInput,
  output: reportOutput,
  run: exemptReport,
});

export const exceptReportCommand = defineCommand({
  id: "obligations.except",
  path: `${path}/except`,
  place,
  summary: "Opens a report of a closed cycle until a day, with the reason",
  permission: permission("cycle.manage"),
  refusals: ["wrong-state", "nothing-owed", "exception-in-past"],
  input: exceptReportInput,
  output: reportOutput,
  run: exceptReport,
});
