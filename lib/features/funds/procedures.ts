import { z } from "zod";
import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { confirmCommitment, createCommitment } from "./commands/commitments";
import { bookReceipt, discardReceipt, enterReceipt, reverseReceipt } from "./commands/receipts";
import { listLedger } from "./queries/ledger";
import { fundSummary } from "./queries/summary";
import {
  commitmentSchema,
  confirmCommitmentSchema,
  createCommitmentSchema,
  enterReceiptSchema,
  fundSummarySchema,
  ledgerPageSchema,
  ledgerSchema,
  receiptIdSchema,
  receiptSchema,
  reverseReceiptSchema,
  summarySchema,
} from "./schema";

const place = "tenant" as const;

export const fundSummaryProcedure = defineQuery({
  id: "funds.summary",
  path: "/alliances/{alliance}/funds/summary",
  place,
  summary: "Promised and received, cash and in kind, by year and organization; never added up",
  permission: permission("fund.read_summary"),
  input: summarySchema,
  output: fundSummarySchema,
  run: fundSummary,
});

export const listLedgerProcedure = defineQuery({
  id: "funds.ledger",
  path: "/alliances/{alliance}/funds/ledger",
  place,
  summary: "Entries behind the numbers of the summary: promises and receipts",
  permission: permission("ledger.read_entries"),
  input: ledgerSchema,
  output: ledgerPageSchema,
  run: listLedger,
});

export const createCommitmentProcedure = defineCommand({
  id: "commitments.create",
  path: "/alliances/{alliance}/commitments",
  place,
  summary: "Promises a contribution to a project",
  permission: permission("contribution.pledge"),
  refusals: ["not-a-party", "project-wrong-state"],
  input: createCommitmentSchema,
  output: commitmentSchema,
  run: createCommitment,
});

export const confirmCommitmentProcedure = defineCommand({
  id: "commitments.confirm",
  path: "/alliances/{alliance}/commitments/{id}/confirm",
  place,
  summary: "Makes a promise binding by its agreement or resolution",
  permission: permission("contribution.confirm"),
  refusals: ["project-not-registered", "commitment-wrong-state"],
  input: confirmCommitmentSchema,
  output: commitmentSchema,
  run: confirmCommitment,
});

export const enterReceiptProcedure = defineCommand({
  id: "receipts.enter",
  path: "/alliances/{alliance}/receipts",
  place,
  summary: "Enters what arrived, with its voucher",
  permission: permission("ledger.create_entry"),
  refusals: [
    "project-not-registered",
    "receipt-in-future",
    "commitment-other-organization",
    "commitment-not-confirmed",
    "commitment-other-kind",
    "above-commitment",
    "not-a-party",
    "voucher-used",
  ],
  input: enterReceiptSchema,
  output: receiptSchema,
  run: enterReceipt,
});

export const bookReceiptProcedure = defineCommand({
  id: "receipts.book",
  path: "/alliances/{alliance}/receipts/{id}/book",
  place,
  summary: "Books an entry of another person; booked entries never change",
  permission: permission("ledger.book_entry"),
  refusals: ["receipt-wrong-state", "same-person"],
  input: receiptIdSchema,
  output: receiptSchema,
  run: bookReceipt,
});

export const reverseReceiptProcedure = defineCommand({
  id: "receipts.reverse",
  path: "/alliances/{alliance}/receipts/{id}/reverse",
  place,
  summary: "Enters the exact negative of a booked receipt; another person books it",
  permission: permission("ledger.reverse"),
  refusals: ["receipt-wrong-state", "already-reversed"],
  input: reverseReceiptSchema,
  output: receiptSchema,
  run: reverseReceipt,
});

export const discardReceiptProcedure = defineCommand({
  id: "receipts.discard",
  path: "/alliances/{alliance}/receipts/{id}/discard",
  place,
  summary: "Takes back an entry that nobody has booked",
  permission: permission("ledger.create_entry"),
  refusals: ["receipt-wrong-state"],
  input: reverseReceiptSchema,
  output: z.object({ id: z.uuid() }),
  run: discardReceipt,
});
