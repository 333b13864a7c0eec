import { loaderOf } from "@/lib/platform/corridor/loader";
import { getDeskItemQuery, listDeskQuery } from "./procedures";

export const loadDesk = loaderOf(listDeskQuery);
export const loadDeskItem = loaderOf(getDeskItemQuery);
