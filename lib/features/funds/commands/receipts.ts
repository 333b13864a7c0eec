import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { accept, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { isUniqueViolation } from "@/lib/platform/db/errors";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { mayBook } from "../policy";
import { getReceipt } from "../queries/receipt";
import { exceeds, mayReceive } from "../rules";
import type { enterReceiptSchema, receiptIdSchema, reverseReceiptSchema } from "../schema";
import type { ResourceKind } from "../types";
import { holdProject } from "./project";

type EnterInput = z.output<typeof enterReceiptSchema>;

type Promised = {
  organizationId: string;
  kind: ResourceKind;
  state: string;
  promised: string;
  arrived: string;
};

/** The promise, locked: two receipts at once on one promise are counted one after the other. */
async function lockCommitment(tx: Tx, scope: TenantScope, input: EnterInput) {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM fund_commitments WHERE alliance_id = ${scope.alliance.id}::uuid
      AND project_id = ${input.projectId}::uuid AND id = ${input.commitmentId}::uuid FOR UPDATE`;
  if (locked.length === 0) return undefined;
  // A second statement sees what was committed while the first one waited.
  const rows = await tx.$queryRaw<Promised[]>`
    SELECT c.organization_id AS "organizationId", c.kind::text AS kind, c.state::text AS state,
      c.amount::text AS promised, coalesce((SELECT sum(r.amount) FROM fund_receipts r
        WHERE r.alliance_id = c.alliance_id AND r.commitment_id = c.id), 0.00)::text AS arrived
    FROM fund_commitments c WHERE c.id = ${input.commitmentId}::uuid`;
  return rows[0];
}

/** May this arrive on that promise? What comes above it must be said aloud. */
function checkAgainst(promise: Promised, input: EnterInput) {
  if (input.organizationId && input.organizationId !== promise.organizationId) {
    return refuse("commitment-other-organization");
  }
  if (promise.state !== "confirmed") return refuse("commitment-not-confirmed");
  if (promise.kind !== input.kind) return refuse("commitment-other-kind");
  const [promised, arrived, amount] = [promise.promised, promise.arrived, input.amount].map(
    fenOf,
  ) as [bigint, bigint, bigint];
  const above = exceeds(promised, arrived, amount);
  if (above && !input.aboveCommitment) {
    return refuse("above-commitment", {
      promised: yuanText(promised),
      arrived: yuanText(arrived),
      over: yuanText(arrived + amount - promised),
    });
  }
  return accept({ organizationId: promise.organizationId, above });
}

/** Whose money it is, and whether it is more than was promised. */
async function origin(tx: Tx, scope: TenantScope, input: EnterInput, parties: readonly string[]) {
  if (input.commitmentId) {
    const promise = await lockCommitment(tx, scope, input);
    return promise ? checkAgainst(promise, input) : notFound();
  }
  const organizationId = input.organizationId ?? notFound();
  if (!parties.includes(organizationId)) return refuse("not-a-party");
  return accept({ organizationId, above: false });
}

/** Notes what arrived, with its voucher; it counts as received once another person has booked it. */
export async function enterReceipt(tx: Tx, scope: TenantScope, input: EnterInput) {
  const project = await holdProject(tx, scope, input.projectId);
  if (!mayReceive(project.state)) return refuse("project-not-registered");
  if (input.receivedOn > scope.today) return refuse("receipt-in-future");
  const from = await origin(tx, scope, input, project.organizationIds);
  if (!from.ok) return from;
  try {
    const { id } = await tx.fundReceipt.create({
      select: { id: true },
      data: {
        allianceId: scope.alliance.id,
        projectId: input.projectId,
        commitmentId: input.commitmentId ?? null,
        organizationId: from.value.organizationId,
        kind: input.kind,
        source: input.source,
        amount: input.amount,
        receivedOn: dateOf(input.receivedOn),
        voucherNo: input.voucherNo,
        valuation: input.valuation ?? null,
        aboveCommitment: from.value.above,
        enteredById: scope.actor.userId,
      },
    });
    return answer(tx, scope, id, "ledger.create_entry", { aboveCommitment: from.value.above });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse("voucher-used", { voucher: input.voucherNo });
    throw error;
  }
}

/** The second person: from now on it is received, and never changes. */
export async function bookReceipt(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof receiptIdSchema>,
) {
  const receipt = (await getReceipt(tx, scope.alliance.id, input.id)) ?? notFound();
  if (receipt.state !== "entered") return refuse("receipt-wrong-state");
  if (!mayBook(scope, receipt.enteredById)) return refuse("same-person");
  // Who entered stands in the condition too: whatever changed meanwhile, no one books their own entry.
  const { count } = await tx.fundReceipt.updateMany({
    where: {
      allianceId: scope.alliance.id,
      id: input.id,
      state: "entered",
      enteredById: receipt.enteredById,
    },
    data: { state: "booked", bookedById: scope.actor.userId, bookedAt: scope.now },
  });
  if (count === 0) return refuse("receipt-wrong-state");
  return answer(tx, scope, input.id, "ledger.book_entry", { enteredById: receipt.enteredById });
}

/**
 * Enters the exact negative of a booked receipt, dated today. It takes the second person too: what one hand could take
 * from the books alone would not be safe there.
 */
export async function reverseReceipt(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof reverseReceiptSchema>,
) {
  const receipt = (await getReceipt(tx, scope.alliance.id, input.id)) ?? notFound();
  if (receipt.state !== "booked" || receipt.reversalOfId) return refuse("receipt-wrong-state");
  try {
    const { id } = await tx.fundReceipt.create({
      select: { id: true },
      data: {
        allianceId: scope.alliance.id,
        projectId: receipt.projectId,
        commitmentId: receipt.commitmentId,
        organizationId: receipt.organizationId,
        kind: receipt.kind,
        source: receipt.source,
        amount: yuanText(-fenOf(receipt.amount)),
        receivedOn: dateOf(scope.today),
        voucherNo: receipt.voucherNo,
        valuation: receipt.valuation,
        reversalOfId: receipt.id,
        reason: input.reason,
        enteredById: scope.actor.userId,
      },
    });
    return answer(tx, scope, id, "ledger.reverse", { reversalOf: receipt.id });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse("already-reversed");
    throw error;
  }
}

/** Takes back an entry that nobody has booked; the chain keeps what it said. */
export async function discardReceipt(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof reverseReceiptSchema>,
) {
  const receipt = (await getReceipt(tx, scope.alliance.id, input.id)) ?? notFound();
  const { count } = await tx.fundReceipt.deleteMany({
    where: { allianceId: scope.alliance.id, id: input.id, state: "entered" },
  });
  if (count === 0) return refuse("receipt-wrong-state");
  await scope.audit({
    action: "ledger.discard_entry",
    subjectType: "receipt",
    subjectId: input.id,
    details: { ...receipt, reason: input.reason },
  });
  return accept({ id: input.id });
}

async function answer(
  tx: Tx,
  scope: TenantScope,
  id: string,
  action: string,
  details: Record<string, string | boolean | null>,
) {
  const receipt = (await getReceipt(tx, scope.alliance.id, id)) ?? notFound();
  const { amount, kind, state, voucherNo, organizationId, projectId } = receipt;
  await scope.audit({
    action,
    subjectType: "receipt",
    subjectId: id,
    details: { ...details, amount, kind, state, voucherNo, organizationId, projectId },
  });
  return accept(receipt);
}
