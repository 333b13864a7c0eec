"use server";

import { formAction } from "@/lib/platform/corridor/action";
import { declareInterestCommand, endInterestCommand } from "./procedures";

export const declareInterestAction = formAction(declareInterestCommand);
export const endInterestAction = formAction(endInterestCommand);
