import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { candidatesQuery } from "./procedures/assess";
import { listItemsQuery } from "./procedures/lists";
import { getCallQuery, listCallsQuery, postingQuery } from "./procedures/needs";

export const loadCalls = loaderOf(listCallsQuery);
export const loadCall = loaderOf(getCallQuery);
export const loadPosting = loaderOf(postingQuery);
export const loadCandidates = loaderOf(candidatesQuery);
export const loadListItems = loaderOf(listItemsQuery);
