"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  addParagraphCommand,
  answerObjectionCommand,
  answerPaperCommand,
  approveErratumCommand,
  circulateCommand,
  confirmCommand,
  draftCommand,
  giveBackCommand,
  objectCommand,
  proposeErratumCommand,
  publishCommand,
  recordSignaturesCommand,
  redraftCommand,
  removeParagraphCommand,
  saveParagraphCommand,
  signCommand,
  submitCommand,
} from "./procedures";

export const draftMinutesAction = formAction(draftCommand);
export const redraftMinutesAction = formAction(redraftCommand);
export const submitMinutesAction = formAction(submitCommand);
export const giveBackMinutesAction = formAction(giveBackCommand);
export const circulateMinutesAction = formAction(circulateCommand);
export const confirmMinutesAction = formAction(confirmCommand);
export const publishMinutesAction = formAction(publishCommand);
export const saveParagraphAction = formAction(saveParagraphCommand);
export const addParagraphAction = formAction(addParagraphCommand);
export const removeParagraphAction = formAction(removeParagraphCommand);
export const objectAction = formAction(objectCommand);
export const answerObjectionAction = formAction(answerObjectionCommand);
export const signMinutesAction = formAction(signCommand);
export const recordSignaturesAction = formAction(recordSignaturesCommand);
export const answerPaperAction = formAction(answerPaperCommand);
export const proposeErratumAction = formAction(proposeErratumCommand);
export const approveErratumAction = formAction(approveErratumCommand);
