import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { permission } from "../access/policy";
import { createOrganization, createOrganizationRefusals } from "./commands/create-organization";
import { removeTag, setChainNodes, setTag } from "./commands/tags";
import { updateOrganization, updateOrganizationRefusals } from "./commands/update-organization";
import { lookupOrganizations } from "./queries/lookup";
import {
  createOrganizationInput,
  lookupInput,
  lookupOutput,
  organizationSaved,
  removeTagInput,
  setChainNodesInput,
  setTagInput,
  tagSaved,
  updateOrganizationInput,
} from "./schema";

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

export const create = defineCommand({
  id: "organizations.create",
  place: "tenant",
  path: "/alliances/{alliance}/organizations",
  summary:
    "Enters an organization in the register; refused with the existing one when the code is known",
  permission: permission("organization.create"),
  refusals: createOrganizationRefusals,
  input: createOrganizationInput,
  output: organizationSaved,
  run: createOrganization,
});

export const update = defineCommand({
  id: "organizations.update",
  method: "PUT",
  place: "tenant",
  path: "/alliances/{alliance}/organizations/{organizationId}",
  summary: "Replaces the profile of an organization; a new name keeps the old one as a former name",
  permission: permission("organization.update"),
  refusals: updateOrganizationRefusals,
  input: updateOrganizationInput,
  output: organizationSaved,
  run: updateOrganization,
});

export const tag = defineCommand({
  id: "organizations.setTag",
  method: "PUT",
  place: "tenant",
  path: "/alliances/{alliance}/organizations/{organizationId}/tags/{tag}",
  summary: "Gives an organization a title with level and last day, or corrects it",
  permission: permission("organization.update"),
  refusals: [],
  input: setTagInput,
  output: tagSaved,
  run: setTag,
});

export const untag = defineCommand({
  id: "organizations.removeTag",
  method: "DELETE",
  place: "tenant",
  path: "/alliances/{alliance}/organizations/{organizationId}/tags/{tag}",
  summary: "Takes a title away",
  permission: permission("organization.update"),
  refusals: [],
  input: removeTagInput,
  output: tagSaved,
  run: removeTag,
});

export const placeInChain = defineCommand({
  id: "organizations.setChainNodes",
  method: "PUT",
  place: "tenant",
  path: "/alliances/{alliance}/organizations/{organizationId}/chain-nodes",
  summary: "Replaces the places of an organization in the chain of this alliance",
  permission: permission("organization.update"),
  refusals: [],
  input: setChainNodesInput,
  output: tagSaved,
  run: setChainNodes,
});
