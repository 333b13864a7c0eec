import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { approveCycle, createCycle, syncCycle, unapproveCycle } from "../commands/cycles";
import { remindReports } from "../commands/remind";
import { coverage, listCycles, listObligations } from "../queries/cycles";
import {
  coverageInput,
  coverageOutput,
  createCycleInput,
  cycleOutput,
  cycleStepInput,
  listCyclesInput,
  listCyclesOutput,
  listObligationsInput,
  listObligationsOutput,
  remindInput,
  remindOutput,
  syncCycleInput,
  undoCycleInput,
} from "../schema/cycles";

const path = "/alliances/{alliance}/reporting-cycles" as const;
const place = "tenant" as const;

export const listCyclesQuery = defineQuery({
  id: "cycles.list",
  path,
  place,
  summary: "Rounds of reporting with how far they are",
  permission: permission("cycle.read"),
  input: listCyclesInput,
  output: listCyclesOutput,
  run: listCycles,
});

export const coverageQuery = defineQuery({
  id: "cycles.coverage",
  path: "/alliances/{alliance}/reporting-coverage",
  place,
  summary: "Organizations by cycles, with the state of each report",
  permission: permission("cycle.read"),
  input: coverageInput,
  output: coverageOutput,
  run: coverage,
});

export const exportCoverageQuery = defineWhole(coverageQuery, {
  id: "cycles.exportCoverage",
  summary: "Organizations by cycles as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "obligation",
  own: (row) => [row.organizationId],
});

export const listObligationsQuery = defineQuery({
  id: "obligations.list",
  path: "/alliances/{alliance}/obligations",
  place,
  summary: "Reports that are due or wait, the oldest day first",
  permission: permission("cycle.read"),
  input: listObligationsInput,
  output: listObligationsOutput,
  run: listObligations,
});

export const exportObligationsQuery = defineWhole(listObligationsQuery, {
  id: "obligations.export",
  summary: "The filtered list of due reports as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "obligation",
  own: (row) => [row.organizationId],
});

export const createCycleCommand = defineCommand({
  id: "cycles.create",
  path,
  place,
  summary: "Opens a round of reporting with what every member owes in it",
  permission: permission("cycle.manage"),
  refusals: ["set-not-in-force", "cycle-exists"],
  input: createCycleInput,
  output: cycleOutput,
  run: createCycle,
});

export const syncCycleCommand = defineCommand({
  id: "cycles.sync",
  path: `${path}/{cycleId}/sync`,
  place,
  summary: "Lets the obligations follow members that came or went",
  permission: permission("cycle.manage"),
  refusals: ["cycle-approved"],
  input: syncCycleInput,
  output: cycleOutput,
  run: syncCycle,
});

export const approveCycleCommand = defineCommand({
  id: "cycles.approve",
  path: `${path}/{cycleId}/approve`,
  place,
  summary: "The alliance approves a cycle all of whose members are approved or exempt",
  permission: permission("obligation.approve"),
  isolation: "serializable",
  refusals: ["wrong-state", "members-not-approved"],
  input: cycleStepInput,
  output: cycleOutput,
  run: approveCycle,
});

export const unapproveCycleCommand = defineCommand({
  id: "cycles.unapprove",
  path: `${path}/{cycleId}/unapprove`,
  place,
  summary: "Takes the alliance's approval of a cycle back",
  permission: permission("obligation.approve"),
  refusals: ["wrong-state"],
  input: undoCycleInput,
  output: cycleOutput,
  run: unapproveCycle,
});

export const remindReportsCommand = defineCommand({
  id: "cycles.remind",
  path: "/alliances/{alliance}/reporting-reminders",
  place,
  summary: "Reminds of reports that are due or overdue, each person once",
  permission: permission("cycle.manage"),
  refusals: [],
  input: remindInput,
  output: remindOutput,
  run: remindReports,
});
