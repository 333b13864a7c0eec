import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { getMinutesQuery } from "./procedures";

export const loadMinutes = loaderOf(getMinutesQuery);
