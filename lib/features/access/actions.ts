"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  changePasswordCommand,
  createKeyCommand,
  endKeyCommand,
  endOtherSessionsCommand,
  endSessionCommand,
  requestPasswordLinkCommand,
  resetPasswordCommand,
  setUpCommand,
} from "./procedures";

export const endSessionAction = formAction(endSessionCommand);
export const endOtherSessionsAction = formAction(endOtherSessionsCommand);
export const changePasswordAction = formAction(changePasswordCommand);
export const createKeyAction = formAction(createKeyCommand);
export const endKeyAction = formAction(endKeyCommand);
export const setUpAction = formAction(setUpCommand);
export const requestPasswordLinkAction = formAction(requestPasswordLinkCommand);
export const resetPasswordAction = formAction(resetPasswordCommand);
