import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { getApplicationQuery, getCaseQuery, listApplicationsQuery } from "./procedures";

export const loadApplications = loaderOf(listApplicationsQuery);
export const loadApplication = loaderOf(getApplicationQuery);
export const loadCase = loaderOf(getCaseQuery);
