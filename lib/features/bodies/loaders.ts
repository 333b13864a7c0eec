import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { getRosterQuery, listBodiesQuery } from "./procedures/roster";
import { getBodyRulesQuery, getDraftQuery, listRulesQuery } from "./procedures/rule-sets";
import { bodySeatsQuery, termRadarQuery } from "./procedures/seats";

export const loadBodies = loaderOf(listBodiesQuery);
export const loadRoster = loaderOf(getRosterQuery);
export const loadRules = loaderOf(listRulesQuery);
export const loadBodyRules = loaderOf(getBodyRulesQuery);
export const loadRuleDraft = loaderOf(getDraftQuery);
export const loadBodySeats = loaderOf(bodySeatsQuery);
export const loadRadar = loaderOf(termRadarQuery);
