import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import {
  getApplicationQuery,
  getCaseQuery,
  listApplicationsQuery,
  listNoticesQuery,
} from "./procedures";

export const loadApplications = loaderOf(listApplicationsQuery);
export const loadApplication = loaderOf(getApplicationQuery);
export const loadCase = loaderOf(getCaseQuery);
export const loadNotices = loaderOf(listNoticesQuery);
