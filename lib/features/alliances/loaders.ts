import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { get, list, structure } from "./procedures";

export const loadAlliances = loaderOf(list);
export const loadAlliance = loaderOf(get);
export const loadStructure = loaderOf(structure);
