"use server";
import { formAction } from "@/lib/platform/corridor/action";
import {
  allowAdvanceProcedure,
  decideBudgetProcedure,
  proposeBudgetProcedure,
  setRulesProcedure,
} from "./procedures/budgets";
import {
  approveEntryProcedure,
  askEntryProcedure,
  checkEntryProcedure,
  createEntryProcedure,
  discardEntryProcedure,
  editEntryProcedure,
  holdEntryProcedure,
  postEntryProcedure,
  rejectEntryProcedure,
  requestSpendingProcedure,
  resumeEntryProcedure,
  reverseEntryProcedure,
  submitEntryProcedure,
} from "./procedures/entries";
import {
  allocateProcedure,
  cancelCommitmentProcedure,
  confirmCommitmentProcedure,
  createCommitmentProcedure,
  createSpecialFundProcedure,
  proveConditionProcedure,
  raiseCommitmentProcedure,
  scheduleCommitmentProcedure,
} from "./procedures/promises";
import {
  closeYearProcedure,
  countersignYearProcedure,
  restateYearProcedure,
  takeBackClosingProcedure,
} from "./procedures/reports";

export const createCommitmentAction = formAction(createCommitmentProcedure);
export const confirmCommitmentAction = formAction(confirmCommitmentProcedure);
export const proveConditionAction = formAction(proveConditionProcedure);
export const raiseCommitmentAction = formAction(raiseCommitmentProcedure);
export const scheduleCommitmentAction = formAction(scheduleCommitmentProcedure);
export const cancelCommitmentAction = formAction(cancelCommitmentProcedure);
export const createSpecialFundAction = formAction(createSpecialFundProcedure);
export const allocateAction = formAction(allocateProcedure);
export const createEntryAction = formAction(createEntryProcedure);
export const requestSpendingAction = formAction(requestSpendingProcedure);
export const editEntryAction = formAction(editEntryProcedure);
export const submitEntryAction = formAction(submitEntryProcedure);
export const discardEntryAction = formAction(discardEntryProcedure);
export const checkEntryAction = formAction(checkEntryProcedure);
export const approveEntryAction = formAction(approveEntryProcedure);
export const postEntryAction = formAction(postEntryProcedure);
export const holdEntryAction = formAction(holdEntryProcedure);
export const resumeEntryAction = formAction(resumeEntryProcedure);
export const askEntryAction = formAction(askEntryProcedure);
export const rejectEntryAction = formAction(rejectEntryProcedure);
export const reverseEntryAction = formAction(reverseEntryProcedure);
export const proposeBudgetAction = formAction(proposeBudgetProcedure);
export const decideBudgetAction = formAction(decideBudgetProcedure);
export const allowAdvanceAction = formAction(allowAdvanceProcedure);
export const setRulesAction = formAction(setRulesProcedure);
export const closeYearAction = formAction(closeYearProcedure);
export const countersignYearAction = formAction(countersignYearProcedure);
export const takeBackClosingAction = formAction(takeBackClosingProcedure);
export const restateYearAction = formAction(restateYearProcedure);
