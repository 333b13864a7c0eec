"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  acceptProxyCommand,
  answerCallCommand,
  challengeCommand,
  checkInCommand,
  decideChallengeCommand,
  declareConflictCommand,
  grantProxyCommand,
  heartbeatCommand,
  leaveCommand,
  markAllCommand,
  markLeftCommand,
  markPresentCommand,
  noteDeliveredCommand,
  noteOpenedCommand,
  recordDeclarationCommand,
  recordProxyCommand,
  renewCodeCommand,
  revokeProxyCommand,
} from "./procedures/attend";
import {
  addItemCommand,
  addPaperCommand,
  callOffCommand,
  createMeetingCommand,
  removeItemCommand,
  removePaperCommand,
  rescheduleMeetingCommand,
  sendNoticeCommand,
  shiftItemCommand,
  updateItemCommand,
  updateMeetingCommand,
} from "./procedures/prepare";
import {
  acceptProposalCommand,
  proposeCommand,
  rejectProposalCommand,
  withdrawProposalCommand,
} from "./procedures/proposals";
import { recordMeetingCommand } from "./procedures/record";
import {
  adjournMeetingCommand,
  callAgainCommand,
  closeMeetingCommand,
  focusItemCommand,
  lackQuorumCommand,
  openMeetingCommand,
  refreezeCommand,
  resumeMeetingCommand,
  setChairCommand,
  settleItemCommand,
  startCheckInCommand,
  suspendMeetingCommand,
} from "./procedures/run";

export const recordMeetingAction = formAction(recordMeetingCommand);

export const createMeetingAction = formAction(createMeetingCommand);
export const updateMeetingAction = formAction(updateMeetingCommand);
export const sendNoticeAction = formAction(sendNoticeCommand);
export const rescheduleMeetingAction = formAction(rescheduleMeetingCommand);
export const callOffAction = formAction(callOffCommand);
export const addItemAction = formAction(addItemCommand);
export const updateItemAction = formAction(updateItemCommand);
export const shiftItemAction = formAction(shiftItemCommand);
export const removeItemAction = formAction(removeItemCommand);
export const addPaperAction = formAction(addPaperCommand);
export const removePaperAction = formAction(removePaperCommand);

export const proposeAction = formAction(proposeCommand);
export const acceptProposalAction = formAction(acceptProposalCommand);
export const rejectProposalAction = formAction(rejectProposalCommand);
export const withdrawProposalAction = formAction(withdrawProposalCommand);

export const noteOpenedAction = formAction(noteOpenedCommand);
export const noteDeliveredAction = formAction(noteDeliveredCommand);
export const answerCallAction = formAction(answerCallCommand);
export const renewCodeAction = formAction(renewCodeCommand);
export const checkInAction = formAction(checkInCommand);
export const leaveAction = formAction(leaveCommand);
export const heartbeatAction = formAction(heartbeatCommand);
export const markPresentAction = formAction(markPresentCommand);
export const markAllAction = formAction(markAllCommand);
export const markLeftAction = formAction(markLeftCommand);
export const grantProxyAction = formAction(grantProxyCommand);
export const recordProxyAction = formAction(recordProxyCommand);
export const acceptProxyAction = formAction(acceptProxyCommand);
export const revokeProxyAction = formAction(revokeProxyCommand);
export const declareConflictAction = formAction(declareConflictCommand);
export const recordDeclarationAction = formAction(recordDeclarationCommand);
export const challengeAction = formAction(challengeCommand);
export const decideChallengeAction = formAction(decideChallengeCommand);

export const startCheckInAction = formAction(startCheckInCommand);
export const openMeetingAction = formAction(openMeetingCommand);
export const suspendMeetingAction = formAction(suspendMeetingCommand);
export const resumeMeetingAction = formAction(resumeMeetingCommand);
export const setChairAction = formAction(setChairCommand);
export const refreezeAction = formAction(refreezeCommand);
export const focusItemAction = formAction(focusItemCommand);
export const settleItemAction = formAction(settleItemCommand);
export const closeMeetingAction = formAction(closeMeetingCommand);
export const adjournMeetingAction = formAction(adjournMeetingCommand);
export const lackQuorumAction = formAction(lackQuorumCommand);
export const callAgainAction = formAction(callAgainCommand);
