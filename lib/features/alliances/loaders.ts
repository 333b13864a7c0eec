import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { frame, get, list, structure } from "./procedures";

export const loadAlliances = loaderOf(list);
export const loadFrame = loaderOf(frame);
export const loadAlliance = loaderOf(get);
export const loadStructure = loaderOf(structure);
