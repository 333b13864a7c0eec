import { loaderOf } from "@/lib/platform/corridor/loader";
import { getOutcomeProcedure, listOutcomesProcedure } from "./procedures";

export const loadOutcomes = loaderOf(listOutcomesProcedure);
export const loadOutcome = loaderOf(getOutcomeProcedure);
