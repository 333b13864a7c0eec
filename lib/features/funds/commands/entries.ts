import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { accept, refuse } from "@/lib/kernel/result";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { isUniqueViolation } from "@/lib/platform/db/errors";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { findEntry } from "../queries/entry";
import { isOutgoing, signed } from "../rules/entries";
import { converted, isCash, mayReceive } from "../rules/promises";
import type {
  createEntrySchema,
  requestSpendingSchema,
  reverseEntrySchema,
} from "../schema/entries";
import { checkDay, checkLine, checkNamed, checkSize } from "./entry-checks";
import { answerEntry, noteEvent } from "./entry-events";
import { type Origin, originOf } from "./entry-origin";
import { holdProject, type ProjectRow, usualPromise } from "./project";

type Input = z.output<typeof createEntrySchema>;

/** A foreign amount gives its yuan by the rate: a typed sum that differs is a slip of the pen. */
function checkRate(input: Input) {
  if (!input.foreignAmount || !input.rate) return accept(null);
  const computed = converted(fenOf(input.foreignAmount), input.rate);
  return computed === fenOf(input.amount)
    ? accept(null)
    : refuse("valuation-differs", { field: "amount", computed: yuanText(computed) });
}

/** Everything that can be wrong with what was typed, one thing after the other. */
async function checkAll(tx: Tx, scope: TenantScope, project: ProjectRow, input: Input) {
  if (!mayReceive(project.state)) return refuse("project-not-registered");
  const day = await checkDay(tx, scope, project, input.happenedOn);
  if (!day.ok) return day;
  const rate = checkRate(input);
  if (!rate.ok) return rate;
  await checkNamed(tx, scope, input);
  const origin = await originOf(tx, scope, input, project.organizationIds);
  if (!origin.ok) return origin;
  const line = await checkLine(tx, scope, input.projectId, {
    ...input,
    lineId: origin.value.lineId ?? undefined,
  });
  if (!line.ok) return line;
  const told = origin.value.usual || (isOutgoing(input.flow) && line.value) || 0n;
  const usual = told || (await usualPromise(tx, scope.alliance.id, isCash(input.kind)));
  const size = checkSize(input, usual);
  return size.ok ? origin : size;
}

const rowOf = (scope: TenantScope, input: Input, origin: Origin) => ({
  allianceId: scope.alliance.id,
  projectId: input.projectId,
  flow: input.flow,
  kind: input.kind,
  source: input.source && ["receipt", "delivery"].includes(input.flow) ? input.source : null,
  organizationId: origin.organizationId,
  commitmentId: origin.commitmentId,
  instalmentId: origin.instalmentId,
  lineId: origin.lineId,
  payee: origin.payee,
  payeeOrganizationId: origin.payeeOrganizationId,
  settlesId: input.settlesId ?? null,
  amount: yuanText(signed(input.flow, fenOf(input.amount))),
  currency: input.currency,
  foreignAmount: input.foreignAmount ?? null,
  rate: input.rate ?? null,
  rateOn: input.rateOn ? dateOf(input.rateOn) : null,
  happenedOn: dateOf(input.happenedOn),
  account: input.account,
  voucherNo: input.voucherNo,
  purpose: input.purpose ?? null,
  fileId: input.fileId ?? null,
  valuation: input.valuation ?? null,
  overReason: input.overReason ?? null,
  aboveCommitment: origin.above,
  state: input.draft ? ("draft" as const) : ("submitted" as const),
  enteredById: scope.actor.userId,
  createdAt: scope.now,
});

/** Notes what arrived, went out or was taken back, with its voucher; it counts once it is posted. */
export async function createEntry(tx: Tx, scope: TenantScope, input: Input) {
  const project = await holdProject(tx, scope, input.projectId);
  const checked = await checkAll(tx, scope, project, input);
  if (!checked.ok) return checked;
  try {
    const { id } = await tx.fundEntry.create({
      select: { id: true },
      data: rowOf(scope, input, checked.value),
    });
    await noteEvent(tx, scope, id, input.draft ? "created" : "submitted");
    return answerEntry(tx, scope, id, "ledger.create_entry", {
      aboveCommitment: checked.value.above,
    });
  } catch (error) {
    if (isUniqueViolation(error)) {
      return refuse("voucher-used", { field: "voucherNo", voucher: input.voucherNo });
    }
    throw error;
  }
}

/**
 * A party asks for what it laid out for the project. Unless it names who else is paid, the money is its own: those who act
 * for it do not approve it.
 */
export async function requestSpending(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof requestSpendingSchema>,
) {
  if (!reaches(scope.reach, input.organizationId)) return forbidden();
  return createEntry(tx, scope, {
    ...input,
    payeeOrganizationId: input.payeeOrganizationId ?? input.organizationId,
    flow: "spending",
    aboveCommitment: false,
    currency: "CNY",
  });
}

/**
 * Enters the exact negative of a posted entry, dated today. It takes the same persons as any other: what one hand could
 * take from the books alone would not be safe there.
 */
export async function reverseEntry(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof reverseEntrySchema>,
) {
  // Held as whoever takes part of it back holds it: not both at once.
  await tx.$queryRaw`SELECT id FROM fund_entries WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${input.id}::uuid FOR UPDATE`;
  const entry = (await findEntry(tx, scope, input.id)) ?? notFound();
  if (entry.state !== "posted" || entry.reversalOfId) return refuse("entry-wrong-state");
  const settled = await tx.fundEntry.count({
    where: { allianceId: scope.alliance.id, settlesId: entry.id, state: { not: "rejected" } },
  });
  if (settled > 0) return refuse("entry-settled");
  try {
    const { id } = await tx.fundEntry.create({
      select: { id: true },
      data: {
        allianceId: scope.alliance.id,
        projectId: entry.projectId,
        flow: entry.flow,
        kind: entry.kind,
        source: entry.source,
        organizationId: entry.organizationId,
        commitmentId: entry.commitmentId,
        instalmentId: entry.instalmentId,
        lineId: entry.lineId,
        payee: entry.payee,
        payeeOrganizationId: entry.payeeOrganizationId,
        settlesId: entry.settlesId,
        amount: yuanText(-fenOf(entry.amount)),
        happenedOn: dateOf(scope.today),
        account: entry.account,
        voucherNo: entry.voucherNo,
        valuation: entry.valuation,
        reversalOfId: entry.id,
        reason: input.reason,
        state: "submitted",
        enteredById: scope.actor.userId,
        createdAt: scope.now,
      },
    });
    await noteEvent(tx, scope, id, "submitted", { text: input.reason });
    return answerEntry(tx, scope, id, "ledger.reverse", { reversalOf: entry.id });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse("already-reversed");
    throw error;
  }
}
