import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { attendTraining } from "../commands/attendees";
import { amendTraining, reportTraining } from "../commands/batches";
import { reportRefusals } from "../commands/content";
import { getTraining, listTrainings } from "../queries/batches";
import {
  amendTrainingSchema,
  attendTrainingSchema,
  getTrainingSchema,
  listTrainingsSchema,
  reportTrainingSchema,
  trainingListSchema,
  trainingSchema,
} from "../schema/batches";
import { outcomeAnswerSchema } from "../schema/records";

const path = "/alliances/{alliance}/trainings" as const;

const refusals = [
  ...reportRefusals,
  "not-a-member",
  "duplicate-batch",
  "partner-not-a-member",
] as const;

export const listTrainingsProcedure = defineQuery({
  id: "trainings.list",
  path,
  place: "tenant",
  summary: "Trainings with what counts of them; people of several are at most their sum",
  permission: permission("figure.read_approved"),
  input: listTrainingsSchema,
  output: trainingListSchema,
  run: listTrainings,
});

export const exportTrainingsQuery = defineWhole(listTrainingsProcedure, {
  id: "trainings.export",
  summary: "The filtered list of trainings as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "training",
  own: ({ organization, partner }) => [organization.id, partner?.id],
});

export const getTrainingProcedure = defineQuery({
  id: "trainings.get",
  path: `${path}/{id}`,
  place: "tenant",
  summary: "One training with the records that it proves",
  permission: permission("figure.read_approved"),
  input: getTrainingSchema,
  output: trainingSchema,
  run: getTraining,
});

export const reportTrainingProcedure = defineCommand({
  id: "trainings.report",
  path,
  place: "tenant",
  summary: "Enters one training, which reports its attendances, people and person-days at once",
  permission: permission("figure.enter"),
  refusals,
  input: reportTrainingSchema,
  output: outcomeAnswerSchema,
  run: reportTraining,
});

export const amendTrainingProcedure = defineCommand({
  id: "trainings.amend",
  path: `${path}/{id}/amend`,
  place: "tenant",
  summary:
    "Corrects what was returned of a training, adds what was not known, and submits it again",
  permission: permission("figure.enter"),
  refusals: [
    ...refusals,
    "wrong-state",
    "adjusted-already",
    "batch-closed",
    "batch-facts-closed",
    "batch-number-closed",
    "batch-number-stays",
  ],
  input: amendTrainingSchema,
  output: outcomeAnswerSchema,
  run: amendTraining,
});

export const attendTrainingProcedure = defineCommand({
  id: "trainings.attend",
  path: `${path}/{id}/attendees`,
  place: "tenant",
  summary: "Says who was at a training; identity numbers become salted keys and are kept nowhere",
  permission: permission("figure.enter"),
  refusals: [
    "attendees-unreadable",
    "attendees-too-many",
    "attendees-without-number",
    "attendees-differ",
    "attendees-closed",
  ],
  input: attendTrainingSchema,
  output: outcomeAnswerSchema,
  run: attendTraining,
});
