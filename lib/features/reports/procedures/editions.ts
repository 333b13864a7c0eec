import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { stepEdition } from "../commands/life";
import { createEdition, planSection } from "../commands/plan";
import { acceptSection, returnSection, submitSection, writeSection } from "../commands/write";
import { getEdition } from "../queries/get";
import { listEditions } from "../queries/list";
import { getSection } from "../queries/section";
import {
  acceptSectionInput,
  createEditionInput,
  editionChanged,
  editionOutput,
  editionPage,
  getEditionInput,
  getSectionInput,
  listEditionsInput,
  planSectionInput,
  returnSectionInput,
  sectionOutput,
  stepEditionInput,
  submitSectionInput,
  writeSectionInput,
} from "../schema/editions";

const place = "tenant" as const;
const base = "/alliances/{alliance}/editions" as const;
const one = `${base}/{editionId}` as const;
const sections = "/alliances/{alliance}/edition-sections/{sectionId}" as const;

export const listEditionsQuery = defineQuery({
  id: "editions.list",
  path: base,
  place,
  summary: "Annual reports: the published ones, and for members those in the making",
  permission: permission("edition.read"),
  input: listEditionsInput,
  output: editionPage,
  run: listEditions,
});

export const exportEditionsQuery = defineWhole(listEditionsQuery, {
  id: "editions.export",
  summary: "The annual reports as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "edition",
});

export const getEditionQuery = defineQuery({
  id: "editions.get",
  path: one,
  place,
  summary: "One annual report: its public chapters, or all of it for those inside",
  permission: permission("edition.read"),
  input: getEditionInput,
  output: editionOutput,
  run: getEdition,
});

export const getSectionQuery = defineQuery({
  id: "editions.section",
  path: sections,
  place,
  summary: "One chapter with its versions",
  permission: permission("edition.read"),
  input: getSectionInput,
  output: sectionOutput,
  run: getSection,
});

export const createEditionCommand = defineCommand({
  id: "editions.create",
  path: base,
  place,
  summary: "Begins the annual report of a year with its chapters",
  permission: permission("edition.manage"),
  refusals: ["edition-exists", "edition-due-order"],
  input: createEditionInput,
  output: editionChanged,
  run: createEdition,
});

export const planSectionCommand = defineCommand({
  id: "editions.plan",
  method: "PUT",
  path: sections,
  place,
  summary: "Gives a chapter to a member with a deadline",
  permission: permission("edition.manage"),
  refusals: ["wrong-state", "not-a-member", "section-has-author"],
  input: planSectionInput,
  output: editionChanged,
  run: planSection,
});

export const writeSectionCommand = defineCommand({
  id: "editions.write",
  path: `${sections}/texts`,
  place,
  summary: "Saves a version of a chapter",
  permission: permission("edition.write"),
  refusals: ["wrong-state"],
  input: writeSectionInput,
  output: editionChanged,
  run: writeSection,
});

export const submitSectionCommand = defineCommand({
  id: "editions.submitSection",
  path: `${sections}/submit`,
  place,
  summary: "Hands a chapter in",
  permission: permission("edition.write"),
  refusals: ["wrong-state", "section-empty", "number-not-frozen"],
  input: submitSectionInput,
  output: editionChanged,
  run: submitSection,
});

export const acceptSectionCommand = defineCommand({
  id: "editions.acceptSection",
  path: `${sections}/accept`,
  place,
  summary: "Takes a chapter of somebody else into the report",
  permission: permission("edition.manage"),
  refusals: ["wrong-state", "edition-own-text"],
  input: acceptSectionInput,
  output: editionChanged,
  run: acceptSection,
});

export const returnSectionCommand = defineCommand({
  id: "editions.returnSection",
  path: `${sections}/return`,
  place,
  summary: "Sends a chapter back with the reason",
  permission: permission("edition.manage"),
  refusals: ["wrong-state", "edition-own-text"],
  input: returnSectionInput,
  output: editionChanged,
  run: returnSection,
});

export const stepEditionCommand = defineCommand({
  id: "editions.step",
  path: `${one}/step`,
  place,
  summary: "Takes the report to its next stage",
  permission: permission("edition.manage"),
  refusals: ["wrong-state", "sections-open", "small-numbers-open"],
  input: stepEditionInput,
  output: editionChanged,
  run: stepEdition,
});
