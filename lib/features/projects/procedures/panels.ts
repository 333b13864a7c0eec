import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { closePanel, doneRework } from "../commands/close-panel";
import { addExpert, convenePanel } from "../commands/convene-panel";
import { declareConflict, submitScores } from "../commands/score-panel";
import { openPanel, reviewDesk } from "../queries/desk";
import { listExperts } from "../queries/experts";
import {
  addExpertSchema,
  closePanelSchema,
  convenePanelSchema,
  declareSchema,
  deskSchema,
  deskViewSchema,
  doneReworkSchema,
  expertsSchema,
  expertsViewSchema,
  getPanelSchema,
  openedPanelSchema,
  submitScoresSchema,
} from "../schema/panels";
import { movedSchema } from "../schema/projects";

const place = "tenant" as const;
const output = movedSchema;
const root = "/alliances/{alliance}/projects" as const;
const panel = "/alliances/{alliance}/project-panels/{panelId}" as const;

export const expertsQuery = defineQuery({
  id: "projects.experts",
  path: `${root}/{id}/experts`,
  place,
  summary: "Experts of the alliance, and which of them are near a party of the project",
  permission: permission("project.manage_review"),
  input: expertsSchema,
  output: expertsViewSchema,
  run: listExperts,
});

export const reviewDeskQuery = defineQuery({
  id: "projects.desk",
  path: "/alliances/{alliance}/project-panels",
  place,
  summary: "The panels in which the caller sits",
  permission: permission("project.review"),
  input: deskSchema,
  output: deskViewSchema,
  run: reviewDesk,
});

export const openPanelQuery = defineQuery({
  id: "projects.panel",
  path: panel,
  place,
  summary: "One panel for one of its experts; documents open with the declaration",
  permission: permission("project.review"),
  input: getPanelSchema,
  output: openedPanelSchema,
  run: openPanel,
});

export const convenePanelCommand = defineCommand({
  id: "projects.convene",
  path: `${root}/{id}/panels`,
  place,
  summary: "Convenes experts: for the review, at half time, or for the acceptance",
  permission: permission("project.manage_review"),
  refusals: [
    "project-wrong-state",
    "odd-number-needed",
    "not-an-expert",
    "expert-of-a-party",
    "panel-open",
  ],
  input: convenePanelSchema,
  output,
  run: convenePanel,
});

export const addExpertCommand = defineCommand({
  id: "projects.addExpert",
  path: `${panel}/experts`,
  place,
  summary: "Adds an expert to a panel, where one has stepped back",
  permission: permission("project.manage_review"),
  refusals: ["panel-closed", "not-an-expert", "expert-of-a-party", "already-on-panel"],
  input: addExpertSchema,
  output,
  run: addExpert,
});

export const declareConflictCommand = defineCommand({
  id: "projects.declareConflict",
  path: `${panel}/declaration`,
  place,
  summary: "An expert declares a conflict or none, before documents open",
  permission: permission("project.review"),
  refusals: ["panel-closed", "already-declared"],
  input: declareSchema,
  output,
  run: declareConflict,
});

export const submitScoresCommand = defineCommand({
  id: "projects.score",
  path: `${panel}/scores`,
  place,
  summary: "An expert hands in the own score sheet, and in an acceptance the vote",
  permission: permission("project.review"),
  refusals: ["panel-closed", "declare-first", "scores-are-in", "sheet-incomplete", "vote-needed"],
  input: submitScoresSchema,
  output,
  run: submitScores,
});

export const closePanelCommand = defineCommand({
  id: "projects.closePanel",
  path: `${panel}/close`,
  place,
  summary: "Closes a panel; its conclusion follows from scores and votes",
  permission: permission("project.manage_review"),
  refusals: ["panel-closed", "panel-not-full", "scores-missing", "rework-needed"],
  input: closePanelSchema,
  output,
  run: closePanel,
});

export const doneReworkCommand = defineCommand({
  id: "projects.reworkDone",
  path: "/alliances/{alliance}/project-rework/{itemId}/done",
  place,
  summary: "The lead says that one line of a rework list is put right",
  permission: permission("milestone.update"),
  refusals: ["project-wrong-state", "already-done"],
  input: doneReworkSchema,
  output,
  run: doneRework,
});
