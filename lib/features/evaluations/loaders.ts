import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { deskQuery, getSeatQuery } from "./procedures/judging";
import { getRoundQuery, getSubjectQuery, listRoundsQuery } from "./procedures/rounds";
import { getSchemeQuery, listSchemesQuery } from "./procedures/schemes";

export const loadSchemes = loaderOf(listSchemesQuery);
export const loadScheme = loaderOf(getSchemeQuery);
export const loadRounds = loaderOf(listRoundsQuery);
export const loadRound = loaderOf(getRoundQuery);
export const loadSubject = loaderOf(getSubjectQuery);
export const loadDesk = loaderOf(deskQuery);
export const loadSeat = loaderOf(getSeatQuery);
