import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { projectFundsProcedure } from "./procedures/budgets";
import { getEntryProcedure, listDeskProcedure, listLedgerProcedure } from "./procedures/entries";
import { listSpecialFundsProcedure } from "./procedures/promises";
import {
  fundDoorsProcedure,
  fundSummaryProcedure,
  listYearsProcedure,
  promiseAgeingProcedure,
  taskLedgerProcedure,
} from "./procedures/reports";

export const loadFundSummary = loaderOf(fundSummaryProcedure);
export const loadFundDoors = loaderOf(fundDoorsProcedure);
export const loadLedger = loaderOf(listLedgerProcedure);
export const loadDesk = loaderOf(listDeskProcedure);
export const loadEntry = loaderOf(getEntryProcedure);
export const loadProjectFunds = loaderOf(projectFundsProcedure);
export const loadSpecialFunds = loaderOf(listSpecialFundsProcedure);
export const loadAgeing = loaderOf(promiseAgeingProcedure);
export const loadTaskLedger = loaderOf(taskLedgerProcedure);
export const loadYears = loaderOf(listYearsProcedure);
