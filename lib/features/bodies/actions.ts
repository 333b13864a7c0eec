"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  activateRulesCommand,
  answerRuleCommand,
  dateDraftCommand,
  proposeRulesCommand,
  withdrawDraftCommand,
} from "./procedures/rule-sets";
import {
  addCompositionCommand,
  addSeatsCommand,
  appointCommand,
  confirmEndingCommand,
  endCompositionCommand,
  endDelegateCommand,
  nameDelegateCommand,
  openTermCommand,
  proposeEndingCommand,
  rejectEndingCommand,
} from "./procedures/seats";

export const proposeRulesAction = formAction(proposeRulesCommand);
export const answerRuleAction = formAction(answerRuleCommand);
export const dateDraftAction = formAction(dateDraftCommand);
export const withdrawDraftAction = formAction(withdrawDraftCommand);
export const activateRulesAction = formAction(activateRulesCommand);
export const addSeatsAction = formAction(addSeatsCommand);
export const openTermAction = formAction(openTermCommand);
export const appointAction = formAction(appointCommand);
export const nameDelegateAction = formAction(nameDelegateCommand);
export const endDelegateAction = formAction(endDelegateCommand);
export const proposeEndingAction = formAction(proposeEndingCommand);
export const confirmEndingAction = formAction(confirmEndingCommand);
export const rejectEndingAction = formAction(rejectEndingCommand);
export const addCompositionAction = formAction(addCompositionCommand);
export const endCompositionAction = formAction(endCompositionCommand);
