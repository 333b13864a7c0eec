import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { getSchemeQuery, listSchemesQuery } from "./procedures/schemes";

export const loadSchemes = loaderOf(listSchemesQuery);
export const loadScheme = loaderOf(getSchemeQuery);
