import { z } from "zod";
import { organizationKinds } from "@/lib/features/organizations/types";
import { day, id, line, optional, ticked, version, yuan } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { flowTakes } from "../rules/entries";
import { needsValuation } from "../rules/promises";
import {
  entryEventKinds,
  entryFlows,
  entryStates,
  entryTies,
  fundSides,
  receiptSources,
  resourceKinds,
} from "../types";
import { foreignIsWhole, foreignShape, fundPastSchema, kind, money, valued } from "./promises";

const year = z.coerce.number().int().min(1980).max(2100);

/** What may be typed anew in an entry that is not posted. */
const editable = {
  amount: yuan(),
  happenedOn: day(),
  voucherNo: line(60),
  account: line(60).default("main"),
  payee: optional(line(100)),
  payeeOrganizationId: optional(id()),
  lineId: optional(id()),
  purpose: optional(line(300)),
  fileId: optional(id()),
  valuation: optional(line(200)),
  overReason: optional(line(300)),
  amountIsRight: z.boolean().default(false),
};

export const createEntrySchema = z
  .strictObject({
    projectId: id(),
    flow: z.enum(entryFlows, { error: "required" }),
    kind: kind(),
    commitmentId: optional(id()),
    instalmentId: optional(id()),
    organizationId: optional(id()),
    source: optional(z.enum(receiptSources)),
    /** The delivery that is withdrawn, the receipt that is refunded, the payment that is recovered. */
    settlesId: optional(id()),
    aboveCommitment: z.boolean().default(false),
    /** Kept by its author until it is handed in. */
    draft: z.boolean().default(false),
    ...foreignShape,
    ...editable,
  })
  .refine((given) => flowTakes(given.flow, given.kind), { error: "flow-kind", path: ["kind"] })
  .refine((given) => !["receipt", "delivery"].includes(given.flow) || given.source !== undefined, {
    error: "required",
    path: ["source"],
  })
  .refine((given) => given.flow !== "spending" || given.payee !== undefined, {
    error: "required",
    path: ["payee"],
  })
  .refine(
    (given) =>
      !["withdrawal", "refund", "recovery"].includes(given.flow) || given.settlesId !== undefined,
    { error: "required", path: ["settlesId"] },
  )
  .refine((given) => given.commitmentId ?? given.settlesId ?? given.organizationId, {
    error: "required",
    path: ["organizationId"],
  })
  .refine(
    (given) =>
      given.flow !== "delivery" ||
      !needsValuation(given.kind, given.commitmentId !== undefined) ||
      given.valuation !== undefined,
    valued.says,
  )
  .refine(foreignIsWhole.check, foreignIsWhole.says);

/** A party asks for what it laid out: spending of its own organization, and nothing else. */
export const requestSpendingSchema = z.strictObject({
  projectId: id(),
  organizationId: id(),
  kind: kind(),
  draft: z.boolean().default(false),
  ...editable,
  payee: line(100),
});

export const editEntrySchema = z.strictObject({ id: id(), version: version(), ...editable });

export const entryIdSchema = z.strictObject({ id: id() });
export const moveEntrySchema = z.strictObject({ id: id(), version: version() });
export const tellEntrySchema = z.strictObject({ id: id(), version: version(), reason: line(500) });
export const answerEntrySchema = z.strictObject({
  id: id(),
  version: version(),
  answer: optional(line(500)),
});
export const reverseEntrySchema = z.strictObject({ id: id(), reason: line(500) });

const named = z.object({ id: z.uuid(), name: z.string() });
const may = z.boolean();

/** What the reader may do to an entry; and, of a step that waits, why it is not theirs. */
const actionsSchema = z.object({
  submit: may,
  edit: may,
  check: may,
  approve: may,
  post: may,
  hold: may,
  resume: may,
  ask: may,
  reject: may,
  discard: may,
  reverse: may,
  confirm: may,
  blocked: z.enum(["role", "same-person", "beneficiary"]).nullable(),
});
export type EntryActions = z.output<typeof actionsSchema>;

export const entrySchema = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  projectTitle: z.string(),
  projectCode: z.string().nullable(),
  commitmentId: z.uuid().nullable(),
  instalmentId: z.uuid().nullable(),
  /** The promise that it belongs to, and which of its instalments. */
  promise: z
    .object({
      amount: money,
      instalment: z.number().int().nullable(),
      /** Agreement or resolution that makes it binding. */
      proof: z.string().nullable(),
    })
    .nullable(),
  line: named.nullable(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  flow: z.enum(entryFlows),
  kind: z.enum(resourceKinds),
  source: z.enum(receiptSources).nullable(),
  amount: money,
  currency: z.string(),
  foreignAmount: money.nullable(),
  rate: z.string().nullable(),
  rateOn: z.string().nullable(),
  happenedOn: z.string(),
  account: z.string(),
  voucherNo: z.string(),
  payee: z.string().nullable(),
  payeeOrganizationId: z.uuid().nullable(),
  purpose: z.string().nullable(),
  file: named.nullable(),
  valuation: z.string().nullable(),
  aboveCommitment: z.boolean(),
  overReason: z.string().nullable(),
  state: z.enum(entryStates),
  question: z.string().nullable(),
  reversalOfId: z.uuid().nullable(),
  settlesId: z.uuid().nullable(),
  /** Entries that it takes or gives back, and those that do so with it; as far as the reader reads them, oldest first. */
  tied: z.array(
    z.object({
      id: z.uuid(),
      tie: z.enum(entryTies),
      flow: z.enum(entryFlows),
      amount: money,
      happenedOn: z.string(),
      voucherNo: z.string(),
      state: z.enum(entryStates),
    }),
  ),
  reason: z.string().nullable(),
  /** Names of those who had a hand in it; only for those who read the whole ledger. */
  hands: z
    .object({
      entered: z.string().nullable(),
      checked: z.string().nullable(),
      approved: z.string().nullable(),
      secondApproved: z.string().nullable(),
      posted: z.string().nullable(),
    })
    .nullable(),
  approversNeeded: z.union([z.literal(1), z.literal(2)]),
  /** Since when the next step lies there; nothing once it is posted or rejected. */
  waitingSince: z.date().nullable(),
  version: z.number().int(),
  isReversed: z.boolean(),
  history: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(entryEventKinds),
      at: z.date(),
      by: z.string().nullable(),
      text: z.string().nullable(),
      changes: z
        .record(z.string(), z.tuple([z.string().nullable(), z.string().nullable()]))
        .nullable(),
    }),
  ),
  actions: actionsSchema,
});
export type Entry = z.output<typeof entrySchema>;

/** Where a move left an entry. */
export const movedEntrySchema = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  state: z.enum(entryStates),
  amount: money,
  flow: z.enum(entryFlows),
  happenedOn: z.string(),
  voucherNo: z.string(),
  reversalOfId: z.uuid().nullable(),
  version: z.number().int(),
});

const ledgerSorts = ["-on", "on", "-amount", "amount"] as const;

export const ledgerSchema = z.strictObject({
  from: optional(year),
  to: optional(year),
  organization: optional(id()),
  /** Of organizations of one kind. */
  organizationKind: optional(z.enum(organizationKinds)),
  project: optional(id()),
  side: optional(z.enum(fundSides)),
  cash: optional(z.enum(["true", "false"])),
  /** Only entries that take another one back. */
  reversals: optional(ticked()),
  /** What counted at the end of this day. */
  asOf: optional(day()),
  sort: z.enum(ledgerSorts).default("-on"),
  ...pagingShape,
});

const ledgerEntrySchema = z.object({
  id: z.uuid(),
  entry: z.enum(["commitment", "entry"]),
  side: z.enum(fundSides),
  flow: z.enum(entryFlows).nullable(),
  state: z.string(),
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
  actions: actionsSchema,
});

/** The list with the sums of all its entries (not of one page), cash and goods apart. */
export const ledgerPageSchema = pageOf(ledgerEntrySchema).extend({
  sums: z.object({ cash: money, inKind: money }),
  past: fundPastSchema,
});
export type LedgerEntry = z.output<typeof ledgerEntrySchema>;

export const deskSteps = ["mine", "own", "all"] as const;
export const deskSchema = z.strictObject({
  /** What waits for the reader, what the reader wrote, everything that is under way. */
  show: z.enum(deskSteps).default("mine"),
  ...pagingShape,
});
export const deskPageSchema = pageOf(
  ledgerEntrySchema.extend({
    state: z.enum(entryStates),
    flow: z.enum(entryFlows),
    payee: z.string().nullable(),
    waitingSince: z.date(),
    approversNeeded: z.number().int(),
  }),
);
export type DeskEntry = z.output<typeof deskPageSchema>["items"][number];
