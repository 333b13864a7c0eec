"use server";
import { formAction } from "@/lib/platform/corridor/action";
import {
  applyStructureTemplate,
  create,
  savePositionLabels,
  updateProfile,
} from "./procedures/alliances";
import { proposePowerCommand, stepPowerCommand, updatePowerCommand } from "./procedures/powers";
import {
  addBodyCommand,
  addBranchCommand,
  appointManagerCommand,
  dissolveBodyCommand,
  endManagerCommand,
  removeBodyCommand,
  saveEntityCommand,
  saveSharesCommand,
  updateBodyCommand,
} from "./procedures/structure";

export const createAllianceAction = formAction(create);
export const updateAllianceAction = formAction(updateProfile);
export const savePositionLabelsAction = formAction(savePositionLabels);
export const applyStructureTemplateAction = formAction(applyStructureTemplate);
export const addBodyAction = formAction(addBodyCommand);
export const addBranchAction = formAction(addBranchCommand);
export const updateBodyAction = formAction(updateBodyCommand);
export const removeBodyAction = formAction(removeBodyCommand);
export const dissolveBodyAction = formAction(dissolveBodyCommand);
export const saveEntityAction = formAction(saveEntityCommand);
export const saveSharesAction = formAction(saveSharesCommand);
export const appointManagerAction = formAction(appointManagerCommand);
export const endManagerAction = formAction(endManagerCommand);
export const proposePowerAction = formAction(proposePowerCommand);
export const updatePowerAction = formAction(updatePowerCommand);
export const stepPowerAction = formAction(stepPowerCommand);
