import { loaderOf } from "@/lib/platform/corridor/loader";
import { getSetQuery, listSetsQuery } from "./procedures";

export const loadIndicatorSets = loaderOf(listSetsQuery);
export const loadIndicatorSet = loaderOf(getSetQuery);
