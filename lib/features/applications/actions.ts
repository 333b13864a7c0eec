"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  admitApplicationCommand,
  announceApplicationCommand,
  answerQuestionCommand,
  askForSupplementCommand,
  createFromApplicationCommand,
  lapseApplicationCommand,
  linkOrganizationCommand,
  putBackApplicationCommand,
  recommendApplicationCommand,
  renewCaseLinkCommand,
  submitApplicationCommand,
  takeApplicationCommand,
  withdrawApplicationCommand,
} from "./procedures";

export const submitApplicationAction = formAction(submitApplicationCommand);
export const answerQuestionAction = formAction(answerQuestionCommand);
export const withdrawApplicationAction = formAction(withdrawApplicationCommand);
export const takeApplicationAction = formAction(takeApplicationCommand);
export const askForSupplementAction = formAction(askForSupplementCommand);
export const linkOrganizationAction = formAction(linkOrganizationCommand);
export const createFromApplicationAction = formAction(createFromApplicationCommand);
export const recommendApplicationAction = formAction(recommendApplicationCommand);
export const lapseApplicationAction = formAction(lapseApplicationCommand);
export const renewCaseLinkAction = formAction(renewCaseLinkCommand);
export const admitApplicationAction = formAction(admitApplicationCommand);
export const announceApplicationAction = formAction(announceApplicationCommand);
export const putBackApplicationAction = formAction(putBackApplicationCommand);
