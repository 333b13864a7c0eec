import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { listTargetsQuery } from "./procedures";

export const loadTargets = loaderOf(listTargetsQuery);
