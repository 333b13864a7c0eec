"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  changeCaseCommand,
  releaseCaseCommand,
  returnCaseCommand,
  selectCaseCommand,
  submitCaseCommand,
  writeCaseCommand,
} from "./procedures/cases";
import {
  acceptSectionCommand,
  createEditionCommand,
  planSectionCommand,
  returnSectionCommand,
  stepEditionCommand,
  submitSectionCommand,
  writeSectionCommand,
} from "./procedures/editions";
import {
  approveEditionCommand,
  confirmNumberCommand,
  publishEditionCommand,
  sendBackCommand,
  signReviewCommand,
  submitEditionCommand,
} from "./procedures/life";

export const createEditionAction = formAction(createEditionCommand);
export const planSectionAction = formAction(planSectionCommand);
export const writeSectionAction = formAction(writeSectionCommand);
export const submitSectionAction = formAction(submitSectionCommand);
export const acceptSectionAction = formAction(acceptSectionCommand);
export const returnSectionAction = formAction(returnSectionCommand);
export const stepEditionAction = formAction(stepEditionCommand);
export const signReviewAction = formAction(signReviewCommand);
export const sendBackAction = formAction(sendBackCommand);
export const approveEditionAction = formAction(approveEditionCommand);
export const submitEditionAction = formAction(submitEditionCommand);
export const publishEditionAction = formAction(publishEditionCommand);
export const confirmNumberAction = formAction(confirmNumberCommand);
export const writeCaseAction = formAction(writeCaseCommand);
export const changeCaseAction = formAction(changeCaseCommand);
export const submitCaseAction = formAction(submitCaseCommand);
export const returnCaseAction = formAction(returnCaseCommand);
export const selectCaseAction = formAction(selectCaseCommand);
export const releaseCaseAction = formAction(releaseCaseCommand);
