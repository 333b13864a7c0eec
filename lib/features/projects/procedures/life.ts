import { z } from "zod";
import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { confirmCredit, setCredits } from "../commands/credits";
import { decideProject, proposeRegistration, proposeTermination } from "../commands/decisions";
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
import { answerByLink, inviteParty, keepPartner, recallProject } from "../commands/party-links";
import { decidePowers, proposePowers } from "../commands/powers";
import { readByLink } from "../queries/by-link";
import { creditedProjects } from "../queries/credits";
import { readPowers } from "../queries/powers";
import {
  answerByLinkSchema,
  byLinkAnswer,
  byLinkSchema,
  byLinkView,
  confirmCreditSchema,
  creditedSchema,
  creditedViewSchema,
  followSchema,
  followUpSchema,
  inviteAnswer,
  inviteSchema,
  keepPartnerSchema,
  requestAcceptanceSchema,
  setCreditsSchema,
  settleSchema,
} from "../schema/life";
import {
  decidePowersSchema,
  decideSchema,
  powersAnswer,
  powersViewSchema,
  proposeDecisionSchema,
  proposePowersSchema,
} from "../schema/powers";
import { movedSchema, moveSchema, reasonedMoveSchema } from "../schema/projects";

const place = "tenant" as const;
const output = movedSchema;
const root = "/alliances/{alliance}/projects" as const;
const powers = "/alliances/{alliance}/decision-powers" as const;
const link = "/alliances/{alliance}/project-links/{token}" as const;

export const powersQuery = defineQuery({
  id: "projects.powers",
  path: powers,
  place,
  summary: "The table of powers: who decides about projects of which amount",
  permission: permission("project.read_powers"),
  input: z.strictObject({}),
  output: powersViewSchema,
  run: readPowers,
});

export const proposePowersCommand = defineCommand({
  id: "projects.proposePowers",
  path: powers,
  place,
  summary: "Proposes the next table of powers",
  permission: permission("project.set_powers"),
  refusals: ["powers-already-proposed"],
  input: proposePowersSchema,
  output: powersAnswer,
  run: proposePowers,
});

export const decidePowersCommand = defineCommand({
  id: "projects.decidePowers",
  path: `${powers}/{id}/decide`,
  place,
  summary: "Adopts or drops a proposed table of powers; never by who proposed it",
  permission: permission("project.set_powers"),
  refusals: ["second-person-needed", "already-decided"],
  input: decidePowersSchema,
  output: powersAnswer,
  run: decidePowers,
});

export const proposeRegistrationCommand = defineCommand({
  id: "projects.propose",
  path: `${root}/{id}/propose`,
  place,
  summary: "Puts a checked project to its decision by the table of powers",
  permission: permission("project.register"),
  refusals: ["project-wrong-state", "project-incomplete", "project-needs-review"],
  input: proposeDecisionSchema,
  output,
  run: proposeRegistration,
});

export const proposeTerminationCommand = defineCommand({
  id: "projects.proposeTermination",
  path: `${root}/{id}/propose-termination`,
  place,
  summary: "Puts the early end of a project to its decision",
  permission: permission("project.decide"),
  refusals: ["project-wrong-state", "decision-open"],
  input: proposeDecisionSchema,
  output,
  run: proposeTermination,
});

export const decideProjectCommand = defineCommand({
  id: "projects.decide",
  path: `${root}/{id}/decide`,
  place,
  summary: "Decides what was put: by a second person, or by a resolution of the body above",
  permission: permission("project.decide"),
  refusals: [
    "project-wrong-state",
    "decision-missing",
    "own-project",
    "second-person-needed",
    "resolution-needed",
    "resolution-does-not-fit",
  ],
  input: decideSchema,
  output,
  run: decideProject,
});

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

export const setCreditsCommand = defineCommand({
  id: "projects.setCredits",
  path: `${root}/{id}/credits`,
  place,
  summary: "Says to which alliances a project counts, in shares that make a whole",
  permission: permission("project.credit"),
  refusals: ["credits-not-whole", "credits-without-own", "alliance-unknown"],
  input: setCreditsSchema,
  output,
  run: setCredits,
});

export const creditedQuery = defineQuery({
  id: "projects.credited",
  path: "/alliances/{alliance}/credited-projects",
  place,
  summary: "Projects of other alliances that count here in part",
  permission: permission("project.read_powers"),
  input: creditedSchema,
  output: creditedViewSchema,
  run: creditedProjects,
});

export const confirmCreditCommand = defineCommand({
  id: "projects.confirmCredit",
  path: "/alliances/{alliance}/credited-projects/{projectId}/confirm",
  place,
  summary: "Takes the share of a project that another alliance offers",
  permission: permission("project.credit"),
  refusals: ["already-done", "nothing-offered"],
  input: confirmCreditSchema,
  output: z.object({ projectId: z.uuid() }),
  run: confirmCredit,
});
