import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { accept, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { isUniqueViolation } from "@/lib/platform/db/errors";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { mayEdit, mayEnter } from "../policy";
import { type EntryRow, findEntry } from "../queries/entry";
import { canMove, changesBetween, type EntryFields, isMaterial, signed } from "../rules/entries";
import { exceeds } from "../rules/promises";
import type { editEntrySchema } from "../schema/entries";
import { checkDay, checkLine, checkNamed, checkSize } from "./entry-checks";
import { answerEntry, noteEvent } from "./entry-events";
import { backToSubmitted, writeMove } from "./entry-moves";
import { holdProject } from "./project";

type Input = z.output<typeof editEntrySchema>;

const fieldsBefore = (entry: EntryRow): EntryFields => ({
  amount: entry.amount,
  happenedOn: entry.happenedOn,
  payee: entry.payee,
  payeeOrganizationId: entry.payeeOrganizationId,
  lineId: entry.lineId,
  voucherNo: entry.voucherNo,
  account: entry.account,
  purpose: entry.purpose,
  fileId: entry.fileId,
  valuation: entry.valuation,
  overReason: entry.overReason,
});

/** What a party asked for stays its own money, also when the edit does not repeat so. */
const payeeAfter = (scope: TenantScope, entry: EntryRow, input: Input): string | null => {
  if (input.payeeOrganizationId) return input.payeeOrganizationId;
  return entry.flow === "spending" && !mayEnter(scope) ? entry.organizationId : null;
};

const fieldsAfter = (scope: TenantScope, entry: EntryRow, input: Input): EntryFields => ({
  amount: yuanText(signed(entry.flow, fenOf(input.amount))),
  happenedOn: input.happenedOn,
  payee: input.payee ?? null,
  payeeOrganizationId: payeeAfter(scope, entry, input),
  lineId: input.lineId ?? null,
  voucherNo: input.voucherNo,
  account: input.account,
  purpose: input.purpose ?? null,
  fileId: input.fileId ?? null,
  valuation: input.valuation ?? null,
  overReason: input.overReason ?? null,
});

/** The other amount must still fit the promise, or the entry that it takes back. */
async function checkCounterpart(tx: Tx, scope: TenantScope, entry: EntryRow, input: Input) {
  const against = entry.settlesId ?? entry.commitmentId;
  if (!against) return accept(null);
  await tx.$queryRaw`SELECT id FROM fund_commitments WHERE id = ${against}::uuid FOR UPDATE`;
  await tx.$queryRaw`SELECT id FROM fund_entries WHERE id = ${against}::uuid FOR UPDATE`;
  const [sums] = await tx.$queryRaw<{ whole: string; others: string }[]>`
    SELECT coalesce((SELECT amount FROM fund_entries WHERE id = ${entry.settlesId}::uuid),
        (SELECT amount FROM fund_commitments WHERE id = ${entry.commitmentId}::uuid))::text AS whole,
      coalesce((SELECT sum(e.amount) FROM fund_entries e WHERE e.alliance_id = ${scope.alliance.id}::uuid AND e.id <> ${entry.id}::uuid
        AND e.state <> 'rejected' AND CASE WHEN ${entry.settlesId}::uuid IS NULL THEN e.commitment_id = ${entry.commitmentId}::uuid
          ELSE e.settles_id = ${entry.settlesId}::uuid END), 0.00)::text AS others`;
  if (!sums) return notFound();
  const [whole, others, amount] = [fenOf(sums.whole), fenOf(sums.others), fenOf(input.amount)];
  if (entry.settlesId) {
    const left = whole + others;
    return amount > left
      ? refuse("settles-too-much", { field: "amount", left: yuanText(left) })
      : accept(null);
  }
  if (!exceeds(whole, others, amount) || entry.aboveCommitment) return accept(null);
  return refuse("above-commitment", {
    field: "amount",
    promised: yuanText(whole),
    arrived: yuanText(others),
    over: yuanText(others + amount - whole),
  });
}

async function checkAll(tx: Tx, scope: TenantScope, entry: EntryRow, input: Input) {
  const project = await holdProject(tx, scope, entry.projectId);
  const day = await checkDay(tx, scope, project, input.happenedOn);
  if (!day.ok) return day;
  const draft = { ...input, flow: entry.flow, kind: entry.kind };
  await checkNamed(tx, scope, draft);
  if (entry.flow === "spending" && !input.payee) return refuse("payee-missing", { field: "payee" });
  const line = await checkLine(tx, scope, entry.projectId, draft);
  if (!line.ok) return line;
  const fits = await checkCounterpart(tx, scope, entry, input);
  if (!fits.ok) return fits;
  return checkSize(draft, line.value ?? 0n);
}

/**
 * Its author says it otherwise. What was checked or approved and says something else in amount, payee, day, line or
 * voucher is checked again; the difference stands in its history.
 */
export async function editEntry(tx: Tx, scope: TenantScope, input: Input) {
  const entry = (await findEntry(tx, scope, input.id)) ?? notFound();
  if (!mayEdit(scope, entry)) return forbidden();
  if (!canMove("edit", entry.state) || entry.reversalOfId) return refuse("entry-wrong-state");
  if (entry.version !== input.version) throw new AppError("stale");
  // A foreign amount and its rate give the yuan: another sum would contradict them.
  if (entry.foreignAmount && fenOf(input.amount) !== fenOf(entry.amount)) {
    return refuse("foreign-fixed", { field: "amount" });
  }
  const checked = await checkAll(tx, scope, entry, input);
  if (!checked.ok) return checked;
  const after = fieldsAfter(scope, entry, input);
  const changes = changesBetween(fieldsBefore(entry), after);
  if (Object.keys(changes).length === 0) return refuse("nothing-changed");
  const isBack = isMaterial(changes) && ["checked", "approved"].includes(entry.state);
  try {
    await writeMove(tx, scope, entry, {
      ...after,
      happenedOn: dateOf(after.happenedOn),
      ...(isBack && backToSubmitted),
    });
  } catch (error) {
    if (isUniqueViolation(error)) {
      return refuse("voucher-used", { field: "voucherNo", voucher: input.voucherNo });
    }
    throw error;
  }
  await noteEvent(tx, scope, entry.id, "edited", { changes });
  return answerEntry(tx, scope, entry.id, "ledger.edit_entry", {
    from: entry.state,
    fields: Object.keys(changes).join(" "),
  });
}
