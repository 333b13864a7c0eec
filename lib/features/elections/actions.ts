"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  abortBallotCommand,
  answerNominationCommand,
  answerObjectionCommand,
  cancelElectionCommand,
  castPaperCommand,
  checkCandidateCommand,
  closeBallotCommand,
  drawLotCommand,
  fillSeatsCommand,
  nominateCommand,
  objectCommand,
  openBallotCommand,
  planElectionCommand,
  takeStepCommand,
  witnessLotCommand,
} from "./procedures";

export const planElectionAction = formAction(planElectionCommand);
export const takeStepAction = formAction(takeStepCommand);
export const cancelElectionAction = formAction(cancelElectionCommand);
export const nominateAction = formAction(nominateCommand);
export const answerNominationAction = formAction(answerNominationCommand);
export const checkCandidateAction = formAction(checkCandidateCommand);
export const openBallotAction = formAction(openBallotCommand);
export const castPaperAction = formAction(castPaperCommand);
export const closeBallotAction = formAction(closeBallotCommand);
export const abortBallotAction = formAction(abortBallotCommand);
export const drawLotAction = formAction(drawLotCommand);
export const witnessLotAction = formAction(witnessLotCommand);
export const objectAction = formAction(objectCommand);
export const answerObjectionAction = formAction(answerObjectionCommand);
export const fillSeatsAction = formAction(fillSeatsCommand);
