import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { editEntry } from "../commands/edit-entry";
import { createEntry, requestSpending, reverseEntry } from "../commands/entries";
import {
  approveEntry,
  askEntry,
  checkEntry,
  discardEntry,
  holdEntry,
  postEntry,
  rejectEntry,
  resumeEntry,
  submitEntry,
} from "../commands/entry-moves";
import { getEntry } from "../queries/entry";
import { listDesk, listLedger } from "../queries/ledger";
import {
  answerEntrySchema,
  createEntrySchema,
  deskPageSchema,
  deskSchema,
  editEntrySchema,
  entryIdSchema,
  entrySchema,
  ledgerPageSchema,
  ledgerSchema,
  movedEntrySchema,
  moveEntrySchema,
  requestSpendingSchema,
  reverseEntrySchema,
  tellEntrySchema,
} from "../schema/entries";

const place = "tenant" as const;

const dayRefusals = ["entry-in-future", "outside-project", "year-closed"] as const;
const lineRefusals = ["line-required", "line-other-kind", "line-passed", "line-over"] as const;
const sizeRefusals = ["amount-too-large", "amount-too-small"] as const;

const typed = [
  "project-not-registered",
  ...dayRefusals,
  "valuation-differs",
  "commitment-other-organization",
  "commitment-not-confirmed",
  "commitment-other-kind",
  "instalment-held",
  "above-commitment",
  "settles-other-flow",
  "settles-too-much",
  "not-a-party",
  ...lineRefusals,
  ...sizeRefusals,
  "voucher-used",
] as const;

export const listLedgerProcedure = defineQuery({
  id: "funds.ledger",
  path: "/alliances/{alliance}/funds/ledger",
  place,
  summary: "Entries behind the numbers of the summary: promises, receipts and spending",
  permission: permission("ledger.read_entries"),
  input: ledgerSchema,
  output: ledgerPageSchema,
  run: listLedger,
});

export const exportLedgerQuery = defineWhole(listLedgerProcedure, {
  id: "funds.exportLedger",
  summary: "The filtered ledger as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "entry",
  own: (row) => [row.organizationId],
});

export const listDeskProcedure = defineQuery({
  id: "entries.desk",
  path: "/alliances/{alliance}/entries/desk",
  place,
  summary: "Entries that wait for the caller to check, approve, post or answer",
  permission: permission("ledger.read_entries"),
  input: deskSchema,
  output: deskPageSchema,
  run: listDesk,
});

export const exportDeskQuery = defineWhole(listDeskProcedure, {
  id: "entries.exportDesk",
  summary: "The entries under way as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "entry",
  own: (row) => [row.organizationId],
});

export const getEntryProcedure = defineQuery({
  id: "entries.get",
  path: "/alliances/{alliance}/entries/{id}",
  place,
  summary: "One entry with its history and with what the caller may do to it",
  permission: permission("ledger.read_entries"),
  input: entryIdSchema,
  output: entrySchema,
  run: getEntry,
});

export const createEntryProcedure = defineCommand({
  id: "entries.create",
  path: "/alliances/{alliance}/entries",
  place,
  summary: "Enters a receipt, a delivery, spending or what takes them back, with its voucher",
  permission: permission("ledger.create_entry"),
  refusals: typed,
  input: createEntrySchema,
  output: movedEntrySchema,
  run: createEntry,
});

export const requestSpendingProcedure = defineCommand({
  id: "entries.request",
  path: "/alliances/{alliance}/entries/requests",
  place,
  summary: "A party asks for what it laid out for a project",
  permission: permission("reimbursement.request"),
  refusals: typed,
  input: requestSpendingSchema,
  output: movedEntrySchema,
  run: requestSpending,
});

export const editEntryProcedure = defineCommand({
  id: "entries.edit",
  path: "/alliances/{alliance}/entries/{id}",
  method: "PATCH",
  place,
  summary: "Changes an entry that is not posted; what was checked is checked again",
  permission: permission("ledger.edit_entry"),
  refusals: [
    "entry-wrong-state",
    "foreign-fixed",
    "payee-missing",
    "nothing-changed",
    ...dayRefusals,
    ...lineRefusals,
    ...sizeRefusals,
    "above-commitment",
    "settles-too-much",
    "voucher-used",
  ],
  input: editEntrySchema,
  output: movedEntrySchema,
  run: editEntry,
});

export const submitEntryProcedure = defineCommand({
  id: "entries.submit",
  path: "/alliances/{alliance}/entries/{id}/submit",
  place,
  summary: "Hands in a draft, or answers what was asked",
  permission: permission("ledger.edit_entry"),
  refusals: ["entry-wrong-state", "answer-missing"],
  input: answerEntrySchema,
  output: movedEntrySchema,
  run: submitEntry,
});

export const discardEntryProcedure = defineCommand({
  id: "entries.discard",
  path: "/alliances/{alliance}/entries/{id}/discard",
  place,
  summary: "Its author takes back an entry that nobody has checked",
  permission: permission("ledger.edit_entry"),
  refusals: ["entry-wrong-state"],
  input: tellEntrySchema,
  output: movedEntrySchema,
  run: discardEntry,
});

export const checkEntryProcedure = defineCommand({
  id: "entries.check",
  path: "/alliances/{alliance}/entries/{id}/check",
  place,
  summary: "The voucher is right; of another person than its author",
  permission: permission("ledger.check_entry"),
  refusals: ["entry-wrong-state", "same-person", "beneficiary"],
  input: moveEntrySchema,
  output: movedEntrySchema,
  run: checkEntry,
});

export const approveEntryProcedure = defineCommand({
  id: "entries.approve",
  path: "/alliances/{alliance}/entries/{id}/approve",
  place,
  summary: "Approves what was checked; from the amount of the rules on, two persons",
  permission: permission("ledger.approve_entry"),
  refusals: ["entry-wrong-state", "same-person", "beneficiary"],
  input: moveEntrySchema,
  output: movedEntrySchema,
  run: approveEntry,
});

export const postEntryProcedure = defineCommand({
  id: "entries.post",
  path: "/alliances/{alliance}/entries/{id}/post",
  place,
  summary: "Posts what was approved; posted entries never change",
  permission: permission("ledger.post_entry"),
  refusals: [
    "entry-wrong-state",
    "same-person",
    "beneficiary",
    "overspent",
    "overspent-meanwhile",
    "line-passed-meanwhile",
    "year-closed",
    "second-approver-missing",
  ],
  input: moveEntrySchema,
  output: movedEntrySchema,
  run: postEntry,
});

export const holdEntryProcedure = defineCommand({
  id: "entries.hold",
  path: "/alliances/{alliance}/entries/{id}/hold",
  place,
  summary: "Halts an entry, with the reason",
  permission: permission("ledger.stop_entry"),
  refusals: ["entry-wrong-state"],
  input: tellEntrySchema,
  output: movedEntrySchema,
  run: holdEntry,
});

export const resumeEntryProcedure = defineCommand({
  id: "entries.resume",
  path: "/alliances/{alliance}/entries/{id}/resume",
  place,
  summary: "Lets an entry go on where it was halted",
  permission: permission("ledger.stop_entry"),
  refusals: ["entry-wrong-state"],
  input: moveEntrySchema,
  output: movedEntrySchema,
  run: resumeEntry,
});

export const askEntryProcedure = defineCommand({
  id: "entries.ask",
  path: "/alliances/{alliance}/entries/{id}/ask",
  place,
  summary: "Gives an entry back with the one thing that is missing",
  permission: permission("ledger.stop_entry"),
  refusals: ["entry-wrong-state"],
  input: tellEntrySchema,
  output: movedEntrySchema,
  run: askEntry,
});

export const rejectEntryProcedure = defineCommand({
  id: "entries.reject",
  path: "/alliances/{alliance}/entries/{id}/reject",
  place,
  summary: "Rejects an entry that is not posted",
  permission: permission("ledger.stop_entry"),
  refusals: ["entry-wrong-state"],
  input: tellEntrySchema,
  output: movedEntrySchema,
  run: rejectEntry,
});

export const reverseEntryProcedure = defineCommand({
  id: "entries.reverse",
  path: "/alliances/{alliance}/entries/{id}/reverse",
  place,
  summary:
    "Enters the exact negative of a posted entry; it is checked, approved and posted like any other",
  permission: permission("ledger.reverse"),
  refusals: ["entry-wrong-state", "entry-settled", "already-reversed"],
  input: reverseEntrySchema,
  output: movedEntrySchema,
  run: reverseEntry,
});
