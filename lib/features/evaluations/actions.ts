"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  answerObjectionCommand,
  assignExpertCommand,
  assignTaskCommand,
  decideVetoCommand,
  declareSeatCommand,
  findVetoCommand,
  objectCommand,
  recordVisitCommand,
  releaseExpertCommand,
  scoreSubjectCommand,
} from "./procedures/judging";
import {
  openRoundCommand,
  ratifyRoundCommand,
  returnSelfCommand,
  saveSelfCommand,
  sendBackCommand,
  stepRoundCommand,
  submitSelfCommand,
  verifyEntryCommand,
  verifyRestCommand,
} from "./procedures/rounds";
import {
  addIndicatorCommand,
  createSchemeCommand,
  nextEditionCommand,
  publishSchemeCommand,
  removeIndicatorCommand,
  updateIndicatorCommand,
  updateSchemeCommand,
} from "./procedures/schemes";

export const createSchemeAction = formAction(createSchemeCommand);
export const updateSchemeAction = formAction(updateSchemeCommand);
export const addIndicatorAction = formAction(addIndicatorCommand);
export const updateIndicatorAction = formAction(updateIndicatorCommand);
export const removeIndicatorAction = formAction(removeIndicatorCommand);
export const publishSchemeAction = formAction(publishSchemeCommand);
export const nextEditionAction = formAction(nextEditionCommand);
export const openRoundAction = formAction(openRoundCommand);
export const stepRoundAction = formAction(stepRoundCommand);
export const ratifyRoundAction = formAction(ratifyRoundCommand);
export const sendBackAction = formAction(sendBackCommand);
export const saveSelfAction = formAction(saveSelfCommand);
export const submitSelfAction = formAction(submitSelfCommand);
export const returnSelfAction = formAction(returnSelfCommand);
export const verifyEntryAction = formAction(verifyEntryCommand);
export const verifyRestAction = formAction(verifyRestCommand);
export const assignExpertAction = formAction(assignExpertCommand);
export const releaseExpertAction = formAction(releaseExpertCommand);
export const declareSeatAction = formAction(declareSeatCommand);
export const scoreSubjectAction = formAction(scoreSubjectCommand);
export const recordVisitAction = formAction(recordVisitCommand);
export const findVetoAction = formAction(findVetoCommand);
export const decideVetoAction = formAction(decideVetoCommand);
export const objectAction = formAction(objectCommand);
export const answerObjectionAction = formAction(answerObjectionCommand);
export const assignTaskAction = formAction(assignTaskCommand);
