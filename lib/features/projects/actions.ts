"use server";
import { formAction } from "@/lib/platform/corridor/action";
import {
  answerPartyProcedure,
  askAgainProcedure,
  createProjectProcedure,
  registerProjectProcedure,
  rejectProjectProcedure,
  requestSupplementProcedure,
  startProjectProcedure,
  supplementProcedure,
  withdrawProjectProcedure,
} from "./procedures";

export const createProjectAction = formAction(createProjectProcedure);
export const answerPartyAction = formAction(answerPartyProcedure);
export const askAgainAction = formAction(askAgainProcedure);
export const requestSupplementAction = formAction(requestSupplementProcedure);
export const supplementAction = formAction(supplementProcedure);
export const registerProjectAction = formAction(registerProjectProcedure);
export const startProjectAction = formAction(startProjectProcedure);
export const rejectProjectAction = formAction(rejectProjectProcedure);
export const withdrawProjectAction = formAction(withdrawProjectProcedure);
