import { defineCommand, defineQuery, defineStatedQuery } from "@/lib/platform/corridor/use-case";
import { permission } from "../../access/policy";
import { applyImport, applyImportRefusals } from "../commands/apply-import";
import {
  changeRepresentative,
  changeRepresentativeRefusals,
} from "../commands/change-representative";
import { endRepresentative } from "../commands/end-representative";
import { stageImport } from "../commands/stage-import";
import { readComposition } from "../queries/composition";
import { getImport } from "../queries/get-import";
import { readHandover } from "../queries/handover";
import { exportMembers } from "../queries/members";
import { getOrganization } from "../queries/organization-page";
import { membersAsJson } from "../queries/register";
import { handoverInput, handoverOutput } from "../schema/handover";
import {
  applyImportInput,
  applyImportOutput,
  getImportInput,
  getImportOutput,
  stageImportInput,
  stageImportOutput,
} from "../schema/import";
import {
  changeRepresentativeInput,
  changeRepresentativeOutput,
  compositionInput,
  compositionOutput,
  endRepresentativeInput,
  endRepresentativeOutput,
  exportMembersInput,
  exportMembersOutput,
  getOrganizationInput,
  listMembersInput,
  listMembersOutput,
  organizationOutput,
} from "../schema/register";

export const list = defineStatedQuery({
  id: "members.list",
  place: "tenant",
  path: "/alliances/{alliance}/members",
  summary: "The register of an alliance on a day, filtered, sorted and paged",
  permission: permission("organization.read_public"),
  input: listMembersInput,
  output: listMembersOutput,
  statement: membersAsJson,
});

export const exported = defineQuery({
  id: "members.export",
  place: "tenant",
  path: "/alliances/{alliance}/members/export",
  summary: "The filtered register in full, at most 100,000 rows; each export is recorded",
  permission: permission("export.table"),
  input: exportMembersInput,
  output: exportMembersOutput,
  run: exportMembers,
});

export const composition = defineQuery({
  id: "members.composition",
  place: "tenant",
  path: "/alliances/{alliance}/members/composition",
  summary: "Members of a day by kind, position and place in the chain, with the gaps of the chain",
  permission: permission("organization.read_public"),
  input: compositionInput,
  output: compositionOutput,
  run: readComposition,
});

export const changeRepresentativeOf = defineCommand({
  id: "representatives.change",
  place: "tenant",
  path: "/alliances/{alliance}/members/{membershipId}/representatives",
  summary:
    "Names a representative or contact of a member; the former authorised one ends the day before",
  permission: permission("representative.change"),
  refusals: changeRepresentativeRefusals,
  input: changeRepresentativeInput,
  output: changeRepresentativeOutput,
  run: changeRepresentative,
});

export const endRepresentativeOf = defineCommand({
  id: "representatives.end",
  place: "tenant",
  path: "/alliances/{alliance}/representatives/{representativeId}/end",
  summary: "Ends a representative on a day; the account's rights for the organization end with it",
  permission: permission("representative.change"),
  refusals: ["representative-ended", "handover-open"],
  input: endRepresentativeInput,
  output: endRepresentativeOutput,
  run: endRepresentative,
});

export const handoverQuery = defineQuery({
  id: "representatives.handover",
  place: "tenant",
  path: "/alliances/{alliance}/members/{membershipId}/handover",
  summary: "What the representatives of a member have in hand: tasks, seats, proxies, minutes",
  permission: permission("representative.change"),
  input: handoverInput,
  output: handoverOutput,
  run: readHandover,
});

/** The page of an organization: mostly its memberships, hence here and not below. */
export const getOrganizationPage = defineQuery({
  id: "organizations.get",
  place: "platform",
  path: "/organizations/{organizationId}",
  summary:
    "One organization with names, memberships, seats and history, as far as the reader may see",
  permission: permission("organization.read_public"),
  input: getOrganizationInput,
  output: organizationOutput,
  run: getOrganization,
});

export const stage = defineCommand({
  id: "organizations.stageImport",
  place: "tenant",
  path: "/alliances/{alliance}/imports/organizations",
  summary:
    "Keeps the rows of a spreadsheet for a look before they are applied; the file itself goes to /api/imports",
  permission: permission("import.upload_preview"),
  refusals: [],
  input: stageImportInput,
  output: stageImportOutput,
  run: stageImport,
});

export const staged = defineQuery({
  id: "organizations.getImport",
  place: "tenant",
  path: "/alliances/{alliance}/imports/organizations/{importId}",
  summary: "What would become of each row of a staged import, or what was done",
  permission: permission("import.upload_preview"),
  input: getImportInput,
  output: getImportOutput,
  run: getImport,
});

export const apply = defineCommand({
  id: "organizations.applyImport",
  place: "tenant",
  path: "/alliances/{alliance}/imports/organizations/{importId}/apply",
  summary:
    "Enters all rows of a staged import in one transaction, when their outcome is still the one looked at",
  permission: permission("import.commit"),
  milliseconds: 60_000,
  refusals: applyImportRefusals,
  input: applyImportInput,
  output: applyImportOutput,
  run: applyImport,
});
