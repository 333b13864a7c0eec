import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { enterpriseStandingProcedure } from "./procedures";

export const loadStanding = loaderOf(enterpriseStandingProcedure);
