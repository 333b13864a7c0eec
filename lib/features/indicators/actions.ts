"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  dropSetCommand,
  enforceSetCommand,
  removeIndicatorCommand,
  reviseSetCommand,
  saveIndicatorCommand,
  setRulesCommand,
  startSetCommand,
} from "./procedures";

export const startSetAction = formAction(startSetCommand);
export const reviseSetAction = formAction(reviseSetCommand);
export const saveIndicatorAction = formAction(saveIndicatorCommand);
export const removeIndicatorAction = formAction(removeIndicatorCommand);
export const setRulesAction = formAction(setRulesCommand);
export const enforceSetAction = formAction(enforceSetCommand);
export const dropSetAction = formAction(dropSetCommand);
