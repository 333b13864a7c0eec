import { loaderOf } from "@/lib/platform/corridor/loader";
import { getTrainingProcedure, listTrainingsProcedure } from "./procedures/batches";
import { listCoClaimsProcedure } from "./procedures/co-claims";
import { listDoublesProcedure } from "./procedures/doubles";
import {
  getOutcomeProcedure,
  listOutcomesProcedure,
  lookUpOutcomeProcedure,
} from "./procedures/records";

export const loadOutcomes = loaderOf(listOutcomesProcedure);
export const loadOutcome = loaderOf(getOutcomeProcedure);
export const loadLookUp = loaderOf(lookUpOutcomeProcedure);
export const loadTrainings = loaderOf(listTrainingsProcedure);
export const loadTraining = loaderOf(getTrainingProcedure);
export const loadCoClaims = loaderOf(listCoClaimsProcedure);
export const loadDoubles = loaderOf(listDoublesProcedure);
