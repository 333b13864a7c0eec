import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { fundSummaryProcedure, listLedgerProcedure } from "./procedures";

export const loadFundSummary = loaderOf(fundSummaryProcedure);
export const loadLedger = loaderOf(listLedgerProcedure);
