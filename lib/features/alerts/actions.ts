"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  acknowledgeCommand,
  endAlertByLinkCommand,
  endAlertCommand,
  setAlertCommand,
} from "./procedures";

export const setAlertAction = formAction(setAlertCommand);
export const endAlertAction = formAction(endAlertCommand);
export const endAlertByLinkAction = formAction(endAlertByLinkCommand);
export const acknowledgeAction = formAction(acknowledgeCommand);
