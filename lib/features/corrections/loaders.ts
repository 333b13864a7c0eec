import { loaderOf } from "@/lib/platform/corridor/loader";
import {
  getCorrectionQuery,
  listCorrectionsQuery,
  recordHistoryQuery,
  totalsAsOfQuery,
} from "./procedures";

export const loadCorrections = loaderOf(listCorrectionsQuery);
export const loadCorrection = loaderOf(getCorrectionQuery);
export const loadRecordHistory = loaderOf(recordHistoryQuery);
export const loadTotalsAsOf = loaderOf(totalsAsOfQuery);
