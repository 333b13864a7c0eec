import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { followUpQuery, getResolutionQuery, listResolutionsQuery } from "./procedures";

export const loadResolutions = loaderOf(listResolutionsQuery);
export const loadResolution = loaderOf(getResolutionQuery);
export const loadFollowUp = loaderOf(followUpQuery);
