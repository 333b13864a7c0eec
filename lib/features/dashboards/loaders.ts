import { loaderOf } from "@/lib/platform/corridor/loader";
import { getDashboardProcedure } from "./procedures";

export const loadDashboard = loaderOf(getDashboardProcedure);
