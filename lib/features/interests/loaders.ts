import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { listInterestsQuery } from "./procedures";

export const loadInterests = loaderOf(listInterestsQuery);
