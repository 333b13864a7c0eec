import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { frame, get, list, structure } from "./procedures/alliances";
import { getPowerQuery, listPowersQuery } from "./procedures/powers";
import { getBodyQuery } from "./procedures/structure";

export const loadAlliances = loaderOf(list);
export const loadFrame = loaderOf(frame);
export const loadAlliance = loaderOf(get);
export const loadStructure = loaderOf(structure);
export const loadBody = loaderOf(getBodyQuery);
export const loadPowers = loaderOf(listPowersQuery);
export const loadPower = loaderOf(getPowerQuery);
