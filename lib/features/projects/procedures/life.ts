import { permission } from "@/lib/features/access/policy";
import { defineCommand } from "@/lib/platform/corridor/use-case";
import {
  archiveProject,
  closeProject,
  followProject,
  reportFollowUp,
  requestAcceptance,
  resumeProject,
  settleProject,
  suspendProject,
} from "../commands/life";
import {
  followSchema,
  followUpSchema,
  requestAcceptanceSchema,
  settleSchema,
} from "../schema/life";
import { movedSchema, moveSchema, reasonedMoveSchema } from "../schema/projects";

const place = "tenant" as const;
const output = movedSchema;
const root = "/alliances/{alliance}/projects" as const;

export const suspendProjectCommand = defineCommand({
  id: "projects.suspend",
  path: `${root}/{id}/suspend`,
  place,
  summary: "Suspends a running project, with a reason",
  permission: permission("project.suspend"),
  refusals: ["project-wrong-state"],
  input: reasonedMoveSchema,
  output,
  run: suspendProject,
});

export const resumeProjectCommand = defineCommand({
  id: "projects.resume",
  path: `${root}/{id}/resume`,
  place,
  summary: "A suspended project goes on",
  permission: permission("project.register"),
  refusals: ["project-wrong-state"],
  input: moveSchema,
  output,
  run: resumeProject,
});

export const requestAcceptanceCommand = defineCommand({
  id: "projects.requestAcceptance",
  path: `${root}/{id}/request-acceptance`,
  place,
  summary: "Asks for the acceptance: all milestones are accepted or waived",
  permission: permission("project.update"),
  refusals: ["project-wrong-state", "milestones-open", "rework-open"],
  input: requestAcceptanceSchema,
  output,
  run: requestAcceptance,
});

export const settleProjectCommand = defineCommand({
  id: "projects.settle",
  path: `${root}/{id}/settle`,
  place,
  summary: "Writes the settlement after acceptance, failure or an early end",
  permission: permission("project.update"),
  refusals: ["project-wrong-state"],
  input: settleSchema,
  output,
  run: settleProject,
});

export const closeProjectCommand = defineCommand({
  id: "projects.close",
  path: `${root}/{id}/close`,
  place,
  summary: "Closes a settled project; never by who wrote the settlement",
  permission: permission("project.close"),
  refusals: ["project-wrong-state", "second-person-needed"],
  input: moveSchema,
  output,
  run: closeProject,
});

export const followProjectCommand = defineCommand({
  id: "projects.follow",
  path: `${root}/{id}/follow`,
  place,
  summary: "A closed project goes on reporting what came of it, for some years",
  permission: permission("project.close"),
  refusals: ["project-wrong-state"],
  input: followSchema,
  output,
  run: followProject,
});

export const reportFollowUpCommand = defineCommand({
  id: "projects.followUp",
  path: `${root}/{id}/follow-ups`,
  place,
  summary: "Reports what came of a project in a year after its close",
  permission: permission("project.update"),
  refusals: ["project-wrong-state", "year-ahead", "year-reported"],
  input: followUpSchema,
  output,
  run: reportFollowUp,
});

export const archiveProjectCommand = defineCommand({
  id: "projects.archive",
  path: `${root}/{id}/archive`,
  place,
  summary: "Puts a closed project away, when its years are over",
  permission: permission("project.close"),
  refusals: ["project-wrong-state", "follow-up-goes-on"],
  input: moveSchema,
  output,
  run: archiveProject,
});
