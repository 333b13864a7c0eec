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
} from "./procedures/accounts";
import {
  approveAdministratorCommand,
  approveRoleCommand,
  disableUserCommand,
  enableUserCommand,
  endAdministratorCommand,
  endRoleCommand,
  grantRoleCommand,
  inviteUserCommand,
  proposeAdministratorCommand,
  proposeRoleCommand,
  rejectAdministratorCommand,
  rejectRoleCommand,
  sendLinkCommand,
} from "./procedures/roles";

export const endSessionAction = formAction(endSessionCommand);
export const endOtherSessionsAction = formAction(endOtherSessionsCommand);
export const changePasswordAction = formAction(changePasswordCommand);
export const createKeyAction = formAction(createKeyCommand);
export const endKeyAction = formAction(endKeyCommand);
export const setUpAction = formAction(setUpCommand);
export const requestPasswordLinkAction = formAction(requestPasswordLinkCommand);
export const resetPasswordAction = formAction(resetPasswordCommand);
export const disableUserAction = formAction(disableUserCommand);
export const inviteUserAction = formAction(inviteUserCommand);
export const sendLinkAction = formAction(sendLinkCommand);
export const enableUserAction = formAction(enableUserCommand);
export const grantRoleAction = formAction(grantRoleCommand);
export const endRoleAction = formAction(endRoleCommand);
export const proposeRoleAction = formAction(proposeRoleCommand);
export const approveRoleAction = formAction(approveRoleCommand);
export const rejectRoleAction = formAction(rejectRoleCommand);
export const proposeAdministratorAction = formAction(proposeAdministratorCommand);
export const approveAdministratorAction = formAction(approveAdministratorCommand);
export const rejectAdministratorAction = formAction(rejectAdministratorCommand);
export const endAdministratorAction = formAction(endAdministratorCommand);
