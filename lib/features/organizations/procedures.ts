import { defineQuery } from "@/lib/platform/corridor/use-case";
import { permission } from "../access/policy";
import { lookupOrganizations } from "./queries/lookup";
import { lookupInput, lookupOutput } from "./schema";

export const lookup = defineQuery({
  id: "organizations.lookup",
  place: "tenant",
  path: "/alliances/{alliance}/organizations/lookup",
  summary: "Organizations by name, former name, pinyin, initials or credit code, for a choice",
  permission: permission("organization.read_public"),
  input: lookupInput,
  output: lookupOutput,
  run: lookupOrganizations,
});
