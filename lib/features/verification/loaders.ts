import { loaderOf } from "@/lib/platform/corridor/loader";
import { getDeskItemQuery, listDeskQuery } from "./procedures/desk";
import { getSampleQuery, listSamplesQuery, listVisitsQuery } from "./procedures/samples";

export const loadDesk = loaderOf(listDeskQuery);
export const loadDeskItem = loaderOf(getDeskItemQuery);
export const loadSamples = loaderOf(listSamplesQuery);
export const loadSample = loaderOf(getSampleQuery);
export const loadVisits = loaderOf(listVisitsQuery);
