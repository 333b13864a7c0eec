import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { acceptProposal, propose, rejectProposal, withdrawProposal } from "../commands/proposals";
import { listProposals } from "../queries/proposals";
import * as given from "../schema/prepare";

export const listProposalsQuery = defineQuery({
  id: "proposals.list",
  path: "/alliances/{alliance}/agenda-proposals",
  place: "tenant",
  summary: "What members want on an agenda",
  permission: permission("agenda.propose_item"),
  input: given.listProposalsInput,
  output: given.listProposalsOutput,
  run: listProposals,
});

export const exportProposalsQuery = defineWhole(listProposalsQuery, {
  id: "proposals.export",
  summary: "The filtered list of proposals as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "agenda-proposal",
  own: (row) => [row.organizationId],
});

export const proposeCommand = defineCommand({
  id: "proposals.create",
  path: "/alliances/{alliance}/agenda-proposals",
  place: "tenant",
  summary: "Brings an item before a body",
  permission: permission("agenda.propose_item"),
  refusals: ["paper-missing", "body-dissolved"],
  input: given.proposeInput,
  output: given.proposalAnswer,
  run: propose,
});

export const acceptProposalCommand = defineCommand({
  id: "proposals.accept",
  path: "/alliances/{alliance}/agenda-proposals/{proposalId}/accept",
  place: "tenant",
  summary: "Puts a proposal on the agenda of a meeting",
  permission: permission("agenda.publish"),
  refusals: ["wrong-state", "other-body"],
  input: given.acceptProposalInput,
  output: given.proposalAnswer,
  run: acceptProposal,
});

export const rejectProposalCommand = defineCommand({
  id: "proposals.reject",
  path: "/alliances/{alliance}/agenda-proposals/{proposalId}/reject",
  place: "tenant",
  summary: "Turns a proposal down, with a reason",
  permission: permission("agenda.publish"),
  refusals: ["wrong-state"],
  input: given.rejectProposalInput,
  output: given.proposalAnswer,
  run: rejectProposal,
});

export const withdrawProposalCommand = defineCommand({
  id: "proposals.withdraw",
  path: "/alliances/{alliance}/agenda-proposals/{proposalId}/withdraw",
  place: "tenant",
  summary: "Takes a proposal back",
  permission: permission("agenda.propose_item"),
  refusals: ["wrong-state"],
  input: given.withdrawProposalInput,
  output: given.proposalAnswer,
  run: withdrawProposal,
});
