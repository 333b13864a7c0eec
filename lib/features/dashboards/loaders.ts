import { loaderOf } from "@/lib/platform/corridor/loader";
import { getDashboardProcedure, partsProcedure } from "./procedures";

export const loadDashboard = loaderOf(getDashboardProcedure);
export const loadParts = loaderOf(partsProcedure);
