"use server";

import { formAction } from "@/lib/platform/corridor/action";
import { createClassCommand, recordYearCommand, setPartnerCommand } from "./procedures";

export const createClassAction = formAction(createClassCommand);
export const recordYearAction = formAction(recordYearCommand);
export const setPartnerAction = formAction(setPartnerCommand);
