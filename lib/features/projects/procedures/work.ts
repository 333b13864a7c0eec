import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { askToJoin, decideChange, proposeChange, withdrawChange } from "../commands/changes";
import { reportStatus, submitMilestone } from "../commands/evidence";
import {
  acceptMilestone,
  beginMilestone,
  planMilestones,
  reopenMilestone,
  returnMilestone,
  waiveMilestone,
} from "../commands/milestones";
import { projectWork } from "../queries/work";
import {
  decideChangeSchema,
  joinSchema,
  proposeChangeSchema,
  withdrawChangeSchema,
} from "../schema/changes";
import {
  acceptMilestoneSchema,
  moveMilestoneSchema,
  planMilestonesSchema,
  reasonedMilestoneSchema,
  reopenMilestoneSchema,
  reportStatusSchema,
  submitMilestoneSchema,
} from "../schema/milestones";
import { movedSchema } from "../schema/projects";
import { workSchema, workViewSchema } from "../schema/work";

const place = "tenant" as const;
const output = movedSchema;
const root = "/alliances/{alliance}/projects" as const;
const milestone = "/alliances/{alliance}/milestones/{milestoneId}" as const;
const change = "/alliances/{alliance}/project-changes/{changeId}" as const;

export const projectWorkQuery = defineQuery({
  id: "projects.work",
  path: `${root}/{id}/work`,
  place,
  summary: "What is done on a project: milestones, changes, panels, decisions; for those inside",
  permission: permission("project.read_internal"),
  input: workSchema,
  output: workViewSchema,
  run: projectWork,
});

export const planMilestonesCommand = defineCommand({
  id: "milestones.plan",
  path: `${root}/{id}/milestones`,
  place,
  summary: "Writes the milestones of a project before it is decided, or its first ones afterwards",
  permission: permission("milestone.update"),
  refusals: ["project-wrong-state", "milestone-outside"],
  input: planMilestonesSchema,
  output,
  run: planMilestones,
});

export const beginMilestoneCommand = defineCommand({
  id: "milestones.begin",
  path: `${milestone}/begin`,
  place,
  summary: "Work on a milestone begins",
  permission: permission("milestone.update"),
  refusals: ["project-wrong-state", "milestone-wrong-state"],
  input: moveMilestoneSchema,
  output,
  run: beginMilestone,
});

export const submitMilestoneCommand = defineCommand({
  id: "milestones.submit",
  path: `${milestone}/submit`,
  place,
  summary: "Hands a milestone in, with evidence for every criterion",
  permission: permission("milestone.update"),
  refusals: ["project-wrong-state", "milestone-wrong-state", "evidence-for-each"],
  input: submitMilestoneSchema,
  output,
  run: submitMilestone,
});

export const acceptMilestoneCommand = defineCommand({
  id: "milestones.accept",
  path: `${milestone}/accept`,
  place,
  summary: "Accepts a milestone; never by who handed it in",
  permission: permission("milestone.decide"),
  refusals: [
    "project-wrong-state",
    "milestone-wrong-state",
    "second-person-needed",
    "resolution-needed",
    "resolution-does-not-fit",
  ],
  input: acceptMilestoneSchema,
  output,
  run: acceptMilestone,
});

export const returnMilestoneCommand = defineCommand({
  id: "milestones.return",
  path: `${milestone}/return`,
  place,
  summary: "Returns a milestone with a reason",
  permission: permission("milestone.decide"),
  refusals: ["project-wrong-state", "milestone-wrong-state"],
  input: reasonedMilestoneSchema,
  output,
  run: returnMilestone,
});

export const waiveMilestoneCommand = defineCommand({
  id: "milestones.waive",
  path: `${milestone}/waive`,
  place,
  summary: "Does without a milestone, with a reason",
  permission: permission("milestone.decide"),
  refusals: ["project-wrong-state", "milestone-wrong-state"],
  input: reasonedMilestoneSchema,
  output,
  run: waiveMilestone,
});

export const reopenMilestoneCommand = defineCommand({
  id: "milestones.reopen",
  path: `${milestone}/reopen`,
  place,
  summary: "Takes an acceptance back, by the same authority or a higher one",
  permission: permission("milestone.decide"),
  refusals: [
    "project-wrong-state",
    "milestone-wrong-state",
    "resolution-needed",
    "resolution-does-not-fit",
  ],
  input: reopenMilestoneSchema,
  output,
  run: reopenMilestone,
});

export const reportStatusCommand = defineCommand({
  id: "projects.report",
  path: `${root}/{id}/reports`,
  place,
  summary: "Says how a project stands in a quarter: green, amber or red",
  permission: permission("milestone.update"),
  refusals: ["project-wrong-state", "quarter-ahead", "quarter-reported"],
  input: reportStatusSchema,
  output,
  run: reportStatus,
});

export const proposeChangeCommand = defineCommand({
  id: "projects.proposeChange",
  path: `${root}/{id}/changes`,
  place,
  summary: "Asks for a change of the plan, with old and new side by side",
  permission: permission("project.change"),
  refusals: ["project-wrong-state", "nothing-changes", "not-a-member", "project-change-open"],
  input: proposeChangeSchema,
  output,
  run: proposeChange,
});

export const askToJoinCommand = defineCommand({
  id: "projects.join",
  path: `${root}/{id}/join`,
  place,
  summary:
    "Asks the lead to be taken in as a partner, instead of registering the same project again",
  permission: permission("project.join"),
  refusals: [
    "project-wrong-state",
    "nothing-changes",
    "not-a-member",
    "project-change-open",
    "already-a-party",
  ],
  input: joinSchema,
  output,
  run: askToJoin,
});

export const decideChangeCommand = defineCommand({
  id: "projects.decideChange",
  path: `${change}/decide`,
  place,
  summary:
    "Approves or rejects a change; an approved one is carried out and makes a new version of the plan",
  permission: permission("project.decide_change"),
  refusals: [
    "already-decided",
    "project-wrong-state",
    "not-a-member",
    "nothing-changes",
    "second-person-needed",
    "resolution-needed",
    "resolution-does-not-fit",
  ],
  input: decideChangeSchema,
  output,
  run: decideChange,
});

export const withdrawChangeCommand = defineCommand({
  id: "projects.withdrawChange",
  path: `${change}/withdraw`,
  place,
  summary: "Takes a wish for a change back",
  permission: permission("project.change"),
  refusals: ["already-decided"],
  input: withdrawChangeSchema,
  output,
  run: withdrawChange,
});
