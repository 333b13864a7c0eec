"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  bookEquipmentCommand,
  cancelBookingCommand,
  decideBookingCommand,
} from "./procedures/bookings";
import {
  applyPlacementCommand,
  createCallCommand,
  createPairingCommand,
  endPairingCommand,
  stepPlacementCommand,
  visitPairingCommand,
} from "./procedures/parks";
import {
  addEquipmentCommand,
  answerPlatformCommand,
  applyTemplateCommand,
  createPlatformCommand,
  recognisePlatformCommand,
  retireEquipmentCommand,
  setLadderCommand,
  stepPlatformCommand,
  updateComponentCommand,
  updatePlatformCommand,
} from "./procedures/platforms";
import { enrolPromotionCommand, stepPromotionCommand } from "./procedures/promotions";

export const createPlatformAction = formAction(createPlatformCommand);
export const updatePlatformAction = formAction(updatePlatformCommand);
export const answerPlatformAction = formAction(answerPlatformCommand);
export const recognisePlatformAction = formAction(recognisePlatformCommand);
export const stepPlatformAction = formAction(stepPlatformCommand);
export const addEquipmentAction = formAction(addEquipmentCommand);
export const retireEquipmentAction = formAction(retireEquipmentCommand);
export const setLadderAction = formAction(setLadderCommand);
export const enrolPromotionAction = formAction(enrolPromotionCommand);
export const stepPromotionAction = formAction(stepPromotionCommand);
export const applyTemplateAction = formAction(applyTemplateCommand);
export const updateComponentAction = formAction(updateComponentCommand);
export const bookEquipmentAction = formAction(bookEquipmentCommand);
export const decideBookingAction = formAction(decideBookingCommand);
export const cancelBookingAction = formAction(cancelBookingCommand);
export const createPairingAction = formAction(createPairingCommand);
export const endPairingAction = formAction(endPairingCommand);
export const visitPairingAction = formAction(visitPairingCommand);
export const createCallAction = formAction(createCallCommand);
export const applyPlacementAction = formAction(applyPlacementCommand);
export const stepPlacementAction = formAction(stepPlacementCommand);
