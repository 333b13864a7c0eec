import { z } from "zod";
import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery, defineStatedQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { answerParty } from "../commands/answer-party";
import { askAgain } from "../commands/ask-again";
import { createProject } from "../commands/create";
import {
  rejectProject,
  requestSupplement,
  startProject,
  supplementProject,
  withdrawProject,
} from "../commands/decide";
import { getProject } from "../queries/get";
import { projectsInFile, projectsStatement } from "../queries/list";
import { registration } from "../queries/registration";
import { similarProjects } from "../queries/similar";
import {
  answerPartySchema,
  askAgainSchema,
  createProjectSchema,
  getProjectSchema,
  listProjectsSchema,
  movedSchema,
  moveSchema,
  projectPageSchema,
  projectSchema,
  reasonedMoveSchema,
  registrationInputSchema,
  registrationSchema,
  similarProjectSchema,
  similarProjectsSchema,
  supplementSchema,
} from "../schema/projects";

const place = "tenant" as const;
const output = movedSchema;

export const listProjectsProcedure = defineStatedQuery({
  id: "projects.list",
  path: "/alliances/{alliance}/projects",
  place,
  summary: "Projects that the reader may see: the registered ones, and one's own in every state",
  permission: permission("project.read_public"),
  input: listProjectsSchema,
  output: projectPageSchema,
  statement: projectsStatement,
});

const projectsInFileQuery = { ...listProjectsProcedure, run: projectsInFile };

export const exportProjectsQuery = defineWhole(projectsInFileQuery, {
  id: "projects.export",
  summary: "The filtered list of projects as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "project",
  own: (row) => [row.lead.id, ...row.partners.map(({ id }) => id)],
});

export const getProjectProcedure = defineQuery({
  id: "projects.get",
  path: "/alliances/{alliance}/projects/{id}",
  place,
  summary: "One project; parties, money and history for those inside",
  permission: permission("project.read_public"),
  input: getProjectSchema,
  output: projectSchema,
  run: getProject,
});

export const similarProjectsProcedure = defineQuery({
  id: "projects.similar",
  path: "/alliances/{alliance}/projects/similar",
  place,
  summary: "Projects that may be the same as the one about to be registered",
  permission: permission("project.create"),
  input: similarProjectsSchema,
  output: z.object({ items: z.array(similarProjectSchema) }),
  run: similarProjects,
});

export const registrationProcedure = defineQuery({
  id: "projects.registration",
  path: "/alliances/{alliance}/projects/registration",
  place,
  summary: "For whom the caller may register a project",
  permission: permission("project.create"),
  input: registrationInputSchema,
  output: registrationSchema,
  run: registration,
});

export const createProjectProcedure = defineCommand({
  id: "projects.create",
  path: "/alliances/{alliance}/projects",
  place,
  summary: "Registers a cooperation project and asks its partners",
  permission: permission("project.create"),
  refusals: ["not-a-member"],
  limits: [{ per: "browser", count: 60, seconds: 60 }],
  input: createProjectSchema,
  output,
  run: createProject,
});

export const answerPartyProcedure = defineCommand({
  id: "projects.answerParty",
  path: "/alliances/{alliance}/projects/{id}/answer",
  place,
  summary: "A party confirms or declines its part",
  permission: permission("project.answer_party"),
  refusals: ["project-wrong-state", "party-already-answered"],
  input: answerPartySchema,
  output,
  run: answerParty,
});

export const askAgainProcedure = defineCommand({
  id: "projects.askAgain",
  path: "/alliances/{alliance}/projects/{id}/ask-again",
  place,
  summary: "Asks the partners again after one has declined",
  permission: permission("project.update"),
  refusals: ["project-wrong-state", "not-a-member"],
  input: askAgainSchema,
  output,
  run: askAgain,
});

export const requestSupplementProcedure = defineCommand({
  id: "projects.requestSupplement",
  path: "/alliances/{alliance}/projects/{id}/request-supplement",
  place,
  summary: "Asks the lead for something that is missing",
  permission: permission("project.register"),
  refusals: ["project-wrong-state"],
  input: reasonedMoveSchema,
  output,
  run: requestSupplement,
});

export const supplementProcedure = defineCommand({
  id: "projects.supplement",
  path: "/alliances/{alliance}/projects/{id}/supplement",
  place,
  summary: "Answers what the secretariat has asked",
  permission: permission("project.update"),
  refusals: ["project-wrong-state"],
  input: supplementSchema,
  output,
  run: supplementProject,
});

export const startProjectProcedure = defineCommand({
  id: "projects.start",
  path: "/alliances/{alliance}/projects/{id}/start",
  place,
  summary: "Work on a registered project has begun",
  permission: permission("project.update"),
  refusals: ["project-wrong-state", "project-starts-later"],
  input: moveSchema,
  output,
  run: startProject,
});

export const rejectProjectProcedure = defineCommand({
  id: "projects.reject",
  path: "/alliances/{alliance}/projects/{id}/reject",
  place,
  summary: "Does not register a project, with a reason",
  permission: permission("project.register"),
  refusals: ["project-wrong-state"],
  input: reasonedMoveSchema,
  output,
  run: rejectProject,
});

export const withdrawProjectProcedure = defineCommand({
  id: "projects.withdraw",
  path: "/alliances/{alliance}/projects/{id}/withdraw",
  place,
  summary: "Takes a project back before it has its number",
  permission: permission("project.update"),
  refusals: ["project-wrong-state"],
  input: reasonedMoveSchema,
  output,
  run: withdrawProject,
});
