"use server";

import { formAction } from "@/lib/platform/corridor/action";
import { recordEventCommand } from "./procedures";

export const recordEventAction = formAction(recordEventCommand);
