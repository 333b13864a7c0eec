import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { getCaseQuery, listCasesQuery } from "./procedures/cases";
import { getEditionQuery, getSectionQuery, listEditionsQuery } from "./procedures/editions";

export const loadEditions = loaderOf(listEditionsQuery);
export const loadEdition = loaderOf(getEditionQuery);
export const loadEditionSection = loaderOf(getSectionQuery);
export const loadCases = loaderOf(listCasesQuery);
export const loadCase = loaderOf(getCaseQuery);
