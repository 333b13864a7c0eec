"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  addIndicatorCommand,
  createSchemeCommand,
  nextEditionCommand,
  publishSchemeCommand,
  removeIndicatorCommand,
  updateIndicatorCommand,
  updateSchemeCommand,
} from "./procedures/schemes";

export const createSchemeAction = formAction(createSchemeCommand);
export const updateSchemeAction = formAction(updateSchemeCommand);
export const addIndicatorAction = formAction(addIndicatorCommand);
export const updateIndicatorAction = formAction(updateIndicatorCommand);
export const removeIndicatorAction = formAction(removeIndicatorCommand);
export const publishSchemeAction = formAction(publishSchemeCommand);
export const nextEditionAction = formAction(nextEditionCommand);
