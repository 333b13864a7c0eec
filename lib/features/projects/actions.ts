"use server";
import { formAction } from "@/lib/platform/corridor/action";
import { confirmCreditCommand, setCreditsCommand } from "./procedures/credits";
import {
  decidePowersCommand,
  decideProjectCommand,
  proposePowersCommand,
  proposeRegistrationCommand,
  proposeTerminationCommand,
} from "./procedures/decisions";
import {
  archiveProjectCommand,
  closeProjectCommand,
  followProjectCommand,
  reportFollowUpCommand,
  requestAcceptanceCommand,
  resumeProjectCommand,
  settleProjectCommand,
  suspendProjectCommand,
} from "./procedures/life";
import {
  addExpertCommand,
  closePanelCommand,
  convenePanelCommand,
  declareConflictCommand,
  doneReworkCommand,
  submitScoresCommand,
} from "./procedures/panels";
import {
  answerByLinkCommand,
  invitePartyCommand,
  keepPartnerCommand,
  recallProjectCommand,
} from "./procedures/partners";
import {
  answerPartyProcedure,
  askAgainProcedure,
  createProjectProcedure,
  rejectProjectProcedure,
  requestSupplementProcedure,
  startProjectProcedure,
  supplementProcedure,
  withdrawProjectProcedure,
} from "./procedures/projects";
import {
  acceptMilestoneCommand,
  askToJoinCommand,
  beginMilestoneCommand,
  decideChangeCommand,
  planMilestonesCommand,
  proposeChangeCommand,
  reopenMilestoneCommand,
  reportStatusCommand,
  returnMilestoneCommand,
  submitMilestoneCommand,
  waiveMilestoneCommand,
  withdrawChangeCommand,
} from "./procedures/work";

export const createProjectAction = formAction(createProjectProcedure);
export const answerPartyAction = formAction(answerPartyProcedure);
export const askAgainAction = formAction(askAgainProcedure);
export const requestSupplementAction = formAction(requestSupplementProcedure);
export const supplementAction = formAction(supplementProcedure);
export const startProjectAction = formAction(startProjectProcedure);
export const rejectProjectAction = formAction(rejectProjectProcedure);
export const withdrawProjectAction = formAction(withdrawProjectProcedure);
export const answerByLinkAction = formAction(answerByLinkCommand);
export const archiveProjectAction = formAction(archiveProjectCommand);
export const closeProjectAction = formAction(closeProjectCommand);
export const confirmCreditAction = formAction(confirmCreditCommand);
export const decidePowersAction = formAction(decidePowersCommand);
export const decideProjectAction = formAction(decideProjectCommand);
export const followProjectAction = formAction(followProjectCommand);
export const invitePartyAction = formAction(invitePartyCommand);
export const keepPartnerAction = formAction(keepPartnerCommand);
export const proposePowersAction = formAction(proposePowersCommand);
export const proposeRegistrationAction = formAction(proposeRegistrationCommand);
export const proposeTerminationAction = formAction(proposeTerminationCommand);
export const recallProjectAction = formAction(recallProjectCommand);
export const reportFollowUpAction = formAction(reportFollowUpCommand);
export const requestAcceptanceAction = formAction(requestAcceptanceCommand);
export const resumeProjectAction = formAction(resumeProjectCommand);
export const setCreditsAction = formAction(setCreditsCommand);
export const settleProjectAction = formAction(settleProjectCommand);
export const suspendProjectAction = formAction(suspendProjectCommand);
export const addExpertAction = formAction(addExpertCommand);
export const closePanelAction = formAction(closePanelCommand);
export const convenePanelAction = formAction(convenePanelCommand);
export const declareConflictAction = formAction(declareConflictCommand);
export const doneReworkAction = formAction(doneReworkCommand);
export const submitScoresAction = formAction(submitScoresCommand);
export const acceptMilestoneAction = formAction(acceptMilestoneCommand);
export const askToJoinAction = formAction(askToJoinCommand);
export const beginMilestoneAction = formAction(beginMilestoneCommand);
export const decideChangeAction = formAction(decideChangeCommand);
export const planMilestonesAction = formAction(planMilestonesCommand);
export const proposeChangeAction = formAction(proposeChangeCommand);
export const reopenMilestoneAction = formAction(reopenMilestoneCommand);
export const reportStatusAction = formAction(reportStatusCommand);
export const returnMilestoneAction = formAction(returnMilestoneCommand);
export const submitMilestoneAction = formAction(submitMilestoneCommand);
export const waiveMilestoneAction = formAction(waiveMilestoneCommand);
export const withdrawChangeAction = formAction(withdrawChangeCommand);
