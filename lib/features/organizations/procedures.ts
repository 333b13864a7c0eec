import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { permission } from "../access/policy";
import {
  acceptChange,
  answerChangeRefusals,
  refuseChange,
  withdrawChange,
} from "./commands/answer-change";
import { createOrganization, createOrganizationRefusals } from "./commands/create-organization";
import { approveMerge, approveMergeRefusals, rejectMerge } from "./commands/decide-merge";
import { proposeMerge, proposeMergeRefusals } from "./commands/propose-merge";
import { removeTag, setChainNodes, setTag } from "./commands/tags";
import { updateOrganization, updateOrganizationRefusals } from "./commands/update-organization";
import { listChanges } from "./queries/changes";
import { lookupOrganizations } from "./queries/lookup";
import { getMerge, listMerges } from "./queries/merge-proposals";
import { previewMerge } from "./queries/preview-merge";
import {
  acceptChangeInput,
  changeMoved,
  listChangesInput,
  listChangesOutput,
  refuseChangeInput,
  withdrawChangeInput,
} from "./schema/changes";
import {
  createOrganizationInput,
  decideMergeInput,
  getMergeInput,
  getMergeOutput,
  listMergesInput,
  listMergesOutput,
  lookupInput,
  lookupOutput,
  mergeDecided,
  organizationSaved,
  organizationUpdated,
  previewMergeInput,
  previewMergeOutput,
  proposeMergeInput,
  rejectMergeInput,
  removeTagInput,
  setChainNodesInput,
  setTagInput,
  tagSaved,
  updateOrganizationInput,
} from "./schema/organizations";

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
  limits: [{ per: "browser", count: 60, seconds: 60 }],
  input: createOrganizationInput,
  output: organizationSaved,
  run: createOrganization,
});

export const update = defineCommand({
  id: "organizations.update",
  method: "PUT",
  place: "tenant",
  path: "/alliances/{alliance}/organizations/{organizationId}",
  summary:
    "Replaces the profile of an organization; a new name keeps the old one, and what other alliances share waits for them",
  permission: permission("organization.update"),
  refusals: updateOrganizationRefusals,
  input: updateOrganizationInput,
  output: organizationUpdated,
  run: updateOrganization,
});

export const tag = defineCommand({
  id: "organizations.setTag",
  method: "PUT",
  place: "tenant",
  path: "/alliances/{alliance}/organizations/{organizationId}/tags/{tag}",
  summary: "Gives an organization a title with level and last day, or corrects it",
  permission: permission("organization.update"),
  refusals: ["organization-merged"],
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
  refusals: ["organization-merged"],
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
  refusals: ["organization-merged"],
  input: setChainNodesInput,
  output: tagSaved,
  run: setChainNodes,
});

export const preview = defineQuery({
  id: "organizations.previewMerge",
  place: "tenant",
  path: "/alliances/{alliance}/organizations/merge-preview",
  summary: "What would move if one row were merged into another, as far as this alliance may know",
  permission: permission("organization.propose_merge"),
  input: previewMergeInput,
  output: previewMergeOutput,
  run: previewMerge,
});

export const propose = defineCommand({
  id: "organizations.proposeMerge",
  place: "tenant",
  path: "/alliances/{alliance}/organizations/merges",
  summary: "Proposes that two rows are one organization; a platform administrator decides",
  permission: permission("organization.propose_merge"),
  refusals: proposeMergeRefusals,
  input: proposeMergeInput,
  output: mergeDecided,
  run: proposeMerge,
});

export const merges = defineQuery({
  id: "organizations.listMerges",
  place: "platform",
  path: "/organization-merges",
  summary: "Proposed and decided merges, waiting ones first",
  permission: permission("organization.merge"),
  input: listMergesInput,
  output: listMergesOutput,
  run: listMerges,
});

export const mergeOf = defineQuery({
  id: "organizations.getMerge",
  place: "platform",
  path: "/organization-merges/{proposalId}",
  summary: "One proposed merge with what would move, over all alliances",
  permission: permission("organization.merge"),
  input: getMergeInput,
  output: getMergeOutput,
  run: getMerge,
});

export const approve = defineCommand({
  id: "organizations.merge",
  place: "platform",
  path: "/organization-merges/{proposalId}/approve",
  summary:
    "Merges two rows: everything moves in one transaction; another person than the proposer decides",
  permission: permission("organization.merge"),
  refusals: approveMergeRefusals,
  input: decideMergeInput,
  output: mergeDecided,
  run: approveMerge,
});

export const reject = defineCommand({
  id: "organizations.rejectMerge",
  place: "platform",
  path: "/organization-merges/{proposalId}/reject",
  summary: "Sends a proposed merge back with a reason",
  permission: permission("organization.merge"),
  refusals: ["merge-already-decided"],
  input: rejectMergeInput,
  output: mergeDecided,
  run: rejectMerge,
});

export const changes = defineQuery({
  id: "organizations.listChanges",
  place: "tenant",
  path: "/alliances/{alliance}/organizations/changes",
  summary: "Changes of key fields that this alliance was asked about, waiting ones first",
  permission: permission("organization.answer_change"),
  input: listChangesInput,
  output: listChangesOutput,
  run: listChanges,
});

export const exportChangesQuery = defineWhole(changes, {
  id: "organizations.exportChanges",
  summary: "The changes of key fields as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "organization",
});

export const agree = defineCommand({
  id: "organizations.acceptChange",
  place: "tenant",
  path: "/alliances/{alliance}/organizations/changes/{changeId}/accept",
  summary: "Agrees for this alliance; when all have agreed, the change is applied once",
  permission: permission("organization.answer_change"),
  refusals: answerChangeRefusals,
  input: acceptChangeInput,
  output: changeMoved,
  run: acceptChange,
});

export const disagree = defineCommand({
  id: "organizations.refuseChange",
  place: "tenant",
  path: "/alliances/{alliance}/organizations/changes/{changeId}/refuse",
  summary: "Refuses for this alliance, with a reason; the profile stays as it is",
  permission: permission("organization.answer_change"),
  refusals: ["change-closed", "change-answered"],
  input: refuseChangeInput,
  output: changeMoved,
  run: refuseChange,
});

export const takeBack = defineCommand({
  id: "organizations.withdrawChange",
  place: "tenant",
  path: "/alliances/{alliance}/organizations/changes/{changeId}/withdraw",
  summary: "Takes a proposed change back where it was proposed",
  permission: permission("organization.update"),
  refusals: ["change-closed"],
  input: withdrawChangeInput,
  output: changeMoved,
  run: withdrawChange,
});
