import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { sendBack, sendBackRefusals } from "../commands/decline";
import {
  openRefusals,
  openRound,
  ratifyRefusals,
  ratifyRound,
  stepRefusals,
  stepRound,
} from "../commands/rounds";
import { returnSelf, saveSelf, selfRefusals, submitSelf } from "../commands/self";
import { verifyEntry, verifyRefusals, verifyRest } from "../commands/verify";
import { getRound, listRounds } from "../queries/rounds";
import { getSubject } from "../queries/subject";
import {
  changed,
  getRoundInput,
  getSubjectInput,
  listRoundsInput,
  openRoundInput,
  ratifyRoundInput,
  returnSelfInput,
  roundOutput,
  roundPage,
  saveSelfInput,
  sendBackInput,
  stepRoundInput,
  subjectOutput,
  submitSelfInput,
  verifyEntryInput,
  verifyRestInput,
} from "../schema/rounds";

const place = "tenant" as const;
const base = "/alliances/{alliance}/evaluations" as const;
const one = `${base}/{roundId}` as const;
const subject = "/alliances/{alliance}/evaluation-subjects/{subjectId}" as const;
const output = changed;

export const listRoundsQuery = defineQuery({
  id: "evaluations.list",
  path: base,
  place,
  summary: "Evaluations: published ones, and those that the caller has a part in",
  permission: permission("evaluation.read"),
  input: listRoundsInput,
  output: roundPage,
  run: listRounds,
});

export const exportRoundsQuery = defineWhole(listRoundsQuery, {
  id: "evaluations.export",
  summary: "The filtered list of evaluations as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "evaluation",
});

export const getRoundQuery = defineQuery({
  id: "evaluations.get",
  path: one,
  place,
  summary:
    "One evaluation with its subjects; totals and places for those inside, grades for all where the scheme says so",
  permission: permission("evaluation.read"),
  input: getRoundInput,
  output: roundOutput,
  run: getRound,
});

export const getSubjectQuery = defineQuery({
  id: "evaluations.getSubject",
  path: subject,
  place,
  summary: "One subject: what was reported, computed and verified, and how every point came about",
  permission: permission("evaluation.read"),
  input: getSubjectInput,
  output: subjectOutput,
  run: getSubject,
});

export const openRoundCommand = defineCommand({
  id: "evaluations.open",
  path: base,
  place,
  summary: "Opens the evaluation of a year by a published scheme",
  permission: permission("evaluation.manage"),
  refusals: openRefusals,
  input: openRoundInput,
  output,
  run: openRound,
});

export const stepRoundCommand = defineCommand({
  id: "evaluations.step",
  path: `${one}/step`,
  place,
  summary: "The next step of an evaluation, when what it needs is there",
  permission: permission("evaluation.manage"),
  refusals: stepRefusals,
  input: stepRoundInput,
  output,
  run: stepRound,
});

export const ratifyRoundCommand = defineCommand({
  id: "evaluations.ratify",
  path: `${one}/ratify`,
  place,
  summary: "Ratifies the result by a resolution of the council that names the evaluation",
  permission: permission("evaluation.ratify"),
  refusals: ratifyRefusals,
  input: ratifyRoundInput,
  output,
  run: ratifyRound,
});

export const sendBackCommand = defineCommand({
  id: "evaluations.sendBack",
  path: `${one}/send-back`,
  place,
  summary: "Takes a result back to its verification by a motion of the council that did not pass",
  permission: permission("evaluation.manage"),
  refusals: sendBackRefusals,
  input: sendBackInput,
  output,
  run: sendBack,
});

export const saveSelfCommand = defineCommand({
  id: "evaluations.saveSelf",
  method: "PUT",
  path: `${subject}/self`,
  place,
  summary: "The draft of a self-evaluation, with its papers",
  permission: permission("evaluation.self_score"),
  refusals: selfRefusals,
  input: saveSelfInput,
  output,
  run: saveSelf,
});

export const submitSelfCommand = defineCommand({
  id: "evaluations.submitSelf",
  path: `${subject}/submit`,
  place,
  summary: "Hands in a self-evaluation",
  permission: permission("evaluation.self_score"),
  refusals: [
    "evaluation-wrong-state",
    "evaluation-self-late",
    "evaluation-self-handed-in",
    "evaluation-self-empty",
  ],
  input: submitSelfInput,
  output,
  run: submitSelf,
});

export const returnSelfCommand = defineCommand({
  id: "evaluations.returnSelf",
  path: `${subject}/return`,
  place,
  summary: "Sends a self-evaluation back with a reason",
  permission: permission("evaluation.verify"),
  refusals: ["evaluation-wrong-state", "evaluation-self-late"],
  input: returnSelfInput,
  output,
  run: returnSelf,
});

export const verifyEntryCommand = defineCommand({
  id: "evaluations.verifyEntry",
  path: `${subject}/verify`,
  place,
  summary: "Verifies one value or the items of one indicator that another person reported",
  permission: permission("evaluation.verify"),
  refusals: verifyRefusals,
  input: verifyEntryInput,
  output,
  run: verifyEntry,
});

export const verifyRestCommand = defineCommand({
  id: "evaluations.verifyRest",
  path: `${subject}/verify-rest`,
  place,
  summary: "Verifies everything else of a subject as it was reported",
  permission: permission("evaluation.verify"),
  refusals: verifyRefusals,
  input: verifyRestInput,
  output,
  run: verifyRest,
});
