import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { answerByLink, inviteParty, keepPartner, recallProject } from "../commands/party-links";
import { remindPartners } from "../commands/remind-partners";
import { readByLink } from "../queries/by-link";
import {
  answerByLinkSchema,
  byLinkAnswer,
  byLinkSchema,
  byLinkView,
  inviteAnswer,
  inviteSchema,
  keepPartnerSchema,
} from "../schema/life";
import {
  movedSchema,
  moveSchema,
  registrationInputSchema,
  remindedSchema,
} from "../schema/projects";

const place = "tenant" as const;
const output = movedSchema;
const root = "/alliances/{alliance}/projects" as const;
const link = "/alliances/{alliance}/project-links/{token}" as const;

export const recallProjectCommand = defineCommand({
  id: "projects.recall",
  path: `${root}/{id}/recall`,
  place,
  summary: "Takes the question to the partners back, when 14 days have passed without an answer",
  permission: permission("project.update"),
  refusals: ["project-wrong-state", "answer-days-run"],
  input: moveSchema,
  output,
  run: recallProject,
});

export const invitePartyCommand = defineCommand({
  id: "projects.invite",
  path: `${root}/{id}/invite`,
  place,
  summary:
    "Makes an address by which the representative of a party answers once, without an account",
  permission: permission("project.update"),
  refusals: ["project-wrong-state", "party-already-answered"],
  secretAnswer: true,
  input: inviteSchema,
  output: inviteAnswer,
  run: inviteParty,
});

export const byLinkQuery = defineQuery({
  id: "projects.byLink",
  path: link,
  place,
  summary: "What a representative reads before answering by the link",
  permission: permission("project.answer_by_link"),
  input: byLinkSchema,
  output: byLinkView,
  run: readByLink,
});

export const answerByLinkCommand = defineCommand({
  id: "projects.answerByLink",
  path: `${link}/answer`,
  place,
  summary: "Answers for a party by the link, once",
  permission: permission("project.answer_by_link"),
  refusals: ["project-wrong-state", "party-already-answered", "answer-link-used"],
  limits: [{ per: "visitor", count: 20, seconds: 600 }],
  input: answerByLinkSchema,
  output: byLinkAnswer,
  run: answerByLink,
});

export const keepPartnerCommand = defineCommand({
  id: "projects.keepPartner",
  path: `${root}/{id}/keep-partner`,
  place,
  summary: "The lead goes on with a partner that has left the alliance",
  permission: permission("project.update"),
  refusals: ["already-done"],
  input: keepPartnerSchema,
  output,
  run: keepPartner,
});

export const remindPartnersCommand = defineCommand({
  id: "projects.remindPartners",
  path: "/alliances/{alliance}/partner-reminders",
  place,
  summary: "Writes to leads whose partner left the alliance thirty days ago and was not replaced",
  permission: permission("project.register"),
  refusals: [],
  input: registrationInputSchema,
  output: remindedSchema,
  run: remindPartners,
});
