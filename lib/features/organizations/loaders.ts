import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { lookup } from "./procedures";

export const loadLookup = loaderOf(lookup);
