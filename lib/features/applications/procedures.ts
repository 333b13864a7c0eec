import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { admitApplication } from "./commands/admit";
import { announceApplication, putBackApplication } from "./commands/announce";
import { answerQuestion, withdrawApplication } from "./commands/case";
import {
  askForSupplement,
  lapseApplication,
  recommendApplication,
  takeApplication,
} from "./commands/check";
import { createFromApplication, linkOrganization } from "./commands/link";
import { renewCaseLink, submitApplication } from "./commands/submit";
import { getApplication, getCase } from "./queries/get";
import { listApplications } from "./queries/list";
import { listNotices } from "./queries/notices";
import {
  admitInput,
  admitOutput,
  announceInput,
  answerInput,
  askInput,
  caseInput,
  caseOutput,
  getInput,
  getOutput,
  linkInput,
  linkOutput,
  listInput,
  listOutput,
  noticesInput,
  noticesOutput,
  putBackInput,
  renewLinkOutput,
  stepInput,
  stepOutput,
  submitInput,
  submitOutput,
  withdrawInput,
} from "./schema";

const root = "/alliances/{alliance}/applications";
const one = `${root}/{applicationId}` as const;
const byLink = `${root}/cases/{token}` as const;

export const listApplicationsQuery = defineQuery({
  id: "applications.list",
  path: root,
  place: "tenant",
  summary: "Applications for membership",
  permission: permission("membership.check"),
  input: listInput,
  output: listOutput,
  run: listApplications,
});

export const exportApplicationsQuery = defineWhole(listApplicationsQuery, {
  id: "applications.export",
  summary: "The filtered list of applications as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "application",
});

export const getApplicationQuery = defineQuery({
  id: "applications.get",
  path: one,
  place: "tenant",
  summary: "One application with its questions, its decisions and what the register knows",
  permission: permission("membership.check"),
  input: getInput,
  output: getOutput,
  run: getApplication,
});

export const getCaseQuery = defineQuery({
  id: "applications.case",
  path: byLink,
  place: "tenant",
  summary: "The applicant's own application, by case link",
  permission: permission("membership.apply"),
  input: caseInput,
  output: caseOutput,
  run: getCase,
});

export const submitApplicationCommand = defineCommand({
  id: "applications.submit",
  path: root,
  place: "tenant",
  summary: "Applies for membership; gives the case link once",
  permission: permission("membership.apply"),
  refusals: ["already-member", "application-open"],
  // security 4.5; the secretariat enters what came on paper as fast as it likes.
  limits: [{ per: "visitor", count: 3, seconds: 3600 }],
  secretAnswer: true,
  input: submitInput,
  output: submitOutput,
  run: submitApplication,
});

export const answerQuestionCommand = defineCommand({
  id: "applications.answer",
  path: `${byLink}/answer`,
  place: "tenant",
  summary: "The applicant answers the secretariat's question",
  permission: permission("membership.apply"),
  refusals: ["wrong-state"],
  limits: [{ per: "visitor", count: 20, seconds: 3600 }],
  input: answerInput,
  output: stepOutput,
  run: answerQuestion,
});

export const withdrawApplicationCommand = defineCommand({
  id: "applications.withdraw",
  path: `${byLink}/withdraw`,
  place: "tenant",
  summary: "The applicant withdraws",
  permission: permission("membership.apply"),
  refusals: ["wrong-state"],
  limits: [{ per: "visitor", count: 20, seconds: 3600 }],
  input: withdrawInput,
  output: stepOutput,
  run: withdrawApplication,
});

export const takeApplicationCommand = defineCommand({
  id: "applications.take",
  path: `${one}/take`,
  place: "tenant",
  summary: "Begins the formal check",
  permission: permission("membership.check"),
  refusals: ["wrong-state"],
  input: stepInput,
  output: stepOutput,
  run: takeApplication,
});

export const askForSupplementCommand = defineCommand({
  id: "applications.ask",
  path: `${one}/ask`,
  place: "tenant",
  summary: "Asks the applicant to supplement",
  permission: permission("membership.check"),
  refusals: ["wrong-state"],
  input: askInput,
  output: stepOutput,
  run: askForSupplement,
});

export const linkOrganizationCommand = defineCommand({
  id: "applications.link",
  path: `${one}/organization`,
  method: "PUT",
  place: "tenant",
  summary: "Links the application to an organization of the register",
  permission: permission("membership.check"),
  refusals: ["wrong-state", "credit-code-differs", "organization-not-active"],
  input: linkInput,
  output: linkOutput,
  run: linkOrganization,
});

export const createFromApplicationCommand = defineCommand({
  id: "applications.createOrganization",
  path: `${one}/organization`,
  place: "tenant",
  summary: "Enters the applicant in the register and links it",
  permission: permission("membership.check"),
  refusals: ["wrong-state", "duplicate-code", "duplicate-name"],
  input: stepInput,
  output: linkOutput,
  run: createFromApplication,
});

export const recommendApplicationCommand = defineCommand({
  id: "applications.recommend",
  path: `${one}/recommend`,
  place: "tenant",
  summary: "Recommends the application to the council",
  permission: permission("membership.check"),
  refusals: ["wrong-state", "not-in-register", "already-member"],
  input: stepInput,
  output: stepOutput,
  run: recommendApplication,
});

export const lapseApplicationCommand = defineCommand({
  id: "applications.lapse",
  path: `${one}/lapse`,
  place: "tenant",
  summary: "Closes an application whose question stayed unanswered",
  permission: permission("membership.check"),
  refusals: ["wrong-state", "lapse-not-due"],
  input: stepInput,
  output: stepOutput,
  run: lapseApplication,
});

export const renewCaseLinkCommand = defineCommand({
  id: "applications.renewLink",
  path: `${one}/link`,
  place: "tenant",
  summary: "Gives a new case link; the old one stops working",
  permission: permission("membership.check"),
  refusals: [],
  secretAnswer: true,
  input: stepInput,
  output: renewLinkOutput,
  run: renewCaseLink,
});

export const admitApplicationCommand = defineCommand({
  id: "applications.admit",
  path: `${one}/admit`,
  place: "tenant",
  summary: "Lets the admission take effect from the council's resolution",
  permission: permission("membership.decide"),
  isolation: "serializable",
  refusals: [
    "wrong-state",
    "already-member",
    "not-in-register",
    "resolution-not-for-application",
    "resolution-repealed",
    "notice-first",
    "notice-running",
  ],
  input: admitInput,
  output: admitOutput,
  run: admitApplication,
});

export const announceApplicationCommand = defineCommand({
  id: "applications.announce",
  path: `${one}/announce`,
  place: "tenant",
  summary: "Puts a decided admission on public notice, where the rule asks for it",
  permission: permission("membership.decide"),
  refusals: [
    "wrong-state",
    "already-member",
    "not-in-register",
    "resolution-not-for-application",
    "resolution-repealed",
    "notice-not-asked",
  ],
  input: announceInput,
  output: stepOutput,
  run: announceApplication,
});

export const putBackApplicationCommand = defineCommand({
  id: "applications.putBack",
  path: `${one}/put-back`,
  place: "tenant",
  summary: "Ends the public notice after an objection; the council decides again",
  permission: permission("membership.decide"),
  refusals: ["wrong-state"],
  input: putBackInput,
  output: stepOutput,
  run: putBackApplication,
});

export const listNoticesQuery = defineQuery({
  id: "applications.notices",
  path: `${root}/notices`,
  place: "tenant",
  summary: "Admissions on public notice",
  permission: permission("organization.read_public"),
  input: noticesInput,
  output: noticesOutput,
  run: listNotices,
});
