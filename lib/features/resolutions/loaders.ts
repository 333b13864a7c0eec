import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import {
  followUpQuery,
  getResolutionQuery,
  getThreadQuery,
  listResolutionsQuery,
} from "./procedures";

export const loadResolutions = loaderOf(listResolutionsQuery);
export const loadResolution = loaderOf(getResolutionQuery);
export const loadThread = loaderOf(getThreadQuery);
export const loadFollowUp = loaderOf(followUpQuery);
