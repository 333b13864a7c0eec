import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import {
  assignExpert,
  assignRefusals,
  declareRefusals,
  declareSeat,
  releaseExpert,
  releaseRefusals,
  scoreRefusals,
  scoreSubject,
} from "../commands/experts";
import { decideVeto, findVeto, recordVisit } from "../commands/findings";
import { answerObjection, answerRefusals, assignTask, objectTo } from "../commands/objections";
import { desk, getSeat } from "../queries/desk";
import {
  answerObjectionInput,
  assignExpertInput,
  assignTaskInput,
  changed,
  decideVetoInput,
  declareSeatInput,
  deskInput,
  deskOutput,
  findVetoInput,
  getSeatInput,
  objectInput,
  recordVisitInput,
  releaseExpertInput,
  scoreInput,
  seatOutput,
} from "../schema/rounds";

const place = "tenant" as const;
const root = "/alliances/{alliance}" as const;
const subject = `${root}/evaluation-subjects/{subjectId}` as const;
const seat = `${root}/evaluation-seats/{seatId}` as const;
const output = changed;

export const deskQuery = defineQuery({
  id: "evaluations.desk",
  path: `${root}/evaluation-seats`,
  place,
  summary: "What the caller is asked to judge as an expert",
  permission: permission("evaluation.score"),
  input: deskInput,
  output: deskOutput,
  run: desk,
});

export const getSeatQuery = defineQuery({
  id: "evaluations.getSeat",
  path: seat,
  place,
  summary: "One subject before its expert; papers open once no conflict is declared",
  permission: permission("evaluation.score"),
  input: getSeatInput,
  output: seatOutput,
  run: getSeat,
});

export const assignExpertCommand = defineCommand({
  id: "evaluations.assignExpert",
  path: `${root}/evaluations/{roundId}/experts`,
  place,
  summary: "Asks an expert about every subject that nothing ties him to",
  permission: permission("evaluation.manage"),
  refusals: assignRefusals,
  input: assignExpertInput,
  output,
  run: assignExpert,
});

export const releaseExpertCommand = defineCommand({
  id: "evaluations.releaseExpert",
  path: `${root}/evaluations/{roundId}/experts/release`,
  place,
  summary: "Takes an expert off every subject for which no sheet was handed in",
  permission: permission("evaluation.manage"),
  refusals: releaseRefusals,
  input: releaseExpertInput,
  output,
  run: releaseExpert,
});

export const declareSeatCommand = defineCommand({
  id: "evaluations.declare",
  path: `${seat}/declare`,
  place,
  summary: "Declares no conflict with a subject, or which one",
  permission: permission("evaluation.score"),
  refusals: declareRefusals,
  input: declareSeatInput,
  output,
  run: declareSeat,
});

export const scoreSubjectCommand = defineCommand({
  id: "evaluations.score",
  path: `${seat}/marks`,
  place,
  summary: "An expert's sheet for one subject: blind, once and for good",
  permission: permission("evaluation.score"),
  refusals: scoreRefusals,
  input: scoreInput,
  output,
  run: scoreSubject,
});

export const recordVisitCommand = defineCommand({
  id: "evaluations.visit",
  path: `${subject}/visits`,
  place,
  summary: "Records what was seen on the spot",
  permission: permission("evaluation.visit"),
  refusals: ["evaluation-wrong-state", "day-in-future"],
  input: recordVisitInput,
  output,
  run: recordVisit,
});

export const findVetoCommand = defineCommand({
  id: "evaluations.findVeto",
  path: `${subject}/vetoes`,
  place,
  summary: "Finds a veto; another person decides about it",
  permission: permission("evaluation.find_veto"),
  refusals: ["evaluation-wrong-state", "evaluation-veto-there"],
  input: findVetoInput,
  output,
  run: findVeto,
});

export const decideVetoCommand = defineCommand({
  id: "evaluations.decideVeto",
  path: `${root}/evaluation-vetoes/{vetoId}/decision`,
  place,
  summary: "Confirms or dismisses a veto that another person found",
  permission: permission("evaluation.find_veto"),
  refusals: ["evaluation-wrong-state", "evaluation-same-person"],
  input: decideVetoInput,
  output,
  run: decideVeto,
});

export const objectCommand = defineCommand({
  id: "evaluations.object",
  path: `${subject}/objections`,
  place,
  summary: "Objects to one's own result within five working days",
  permission: permission("evaluation.object"),
  refusals: ["evaluation-wrong-state", "evaluation-objections-over"],
  input: objectInput,
  output,
  run: objectTo,
});

export const answerObjectionCommand = defineCommand({
  id: "evaluations.answerObjection",
  path: `${root}/evaluation-objections/{objectionId}/answer`,
  place,
  summary:
    "Answers an objection; upheld, one value is put right and all results are drawn up again",
  permission: permission("evaluation.answer_objection"),
  refusals: answerRefusals,
  input: answerObjectionInput,
  output,
  run: answerObjection,
});

export const assignTaskCommand = defineCommand({
  id: "evaluations.assignTask",
  path: `${subject}/tasks`,
  place,
  summary: "Gives a task of rectification with a named person and a day",
  permission: permission("evaluation.manage"),
  refusals: [
    "evaluation-wrong-state",
    "due-in-past",
    "person-unknown",
    "not-a-member-organization",
    "resolution-over",
  ],
  input: assignTaskInput,
  output,
  run: assignTask,
});
