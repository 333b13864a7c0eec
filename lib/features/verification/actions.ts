"use server";

import { formAction } from "@/lib/platform/corridor/action";
import { approveCommand, endEvidenceCommand, takeBackCommand } from "./procedures/desk";
import {
  closeSampleCommand,
  drawSampleCommand,
  findInSampleCommand,
  recordVisitCommand,
} from "./procedures/samples";

export const approveAction = formAction(approveCommand);
export const takeBackAction = formAction(takeBackCommand);
export const endEvidenceAction = formAction(endEvidenceCommand);
export const drawSampleAction = formAction(drawSampleCommand);
export const findInSampleAction = formAction(findInSampleCommand);
export const closeSampleAction = formAction(closeSampleCommand);
export const recordVisitAction = formAction(recordVisitCommand);
