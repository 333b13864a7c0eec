import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { confirmCorrection, proposeCorrection, rejectCorrection } from "../commands/correct";
import {
  endByNotice,
  giveNotice,
  noticeRefusals,
  recordNotice,
  revokeNotice,
} from "../commands/notice";
import { warnMember } from "../commands/warn";
import { readExit } from "../queries/exit";
import { readCertificate, readSleeping } from "../queries/life";
import {
  certificateInput,
  certificateOutput,
  correctionOutput,
  decideCorrectionInput,
  endByNoticeOutput,
  exitInput,
  exitOutput,
  exitStepInput,
  exitViewOutput,
  giveNoticeInput,
  proposeCorrectionInput,
  recordNoticeInput,
  sleepingInput,
  sleepingOutput,
  warnInput,
  warnOutput,
} from "../schema/life";

const root = "/alliances/{alliance}";
const member = `${root}/members/{membershipId}` as const;

export const exitQuery = defineQuery({
  id: "memberships.exit",
  path: `${member}/exit`,
  place: "tenant",
  summary: "Notice, open items and corrections of one membership",
  permission: permission("membership.read_history"),
  input: exitInput,
  output: exitViewOutput,
  run: readExit,
});

export const certificateQuery = defineQuery({
  id: "memberships.certificate",
  path: `${member}/certificate`,
  place: "tenant",
  summary: "The membership certificate, as the register stands today",
  permission: permission("membership.read_history"),
  input: certificateInput,
  output: certificateOutput,
  run: readCertificate,
});

export const sleepingQuery = defineQuery({
  id: "memberships.sleeping",
  path: `${root}/members/sleeping`,
  place: "tenant",
  summary: "Members without any act in twelve months, as a proposal",
  permission: permission("membership.propose_lapse"),
  input: sleepingInput,
  output: sleepingOutput,
  run: readSleeping,
});

export const giveNoticeCommand = defineCommand({
  id: "memberships.giveNotice",
  path: `${member}/notice`,
  place: "tenant",
  summary: "The member gives written notice of its withdrawal",
  permission: permission("membership.withdraw"),
  refusals: noticeRefusals,
  input: giveNoticeInput,
  output: exitOutput,
  run: giveNotice,
});

export const recordNoticeCommand = defineCommand({
  id: "memberships.recordNotice",
  path: `${member}/notice/record`,
  place: "tenant",
  summary: "Enters a written notice that came on paper, with its scan",
  permission: permission("membership.record_notice"),
  refusals: noticeRefusals,
  input: recordNoticeInput,
  output: exitOutput,
  run: recordNotice,
});

export const revokeNoticeCommand = defineCommand({
  id: "memberships.revokeNotice",
  path: `${root}/exits/{exitId}/revoke`,
  place: "tenant",
  summary: "The member takes its notice back",
  permission: permission("membership.withdraw"),
  refusals: ["wrong-state"],
  input: exitStepInput,
  output: exitOutput,
  run: revokeNotice,
});

export const endByNoticeCommand = defineCommand({
  id: "memberships.endByNotice",
  path: `${root}/exits/{exitId}/end`,
  place: "tenant",
  summary: "Ends a membership by its notice, once nothing blocks it; by a second person",
  permission: permission("membership.terminate"),
  isolation: "serializable",
  refusals: ["wrong-state", "second-person-needed", "exit-blocked", "membership-ended"],
  input: exitStepInput,
  output: endByNoticeOutput,
  run: endByNotice,
});

export const warnCommand = defineCommand({
  id: "memberships.warn",
  path: `${member}/warnings`,
  place: "tenant",
  summary: "Records a dated warning",
  permission: permission("membership.record_notice"),
  refusals: ["membership-ended", "dated-ahead", "dated-too-far-back", "in-approved-period"],
  input: warnInput,
  output: warnOutput,
  run: warnMember,
});

export const proposeCorrectionCommand = defineCommand({
  id: "memberships.proposeCorrection",
  path: `${member}/corrections`,
  place: "tenant",
  summary: "Proposes to set a wrong admission date right",
  permission: permission("membership.correct"),
  refusals: ["correction-same", "correction-after-end", "correction-already-proposed"],
  input: proposeCorrectionInput,
  output: correctionOutput,
  run: proposeCorrection,
});

export const confirmCorrectionCommand = defineCommand({
  id: "memberships.confirmCorrection",
  path: `${root}/corrections/{correctionId}/confirm`,
  place: "tenant",
  summary: "The second person confirms the right admission date",
  permission: permission("membership.correct"),
  refusals: ["wrong-state", "second-person-needed", "correction-after-end"],
  input: decideCorrectionInput,
  output: correctionOutput,
  run: confirmCorrection,
});

export const rejectCorrectionCommand = defineCommand({
  id: "memberships.rejectCorrection",
  path: `${root}/corrections/{correctionId}/reject`,
  place: "tenant",
  summary: "Turns a correction down, or takes it back",
  permission: permission("membership.correct"),
  refusals: ["wrong-state"],
  input: decideCorrectionInput,
  output: correctionOutput,
  run: rejectCorrection,
});
