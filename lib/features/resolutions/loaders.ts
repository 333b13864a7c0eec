import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import {
  followUpQuery,
  getResolutionQuery,
  getThreadsQuery,
  listResolutionsQuery,
} from "./procedures";

export const loadResolutions = loaderOf(listResolutionsQuery);
export const loadResolution = loaderOf(getResolutionQuery);
export const loadThreads = loaderOf(getThreadsQuery);
export const loadFollowUp = loaderOf(followUpQuery);
