"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  approveCollegeCommand,
  formBoardCommand,
  linkProjectCommand,
  opineCollegeCommand,
  proposeCollegeCommand,
  saveCheckCommand,
  saveSharingCommand,
  signCollegeCommand,
  stepCollegeCommand,
  updateCollegeCommand,
} from "./procedures/colleges";
import {
  acceptItemCommand,
  confirmContributionCommand,
  contributeCommand,
  decideReviewCommand,
  reportItemCommand,
  returnItemCommand,
  saveReviewCommand,
  submitReviewCommand,
} from "./procedures/reviews";

export const proposeCollegeAction = formAction(proposeCollegeCommand);
export const updateCollegeAction = formAction(updateCollegeCommand);
export const saveCheckAction = formAction(saveCheckCommand);
export const saveSharingAction = formAction(saveSharingCommand);
export const signCollegeAction = formAction(signCollegeCommand);
export const opineCollegeAction = formAction(opineCollegeCommand);
export const approveCollegeAction = formAction(approveCollegeCommand);
export const stepCollegeAction = formAction(stepCollegeCommand);
export const formBoardAction = formAction(formBoardCommand);
export const linkProjectAction = formAction(linkProjectCommand);
export const contributeAction = formAction(contributeCommand);
export const confirmContributionAction = formAction(confirmContributionCommand);
export const saveReviewAction = formAction(saveReviewCommand);
export const submitReviewAction = formAction(submitReviewCommand);
export const decideReviewAction = formAction(decideReviewCommand);
export const reportItemAction = formAction(reportItemCommand);
export const acceptItemAction = formAction(acceptItemCommand);
export const returnItemAction = formAction(returnItemCommand);
