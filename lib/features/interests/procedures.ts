import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { declareInterest, endInterest } from "./commands";
import { listInterests } from "./queries";
import { declareInput, endInput, interestAnswer, listInput, listOutput } from "./schema";

export const listInterestsQuery = defineQuery({
  id: "interests.list",
  path: "/alliances/{alliance}/interests",
  place: "tenant",
  summary: "The register of interests",
  permission: permission("interest.read"),
  input: listInput,
  output: listOutput,
  run: listInterests,
});

export const exportInterestsQuery = defineWhole(listInterestsQuery, {
  id: "interests.export",
  summary: "The register of interests as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "interest",
});

export const declareInterestCommand = defineCommand({
  id: "interests.declare",
  path: "/alliances/{alliance}/interests",
  place: "tenant",
  summary: "Declares an interest of the own person, or of a member organization",
  permission: permission("interest.declare"),
  refusals: ["interest-with-oneself", "interest-needs-organization"],
  input: declareInput,
  output: interestAnswer,
  run: declareInterest,
});

export const endInterestCommand = defineCommand({
  id: "interests.end",
  path: "/alliances/{alliance}/interests/{interestId}/end",
  place: "tenant",
  summary: "Ends an interest from a day on",
  permission: permission("interest.declare"),
  refusals: ["interest-ended", "ends-before-start", "interest-relied-on"],
  input: endInput,
  output: interestAnswer,
  run: endInterest,
});
