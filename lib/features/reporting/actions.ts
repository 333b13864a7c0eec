"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  approveCycleCommand,
  createCycleCommand,
  syncCycleCommand,
  unapproveCycleCommand,
} from "./procedures/cycles";
import {
  approveReportCommand,
  exceptReportCommand,
  exemptReportCommand,
  lockCellCommand,
  returnReportCommand,
  saveCellsCommand,
  submitReportCommand,
  takeReportCommand,
  unapproveReportCommand,
  unverifyReportCommand,
  verifyReportCommand,
} from "./procedures/reports";

export const createCycleAction = formAction(createCycleCommand);
export const syncCycleAction = formAction(syncCycleCommand);
export const approveCycleAction = formAction(approveCycleCommand);
export const unapproveCycleAction = formAction(unapproveCycleCommand);
export const saveCellsAction = formAction(saveCellsCommand);
export const lockCellAction = formAction(lockCellCommand);
export const submitReportAction = formAction(submitReportCommand);
export const takeReportAction = formAction(takeReportCommand);
export const returnReportAction = formAction(returnReportCommand);
export const verifyReportAction = formAction(verifyReportCommand);
export const unverifyReportAction = formAction(unverifyReportCommand);
export const approveReportAction = formAction(approveReportCommand);
export const unapproveReportAction = formAction(unapproveReportCommand);
export const exemptReportAction = formAction(exemptReportCommand);
export const exceptReportAction = formAction(exceptReportCommand);
