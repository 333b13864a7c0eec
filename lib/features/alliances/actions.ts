"use server";
import { formAction } from "@/lib/platform/corridor/action";
import { applyStructureTemplate, savePositionLabels, updateProfile } from "./procedures";

export const updateAllianceAction = formAction(updateProfile);
export const savePositionLabelsAction = formAction(savePositionLabels);
export const applyStructureTemplateAction = formAction(applyStructureTemplate);
