"use server";
import { formAction } from "@/lib/platform/corridor/action";
import { applyStructureTemplate, create, savePositionLabels, updateProfile } from "./procedures";

export const createAllianceAction = formAction(create);
export const updateAllianceAction = formAction(updateProfile);
export const savePositionLabelsAction = formAction(savePositionLabels);
export const applyStructureTemplateAction = formAction(applyStructureTemplate);
