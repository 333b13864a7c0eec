"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  adoptTargetCommand,
  agreeTargetCommand,
  declineTargetCommand,
  setTargetCommand,
  withdrawTargetCommand,
} from "./procedures";

export const setTargetAction = formAction(setTargetCommand);
export const agreeTargetAction = formAction(agreeTargetCommand);
export const declineTargetAction = formAction(declineTargetCommand);
export const adoptTargetAction = formAction(adoptTargetCommand);
export const withdrawTargetAction = formAction(withdrawTargetCommand);
