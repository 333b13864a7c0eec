"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  applyCorrectionCommand,
  endorseCorrectionCommand,
  refuseCorrectionCommand,
  requestCorrectionCommand,
  withdrawCorrectionCommand,
} from "./procedures";

export const requestCorrectionAction = formAction(requestCorrectionCommand);
export const endorseCorrectionAction = formAction(endorseCorrectionCommand);
export const applyCorrectionAction = formAction(applyCorrectionCommand);
export const refuseCorrectionAction = formAction(refuseCorrectionCommand);
export const withdrawCorrectionAction = formAction(withdrawCorrectionCommand);
