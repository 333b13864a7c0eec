import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { changes, lookup, mergeOf, merges, preview } from "./procedures";

export const loadLookup = loaderOf(lookup);
export const loadMergePreview = loaderOf(preview);
export const loadMerges = loaderOf(merges);
export const loadMerge = loaderOf(mergeOf);
export const loadChanges = loaderOf(changes);
