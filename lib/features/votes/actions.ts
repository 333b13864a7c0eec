"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  castBallotCommand,
  castSecretBallotCommand,
  confirmPaperCommand,
  countHandsCommand,
  demandMeetingCommand,
  enterPaperCommand,
} from "./procedures/ballots";
import { recordDepartureCommand } from "./procedures/departure";
import {
  abortVoteCommand,
  answerChallengeCommand,
  challengeVoteCommand,
  closeVoteCommand,
  decideTieCommand,
  declareVoteCommand,
  extendVoteCommand,
  leaveBlockCommand,
  openVoteCommand,
  prepareVoteCommand,
  voidVoteCommand,
} from "./procedures/run";

export const prepareVoteAction = formAction(prepareVoteCommand);
export const leaveBlockAction = formAction(leaveBlockCommand);
export const openVoteAction = formAction(openVoteCommand);
export const extendVoteAction = formAction(extendVoteCommand);
export const closeVoteAction = formAction(closeVoteCommand);
export const decideTieAction = formAction(decideTieCommand);
export const declareVoteAction = formAction(declareVoteCommand);
export const abortVoteAction = formAction(abortVoteCommand);
export const voidVoteAction = formAction(voidVoteCommand);
export const challengeVoteAction = formAction(challengeVoteCommand);
export const answerChallengeAction = formAction(answerChallengeCommand);
export const castBallotAction = formAction(castBallotCommand);
export const castSecretBallotAction = formAction(castSecretBallotCommand);
export const demandMeetingAction = formAction(demandMeetingCommand);
export const enterPaperAction = formAction(enterPaperCommand);
export const confirmPaperAction = formAction(confirmPaperCommand);
export const countHandsAction = formAction(countHandsCommand);

export const recordDepartureAction = formAction(recordDepartureCommand);
