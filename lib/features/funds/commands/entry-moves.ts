import type { z } from "zod";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { isGuarded } from "@/lib/platform/db/errors";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { mayEdit, type Step, stepBlock } from "../policy";
import { type EntryRow, findEntry } from "../queries/entry";
import { sixNumbers } from "../queries/six";
import { approversNeeded, canMove, isOutgoing } from "../rules/entries";
import { isCash } from "../rules/promises";
import type { answerEntrySchema, moveEntrySchema, tellEntrySchema } from "../schema/entries";
import type { EntryEventKind, EntryMove, EntryState } from "../types";
import { answerEntry, noteEvent } from "./entry-events";

type Data = Parameters<Tx["fundEntry"]["updateMany"]>[0]["data"];
type Move = { id: string; version: number };

/** An entry in a state for the move, of the version that the form was opened with. */
async function open(
  tx: Tx,
  scope: TenantScope,
  input: Move,
  move: EntryMove,
): Promise<Result<EntryRow, "entry-wrong-state">> {
  const entry = (await findEntry(tx, scope, input.id)) ?? notFound();
  if (!canMove(move, entry.state)) return refuse("entry-wrong-state");
  if (entry.version !== input.version) throw new AppError("stale");
  return { ok: true, value: entry };
}

/** Whoever came first has changed the version: the second one sees what changed instead of deciding again. */
export async function writeMove(tx: Tx, scope: TenantScope, entry: EntryRow, data: Data) {
  const { count } = await tx.fundEntry.updateMany({
    where: {
      allianceId: scope.alliance.id,
      id: entry.id,
      state: entry.state,
      version: entry.version,
      enteredById: entry.enteredById,
    },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
}

const blockedBy = { "same-person": "same-person", beneficiary: "beneficiary" } as const;

/** The step is another person's than the ones before, and not of those who get the money (I-15). */
async function openStep(tx: Tx, scope: TenantScope, input: Move, step: Step) {
  const opened = await open(tx, scope, input, step);
  if (!opened.ok) return opened;
  const facts = { ...opened.value, isReversal: opened.value.reversalOfId !== null };
  const block = stepBlock(scope, step, facts);
  if (block === "role") return forbidden();
  return block ? refuse(blockedBy[block]) : opened;
}

/** Secretariat: voucher, day, line and amount are right. */
export async function checkEntry(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof moveEntrySchema>,
) {
  const opened = await openStep(tx, scope, input, "check");
  if (!opened.ok) return opened;
  await writeMove(tx, scope, opened.value, {
    state: "checked",
    checkedById: scope.actor.userId,
    checkedAt: scope.now,
  });
  await noteEvent(tx, scope, input.id, "checked");
  return answerEntry(tx, scope, input.id, "ledger.check_entry", {});
}

/** Chair or supervisor; from the amount of the rules on, two of them. */
export async function approveEntry(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof moveEntrySchema>,
) {
  const opened = await openStep(tx, scope, input, "approve");
  if (!opened.ok) return opened;
  const entry = opened.value;
  const needed = approversNeeded(fenOf(entry.amount), fenOf(entry.secondApproverFrom));
  const isSecond = entry.approvedById !== null;
  const state: EntryState = needed === 2 && !isSecond ? "checked" : "approved";
  try {
    await writeMove(tx, scope, entry, {
      state,
      ...(isSecond
        ? { secondApprovedById: scope.actor.userId, secondApprovedAt: scope.now }
        : { approvedById: scope.actor.userId, approvedAt: scope.now }),
    });
  } catch (error) {
    // The database looks at the rights of that very moment (A-31: approve after a change of roles).
    if (isGuarded(error, "beneficiary")) return refuse("beneficiary");
    throw error;
  }
  await noteEvent(tx, scope, input.id, "approved");
  return answerEntry(tx, scope, input.id, "ledger.approve_entry", { needed, isSecond });
}

/** Would this spend what has not arrived? Told before the database refuses it. */
async function shortOf(tx: Tx, scope: TenantScope, entry: EntryRow) {
  const way = isCash(entry.kind) ? "cash" : "kind";
  const six = await sixNumbers(tx, scope.alliance.id, { projectIds: [entry.projectId] });
  const account = await tx.fundAccount.findFirst({
    where: { allianceId: scope.alliance.id, projectId: entry.projectId },
    select: { advance: true },
  });
  const advance = way === "cash" ? fenOf(account?.advance.toFixed(2) ?? "0") : 0n;
  const left = six.received[way] + advance - six.spent[way];
  const takes = isOutgoing(entry.flow) ? fenOf(entry.amount) : -fenOf(entry.amount);
  return takes > left ? { left: yuanText(left), wanted: yuanText(takes) } : undefined;
}

/** From now on it counts, and never changes. */
export async function postEntry(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof moveEntrySchema>,
) {
  const opened = await openStep(tx, scope, input, "post");
  if (!opened.ok) return opened;
  const short = await shortOf(tx, scope, opened.value);
  if (short) return refuse("overspent", short);
  try {
    await writeMove(tx, scope, opened.value, {
      state: "posted",
      postedById: scope.actor.userId,
      postedAt: scope.now,
    });
  } catch (error) {
    if (isGuarded(error, "overspent")) return refuse("overspent-meanwhile");
    if (isGuarded(error, "line-passed")) return refuse("line-passed-meanwhile");
    if (isGuarded(error, "year-closed")) {
      return refuse("year-closed", { year: Number(opened.value.happenedOn.slice(0, 4)) });
    }
    if (isGuarded(error, "second-approver")) return refuse("second-approver-missing");
    throw error;
  }
  await noteEvent(tx, scope, input.id, "posted");
  return answerEntry(tx, scope, input.id, "ledger.post_entry", {});
}

const noSteps = {
  checkedById: null,
  checkedAt: null,
  approvedById: null,
  approvedAt: null,
  secondApprovedById: null,
  secondApprovedAt: null,
};
export const backToSubmitted = { state: "submitted" as const, ...noSteps };

type Stop = z.output<typeof tellEntrySchema>;

const stops = {
  hold: { event: "held", action: "ledger.hold_entry" },
  ask: { event: "asked", action: "ledger.ask_entry" },
  reject: { event: "rejected", action: "ledger.reject_entry" },
} as const satisfies Record<string, { event: EntryEventKind; action: string }>;

const stopped = (move: keyof typeof stops, was: EntryState): Data => {
  if (move === "hold") return { state: "on_hold", heldFrom: was };
  return move === "ask"
    ? { state: "incomplete", ...noSteps }
    : { state: "rejected", heldFrom: null };
};

/** Halts, asks one thing, or rejects: with the reason that its author reads. */
const stop = (move: keyof typeof stops) => async (tx: Tx, scope: TenantScope, input: Stop) => {
  const opened = await open(tx, scope, input, move);
  if (!opened.ok) return opened;
  await writeMove(tx, scope, opened.value, {
    ...stopped(move, opened.value.state),
    question: input.reason,
  });
  await noteEvent(tx, scope, input.id, stops[move].event, { text: input.reason });
  return answerEntry(tx, scope, input.id, stops[move].action, { reason: input.reason });
};

export const holdEntry = stop("hold");
export const askEntry = stop("ask");
export const rejectEntry = stop("reject");

/** Goes on where it was halted. */
export async function resumeEntry(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof moveEntrySchema>,
) {
  const opened = await open(tx, scope, input, "resume");
  if (!opened.ok) return opened;
  await writeMove(tx, scope, opened.value, {
    state: opened.value.heldFrom ?? "submitted",
    heldFrom: null,
    question: null,
  });
  await noteEvent(tx, scope, input.id, "resumed");
  return answerEntry(tx, scope, input.id, "ledger.resume_entry", {});
}

/** Its author hands it in, the first time or with the answer to what was asked. */
export async function submitEntry(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof answerEntrySchema>,
) {
  const opened = await open(tx, scope, input, "submit");
  if (!opened.ok) return opened;
  if (!mayEdit(scope, opened.value)) return forbidden();
  const isAnswer = opened.value.state === "incomplete";
  if (isAnswer && !input.answer) return refuse("answer-missing", { field: "answer" });
  await writeMove(tx, scope, opened.value, { ...backToSubmitted, question: null });
  await noteEvent(tx, scope, input.id, isAnswer ? "answered" : "submitted", {
    text: input.answer,
  });
  return answerEntry(tx, scope, input.id, "ledger.submit_entry", {});
}

/** Its author takes it back before anybody checked it; the history keeps what it said. */
export async function discardEntry(tx: Tx, scope: TenantScope, input: Stop) {
  const opened = await open(tx, scope, input, "reject");
  if (!opened.ok) return opened;
  if (!mayEdit(scope, opened.value)) return forbidden();
  if (!["draft", "submitted", "incomplete"].includes(opened.value.state)) {
    return refuse("entry-wrong-state");
  }
  await writeMove(tx, scope, opened.value, { state: "rejected", question: input.reason });
  await noteEvent(tx, scope, input.id, "rejected", { text: input.reason });
  return answerEntry(tx, scope, input.id, "ledger.discard_entry", { reason: input.reason });
}
