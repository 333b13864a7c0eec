import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { closeYear, countersignYear, restateYear, takeBackClosing } from "../commands/years";
import { fundDoors } from "../policy";
import { promiseAgeing } from "../queries/ageing";
import { fundSummary } from "../queries/summary";
import { taskLedger } from "../queries/tasks";
import { listYears } from "../queries/years";
import {
  ageingPageSchema,
  ageingSchema,
  closedYearSchema,
  closeYearSchema,
  fundDoorsInput,
  fundDoorsSchema,
  fundSummarySchema,
  restateYearSchema,
  summarySchema,
  tasksPageSchema,
  tasksSchema,
  yearListSchema,
  yearsSchema,
} from "../schema/reports";

const place = "tenant" as const;

export const fundSummaryProcedure = defineQuery({
  id: "funds.summary",
  path: "/alliances/{alliance}/funds/summary",
  place,
  summary:
    "Promised, received and spent, cash and in kind, by year and organization; never added up",
  permission: permission("fund.read_summary"),
  input: summarySchema,
  output: fundSummarySchema,
  run: fundSummary,
});

export const fundDoorsProcedure = defineQuery({
  id: "funds.doors",
  path: "/alliances/{alliance}/funds/doors",
  place,
  summary: "What of the alliance's money the reader may open",
  permission: permission("fund.read_summary"),
  input: fundDoorsInput,
  output: fundDoorsSchema,
  run: async (_, scope) => fundDoors(scope),
});

export const promiseAgeingProcedure = defineQuery({
  id: "funds.ageing",
  path: "/alliances/{alliance}/funds/ageing",
  place,
  summary: "Promises that are due and have not arrived, by giver and by age",
  permission: permission("ledger.read_whole"),
  input: ageingSchema,
  output: ageingPageSchema,
  run: promiseAgeing,
});

export const exportAgeingQuery = defineWhole(promiseAgeingProcedure, {
  id: "funds.exportAgeing",
  summary: "The promises that are late as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "commitment",
});

export const taskLedgerProcedure = defineQuery({
  id: "funds.tasks",
  path: "/alliances/{alliance}/funds/tasks",
  place,
  summary: "Budget, arrival and execution per task, by department and responsible person",
  permission: permission("ledger.read_whole"),
  input: tasksSchema,
  output: tasksPageSchema,
  run: taskLedger,
});

export const exportTasksQuery = defineWhole(taskLedgerProcedure, {
  id: "funds.exportTasks",
  summary: "The task ledger as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "budget",
});

export const listYearsProcedure = defineQuery({
  id: "years.list",
  path: "/alliances/{alliance}/ledger-years",
  place,
  summary:
    "Ledger years: open, being closed, closed with their figures and restatements; the limits that hold",
  permission: permission("ledger.read_whole"),
  input: yearsSchema,
  output: yearListSchema,
  run: listYears,
});

export const closeYearProcedure = defineCommand({
  id: "years.close",
  path: "/alliances/{alliance}/ledger-years/{year}/close",
  place,
  summary: "Proposes to close a year in which nothing is under way",
  permission: permission("ledger.close_period"),
  refusals: ["year-not-over", "year-has-entries", "year-wrong-state"],
  input: closeYearSchema,
  output: closedYearSchema,
  run: closeYear,
});

export const countersignYearProcedure = defineCommand({
  id: "years.countersign",
  path: "/alliances/{alliance}/ledger-years/{year}/countersign",
  place,
  summary: "Closes a year: its figures are kept and nothing more is posted into it",
  permission: permission("ledger.countersign_period"),
  refusals: ["year-wrong-state", "same-person", "year-has-entries"],
  input: closeYearSchema,
  output: closedYearSchema,
  run: countersignYear,
});

export const takeBackClosingProcedure = defineCommand({
  id: "years.takeBack",
  path: "/alliances/{alliance}/ledger-years/{year}/take-back",
  place,
  summary: "Takes back a proposal to close that is not countersigned",
  permission: permission("ledger.close_period"),
  refusals: ["year-wrong-state"],
  input: closeYearSchema,
  output: closedYearSchema,
  run: takeBackClosing,
});

export const restateYearProcedure = defineCommand({
  id: "years.restate",
  path: "/alliances/{alliance}/ledger-years/{year}/restate",
  place,
  summary: "Lets entries into a closed year by a resolution, with a note beside its figures",
  permission: permission("ledger.restate"),
  refusals: ["year-wrong-state", "restatement-too-long", "restated-already"],
  input: restateYearSchema,
  output: closedYearSchema,
  run: restateYear,
});
