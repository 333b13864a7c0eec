"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  amendTrainingProcedure,
  attendTrainingProcedure,
  reportTrainingProcedure,
} from "./procedures/batches";
import {
  answerCoClaimProcedure,
  decideCoClaimProcedure,
  proposeCoClaimProcedure,
  withdrawCoClaimProcedure,
} from "./procedures/co-claims";
import { judgeDoubleProcedure, scanDoublesProcedure } from "./procedures/doubles";
import {
  amendOutcomeProcedure,
  reportOutcomeProcedure,
  returnOutcomeProcedure,
  verifyOutcomeProcedure,
} from "./procedures/records";

export const reportOutcomeAction = formAction(reportOutcomeProcedure);
export const amendOutcomeAction = formAction(amendOutcomeProcedure);
export const returnOutcomeAction = formAction(returnOutcomeProcedure);
export const verifyOutcomeAction = formAction(verifyOutcomeProcedure);
export const reportTrainingAction = formAction(reportTrainingProcedure);
export const amendTrainingAction = formAction(amendTrainingProcedure);
export const attendTrainingAction = formAction(attendTrainingProcedure);
export const proposeCoClaimAction = formAction(proposeCoClaimProcedure);
export const answerCoClaimAction = formAction(answerCoClaimProcedure);
export const decideCoClaimAction = formAction(decideCoClaimProcedure);
export const withdrawCoClaimAction = formAction(withdrawCoClaimProcedure);
export const judgeDoubleAction = formAction(judgeDoubleProcedure);
export const scanDoublesAction = formAction(scanDoublesProcedure);
