"use server";

import { formAction } from "@/lib/platform/corridor/action";
import * as ballots from "./procedures/ballots";
import * as run from "./procedures/run";

export const prepareVoteAction = formAction(run.prepareVoteCommand);
export const leaveBlockAction = formAction(run.leaveBlockCommand);
export const openVoteAction = formAction(run.openVoteCommand);
export const extendVoteAction = formAction(run.extendVoteCommand);
export const closeVoteAction = formAction(run.closeVoteCommand);
export const decideTieAction = formAction(run.decideTieCommand);
export const declareVoteAction = formAction(run.declareVoteCommand);
export const abortVoteAction = formAction(run.abortVoteCommand);
export const voidVoteAction = formAction(run.voidVoteCommand);
export const challengeVoteAction = formAction(run.challengeVoteCommand);
export const answerChallengeAction = formAction(run.answerChallengeCommand);
export const castBallotAction = formAction(ballots.castBallotCommand);
export const castSecretBallotAction = formAction(ballots.castSecretBallotCommand);
export const demandMeetingAction = formAction(ballots.demandMeetingCommand);
export const enterPaperAction = formAction(ballots.enterPaperCommand);
export const confirmPaperAction = formAction(ballots.confirmPaperCommand);
export const countHandsAction = formAction(ballots.countHandsCommand);
