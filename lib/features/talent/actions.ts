"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  changeDemandCommand,
  confirmDemandCommand,
  giveBackDemandCommand,
  openDemandCommand,
  postDemandCommand,
  renewDemandCommand,
  saveOccupationCommand,
  submitDemandCommand,
  withdrawDemandCommand,
} from "./procedures/demands";
import {
  carryOutAdjustmentCommand,
  discardReportCommand,
  draftReportCommand,
  endorseAdjustmentCommand,
  proposeAdjustmentCommand,
  publishReportCommand,
  refuseAdjustmentCommand,
  reviewReportCommand,
  withdrawAdjustmentCommand,
} from "./procedures/reports";
import {
  agreeMatchCommand,
  changeSupplyCommand,
  confirmBureauCommand,
  confirmSchoolCommand,
  contactMatchCommand,
  dropMatchCommand,
  enterSupplyCommand,
  giveBackSupplyCommand,
  publishSupplyCommand,
  recordResultCommand,
  suggestMatchCommand,
} from "./procedures/supply";

export const changeDemandAction = formAction(changeDemandCommand);
export const confirmDemandAction = formAction(confirmDemandCommand);
export const giveBackDemandAction = formAction(giveBackDemandCommand);
export const openDemandAction = formAction(openDemandCommand);
export const postDemandAction = formAction(postDemandCommand);
export const renewDemandAction = formAction(renewDemandCommand);
export const saveOccupationAction = formAction(saveOccupationCommand);
export const submitDemandAction = formAction(submitDemandCommand);
export const withdrawDemandAction = formAction(withdrawDemandCommand);
export const carryOutAdjustmentAction = formAction(carryOutAdjustmentCommand);
export const discardReportAction = formAction(discardReportCommand);
export const draftReportAction = formAction(draftReportCommand);
export const endorseAdjustmentAction = formAction(endorseAdjustmentCommand);
export const proposeAdjustmentAction = formAction(proposeAdjustmentCommand);
export const publishReportAction = formAction(publishReportCommand);
export const refuseAdjustmentAction = formAction(refuseAdjustmentCommand);
export const reviewReportAction = formAction(reviewReportCommand);
export const withdrawAdjustmentAction = formAction(withdrawAdjustmentCommand);
export const agreeMatchAction = formAction(agreeMatchCommand);
export const changeSupplyAction = formAction(changeSupplyCommand);
export const confirmBureauAction = formAction(confirmBureauCommand);
export const confirmSchoolAction = formAction(confirmSchoolCommand);
export const contactMatchAction = formAction(contactMatchCommand);
export const dropMatchAction = formAction(dropMatchCommand);
export const enterSupplyAction = formAction(enterSupplyCommand);
export const giveBackSupplyAction = formAction(giveBackSupplyCommand);
export const publishSupplyAction = formAction(publishSupplyCommand);
export const recordResultAction = formAction(recordResultCommand);
export const suggestMatchAction = formAction(suggestMatchCommand);
