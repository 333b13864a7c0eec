"use server";
import { formAction } from "@/lib/platform/corridor/action";
import {
  assignExpertCommand,
  declareCommand,
  discussCommand,
  opineCommand,
  releaseExpertCommand,
  scoreBidCommand,
} from "./procedures/assess";
import {
  answerObjectionCommand,
  chooseBidCommand,
  objectCommand,
  signAcceptanceCommand,
  signContractCommand,
} from "./procedures/award";
import { submitBidCommand, undertakeCommand, withdrawBidCommand } from "./procedures/bids";
import {
  confirmItemCommand,
  createItemCommand,
  itemToCallCommand,
  updateItemCommand,
  withdrawItemCommand,
} from "./procedures/lists";
import {
  createCallCommand,
  extendCallCommand,
  officeStepCommand,
  openBidsCommand,
  posterStepCommand,
  proposeTermsCommand,
  publishCallCommand,
  updateCallCommand,
} from "./procedures/needs";

export const createCallAction = formAction(createCallCommand);
export const updateCallAction = formAction(updateCallCommand);
export const posterStepAction = formAction(posterStepCommand);
export const officeStepAction = formAction(officeStepCommand);
export const proposeTermsAction = formAction(proposeTermsCommand);
export const publishCallAction = formAction(publishCallCommand);
export const extendCallAction = formAction(extendCallCommand);
export const openBidsAction = formAction(openBidsCommand);
export const undertakeAction = formAction(undertakeCommand);
export const submitBidAction = formAction(submitBidCommand);
export const withdrawBidAction = formAction(withdrawBidCommand);
export const assignExpertAction = formAction(assignExpertCommand);
export const releaseExpertAction = formAction(releaseExpertCommand);
export const declareAction = formAction(declareCommand);
export const opineAction = formAction(opineCommand);
export const scoreBidAction = formAction(scoreBidCommand);
export const discussAction = formAction(discussCommand);
export const chooseBidAction = formAction(chooseBidCommand);
export const objectAction = formAction(objectCommand);
export const answerObjectionAction = formAction(answerObjectionCommand);
export const signContractAction = formAction(signContractCommand);
export const signAcceptanceAction = formAction(signAcceptanceCommand);
export const createItemAction = formAction(createItemCommand);
export const updateItemAction = formAction(updateItemCommand);
export const confirmItemAction = formAction(confirmItemCommand);
export const withdrawItemAction = formAction(withdrawItemCommand);
export const itemToCallAction = formAction(itemToCallCommand);
