import { loaderOf } from "@/lib/platform/corridor/loader";
import { coverageQuery, listCyclesQuery, listObligationsQuery } from "./procedures/cycles";
import { getReportQuery, listChangesQuery } from "./procedures/reports";

export const loadCycles = loaderOf(listCyclesQuery);
export const loadObligations = loaderOf(listObligationsQuery);
export const loadCoverage = loaderOf(coverageQuery);
export const loadReport = loaderOf(getReportQuery);
export const loadReportChanges = loaderOf(listChangesQuery);
