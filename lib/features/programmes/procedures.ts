import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { addOffering, placeOffering } from "./commands/offerings";
import { addPathway, recordTransition, removePathway } from "./commands/pathways";
import { createGroup, recordEmployment, saveIndustry } from "./commands/structure";
import { getOffering, listOfferings } from "./queries/offerings";
import {
  listIndustries,
  programmeChoices,
  programmeOverlap,
  programmeOverview,
} from "./queries/overview";
import {
  addedOutput,
  addOfferingInput,
  addPathwayInput,
  choicesInput,
  choicesOutput,
  createGroupInput,
  doneOutput,
  getOfferingInput,
  getOfferingOutput,
  industriesInput,
  industriesOutput,
  listOfferingsInput,
  listOfferingsOutput,
  overlapInput,
  overlapOutput,
  overviewInput,
  overviewOutput,
  placeOfferingInput,
  recordEmploymentInput,
  recordTransitionInput,
  removePathwayInput,
  saveIndustryInput,
} from "./schema";

export const programmeOverviewQuery = defineQuery({
  id: "programmes.overview",
  path: "/alliances/{alliance}/programme-overview",
  place: "tenant",
  summary: "Programmes, offerings and their fit with the key industries",
  permission: permission("programme.read"),
  input: overviewInput,
  output: overviewOutput,
  run: programmeOverview,
});

export const listOfferingsQuery = defineQuery({
  id: "programmes.offerings",
  path: "/alliances/{alliance}/offerings",
  place: "tenant",
  summary: "Offerings: programme × school",
  permission: permission("programme.read"),
  input: listOfferingsInput,
  output: listOfferingsOutput,
  run: listOfferings,
});

export const exportOfferingsQuery = defineWhole(listOfferingsQuery, {
  id: "programmes.exportOfferings",
  summary: "The filtered list of offerings as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "offering",
  own: (row) => [row.school.id],
});

export const getOfferingQuery = defineQuery({
  id: "programmes.offering",
  path: "/alliances/{alliance}/offerings/{offeringId}",
  place: "tenant",
  summary: "One offering with its pathways",
  permission: permission("programme.read"),
  input: getOfferingInput,
  output: getOfferingOutput,
  run: getOffering,
});

export const programmeOverlapQuery = defineQuery({
  id: "programmes.overlap",
  path: "/alliances/{alliance}/programme-overlap",
  place: "tenant",
  summary: "Programmes that more than one school teaches",
  permission: permission("programme.read"),
  input: overlapInput,
  output: overlapOutput,
  run: programmeOverlap,
});

export const programmeChoicesQuery = defineQuery({
  id: "programmes.choices",
  path: "/alliances/{alliance}/programme-choices",
  place: "tenant",
  summary:
    "Programmes, industries, links of the chain, groups, offerings and pathways to choose from",
  permission: permission("programme.read"),
  input: choicesInput,
  output: choicesOutput,
  run: programmeChoices,
});

export const listIndustriesQuery = defineQuery({
  id: "programmes.industries",
  path: "/alliances/{alliance}/industries",
  place: "tenant",
  summary: "Industries of the region with their employment",
  permission: permission("programme.read"),
  input: industriesInput,
  output: industriesOutput,
  run: listIndustries,
});

export const addOfferingCommand = defineCommand({
  id: "programmes.addOffering",
  path: "/alliances/{alliance}/offerings",
  place: "tenant",
  summary: "Registers an offering that a school teaches already",
  permission: permission("programme.manage"),
  refusals: ["organization-not-member", "offering-exists"],
  input: addOfferingInput,
  output: addedOutput,
  run: addOffering,
});

export const placeOfferingCommand = defineCommand({
  id: "programmes.placeOffering",
  path: "/alliances/{alliance}/offerings/{offeringId}/place",
  place: "tenant",
  summary: "Which industry, group and links of the chain an offering serves",
  permission: permission("programme.manage"),
  refusals: [],
  input: placeOfferingInput,
  output: addedOutput,
  run: placeOffering,
});

export const createGroupCommand = defineCommand({
  id: "programmes.createGroup",
  path: "/alliances/{alliance}/programme-groups",
  place: "tenant",
  summary: "Founds a programme group of one school",
  permission: permission("programme.manage"),
  refusals: ["organization-not-member", "name-taken", "offering-of-another-school"],
  input: createGroupInput,
  output: addedOutput,
  run: createGroup,
});

export const addPathwayCommand = defineCommand({
  id: "programmes.addPathway",
  path: "/alliances/{alliance}/pathways",
  place: "tenant",
  summary: "Registers a pathway between two levels with its quota",
  permission: permission("programme.manage"),
  refusals: ["pathway-not-possible", "pathway-exists"],
  input: addPathwayInput,
  output: doneOutput,
  run: addPathway,
});

export const removePathwayCommand = defineCommand({
  id: "programmes.removePathway",
  path: "/alliances/{alliance}/pathways/{pathwayId}/remove",
  place: "tenant",
  summary: "Takes a pathway back that was registered by mistake",
  permission: permission("programme.manage"),
  refusals: ["pathway-in-agreement", "pathway-counted"],
  input: removePathwayInput,
  output: doneOutput,
  run: removePathway,
});

export const recordTransitionCommand = defineCommand({
  id: "programmes.recordTransition",
  path: "/alliances/{alliance}/pathways/{pathwayId}/transitions",
  place: "tenant",
  summary: "Records or corrects how many went over by a pathway in a year",
  permission: permission("programme.manage"),
  refusals: ["pathway-above-quota", "pathway-before-start", "pathway-year-ahead"],
  input: recordTransitionInput,
  output: doneOutput,
  run: recordTransition,
});

export const saveIndustryCommand = defineCommand({
  id: "programmes.saveIndustry",
  path: "/alliances/{alliance}/industries",
  place: "tenant",
  summary: "Adds or changes an industry, key or not",
  permission: permission("industry.manage"),
  refusals: ["name-taken"],
  input: saveIndustryInput,
  output: addedOutput,
  run: saveIndustry,
});

export const recordEmploymentCommand = defineCommand({
  id: "programmes.recordEmployment",
  path: "/alliances/{alliance}/industries/{industryId}/employment",
  place: "tenant",
  summary: "Records how many people an industry employed in a year",
  permission: permission("industry.manage"),
  refusals: [],
  input: recordEmploymentInput,
  output: doneOutput,
  run: recordEmployment,
});
