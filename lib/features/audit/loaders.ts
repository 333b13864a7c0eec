import { loaderOf } from "@/lib/platform/corridor/loader";
import { listEntriesQuery, verifyChainQuery } from "./procedures";

export const loadEntries = loaderOf(listEntriesQuery);
export const loadChainState = loaderOf(verifyChainQuery);
