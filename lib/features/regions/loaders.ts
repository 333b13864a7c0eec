import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { compareAlliancesProcedure } from "./procedures";

export const loadComparison = loaderOf(compareAlliancesProcedure);
