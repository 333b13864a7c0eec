"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  addOfferingCommand,
  addPathwayCommand,
  createGroupCommand,
  placeOfferingCommand,
  recordEmploymentCommand,
  recordTransitionCommand,
  removePathwayCommand,
  saveIndustryCommand,
} from "./procedures";

export const addOfferingAction = formAction(addOfferingCommand);
export const placeOfferingAction = formAction(placeOfferingCommand);
export const createGroupAction = formAction(createGroupCommand);
export const addPathwayAction = formAction(addPathwayCommand);
export const recordTransitionAction = formAction(recordTransitionCommand);
export const removePathwayAction = formAction(removePathwayCommand);
export const saveIndustryAction = formAction(saveIndustryCommand);
export const recordEmploymentAction = formAction(recordEmploymentCommand);
