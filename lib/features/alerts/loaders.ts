import { loaderOf } from "@/lib/platform/corridor/loader";
import { listAlertsQuery, listRaisingsQuery } from "./procedures";

export const loadAlerts = loaderOf(listAlertsQuery);
export const loadRaisings = loaderOf(listRaisingsQuery);
