import { z } from "zod";
import { day, id, line, optional, yuan } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { needsValuation } from "./rules";
import { commitmentStates, fundSides, receiptSources, receiptStates, resourceKinds } from "./types";

const year = z.coerce.number().int().min(1980).max(2100);
const money = z.string();
const kind = () => z.enum(resourceKinds, { error: "required" });

/** A promise inside of another form (the project's) or by itself. */
const promiseShape = {
  kind: kind(),
  amount: yuan(),
  valuation: optional(line(200)),
  condition: optional(line(500)),
  dueOn: optional(day()),
};

const valued = {
  check: (promise: { kind: z.output<ReturnType<typeof kind>>; valuation?: string | undefined }) =>
    !needsValuation(promise.kind, false) || promise.valuation !== undefined,
  says: { error: "valuation-required", path: ["valuation"] },
};

export const promiseSchema = z.strictObject(promiseShape).refine(valued.check, valued.says);

export const createCommitmentSchema = z
  .strictObject({ projectId: id(), organizationId: id(), ...promiseShape })
  .refine(valued.check, valued.says);

export const confirmCommitmentSchema = z.strictObject({ id: id(), proof: line(300) });

export const commitmentSchema = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  kind: z.enum(resourceKinds),
  amount: money,
  valuation: z.string().nullable(),
  state: z.enum(commitmentStates),
  condition: z.string().nullable(),
  proof: z.string().nullable(),
  promisedOn: z.string(),
  dueOn: z.string().nullable(),
  received: money,
});

export const enterReceiptSchema = z
  .strictObject({
    projectId: id(),
    commitmentId: optional(id()),
    organizationId: optional(id()),
    kind: kind(),
    source: z.enum(receiptSources, { error: "required" }),
    amount: yuan(),
    receivedOn: day(),
    voucherNo: line(60),
    valuation: optional(line(200)),
    aboveCommitment: z.boolean().default(false),
  })
  .refine((given) => given.commitmentId ?? given.organizationId, {
    error: "required",
    path: ["organizationId"],
  })
  .refine(
    (given) =>
      !needsValuation(given.kind, given.commitmentId !== undefined) ||
      given.valuation !== undefined,
    valued.says,
  );

export const receiptIdSchema = z.strictObject({ id: id() });
export const reverseReceiptSchema = z.strictObject({ id: id(), reason: line(500) });

export const receiptSchema = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  commitmentId: z.uuid().nullable(),
  organizationId: z.uuid(),
  kind: z.enum(resourceKinds),
  source: z.enum(receiptSources),
  amount: money,
  receivedOn: z.string(),
  voucherNo: z.string(),
  state: z.enum(receiptStates),
  reversalOfId: z.uuid().nullable(),
});

/** First and last year, both included; one organization. */
const stretch = { from: optional(year), to: optional(year), organization: optional(id()) };

export const summarySchema = z.strictObject(stretch);

/** Organizations that the summary lists; the ledger has all. */
export const summaryRows = 100;

const sideAmounts = z.object({ cash: money, inKind: money, records: z.number().int() });

/** Sides stand apart. There is no field for what was spent: this release does not record it, which is not zero. */
export const fundSummarySchema = z.object({
  sides: z.object({
    promised: sideAmounts,
    received: sideAmounts,
    conditional: sideAmounts,
    /** Not binding yet, not booked yet: closed to the public. */
    proposed: sideAmounts.nullable(),
    entered: sideAmounts.nullable(),
  }),
  spent: z.literal("not-recorded"),
  years: z.array(
    z.object({ year: z.number().int(), promised: sideAmounts, received: sideAmounts }),
  ),
  organizations: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      promised: sideAmounts,
      received: sideAmounts,
      conditional: sideAmounts,
    }),
  ),
  /** All of them; the list shows the first summaryRows. */
  organizationCount: z.number().int(),
  /** The reader may open the entries behind these very numbers. */
  opensLedger: z.boolean(),
  /** Some of the ledger is open to the reader; the reader enters what arrives. */
  may: z.object({ open: z.boolean(), enter: z.boolean() }),
});

const ledgerSorts = ["-on", "on", "-amount", "amount"] as const;

export const ledgerSchema = z.strictObject({
  ...stretch,
  project: optional(id()),
  side: optional(z.enum(fundSides)),
  cash: optional(z.enum(["true", "false"])),
  sort: z.enum(ledgerSorts).default("-on"),
  ...pagingShape,
});

const ledgerEntrySchema = z.object({
  id: z.uuid(),
  entry: z.enum(["commitment", "receipt"]),
  side: z.enum(fundSides),
  projectId: z.uuid(),
  projectTitle: z.string(),
  projectCode: z.string().nullable(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  kind: z.enum(resourceKinds),
  amount: money,
  on: z.string(),
  voucherNo: z.string().nullable(),
  isReversal: z.boolean(),
  isReversed: z.boolean(),
  isAboveCommitment: z.boolean(),
  condition: z.string().nullable(),
  actions: z.object({
    confirm: z.boolean(),
    book: z.boolean(),
    /** Why it cannot be booked by the reader although it waits for that. */
    bookBlocked: z.enum(["same-person", "role"]).nullable(),
    reverse: z.boolean(),
    discard: z.boolean(),
  }),
});

/** The list with the sums of all its entries (not of one page), cash and goods apart. */
export const ledgerPageSchema = pageOf(ledgerEntrySchema).extend({
  sums: z.object({ cash: money, inKind: money }),
});

export type Commitment = z.output<typeof commitmentSchema>;
export type LedgerEntry = z.output<typeof ledgerEntrySchema>;
export type FundSummary = z.output<typeof fundSummarySchema>;
