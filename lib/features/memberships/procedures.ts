import { defineQuery } from "@/lib/platform/corridor/use-case";
import { permission } from "../access/policy";
import { readComposition } from "./queries/composition";
import { exportMembers, listMembers } from "./queries/members";
import {
  compositionInput,
  compositionOutput,
  exportMembersInput,
  exportMembersOutput,
  listMembersInput,
  listMembersOutput,
} from "./schema";

export const list = defineQuery({
  id: "members.list",
  place: "tenant",
  path: "/alliances/{alliance}/members",
  summary: "The register of an alliance on a day, filtered, sorted and paged",
  permission: permission("organization.read_public"),
  input: listMembersInput,
  output: listMembersOutput,
  run: listMembers,
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
