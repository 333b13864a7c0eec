"use server";
import { formAction } from "@/lib/platform/corridor/action";
import {
  confirmCorrectionCommand,
  endByNoticeCommand,
  giveNoticeCommand,
  proposeCorrectionCommand,
  recordNoticeCommand,
  rejectCorrectionCommand,
  revokeNoticeCommand,
  warnCommand,
} from "./procedures/life";
import { apply, changeRepresentativeOf, endRepresentativeOf } from "./procedures/register";

export const changeRepresentativeAction = formAction(changeRepresentativeOf);
export const endRepresentativeAction = formAction(endRepresentativeOf);
export const applyImportAction = formAction(apply);
export const giveNoticeAction = formAction(giveNoticeCommand);
export const recordNoticeAction = formAction(recordNoticeCommand);
export const revokeNoticeAction = formAction(revokeNoticeCommand);
export const endByNoticeAction = formAction(endByNoticeCommand);
export const warnAction = formAction(warnCommand);
export const proposeCorrectionAction = formAction(proposeCorrectionCommand);
export const confirmCorrectionAction = formAction(confirmCorrectionCommand);
export const rejectCorrectionAction = formAction(rejectCorrectionCommand);
