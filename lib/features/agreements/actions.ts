"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  createAgreementCommand,
  renewAgreementCommand,
  sealAgreementCommand,
  stepAgreementCommand,
  updateAgreementCommand,
} from "./procedures";

export const createAgreementAction = formAction(createAgreementCommand);
export const updateAgreementAction = formAction(updateAgreementCommand);
export const stepAgreementAction = formAction(stepAgreementCommand);
export const sealAgreementAction = formAction(sealAgreementCommand);
export const renewAgreementAction = formAction(renewAgreementCommand);
