"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  amendOutcomeProcedure,
  reportOutcomeProcedure,
  returnOutcomeProcedure,
  verifyOutcomeProcedure,
} from "./procedures";

export const reportOutcomeAction = formAction(reportOutcomeProcedure);
export const amendOutcomeAction = formAction(amendOutcomeProcedure);
export const returnOutcomeAction = formAction(returnOutcomeProcedure);
export const verifyOutcomeAction = formAction(verifyOutcomeProcedure);
