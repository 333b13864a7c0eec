import type { Day } from "@/lib/kernel/dates";
import type { EntryFlow, EntryMove, EntryState, FundSide, ResourceKind } from "../types";

/** From state to states: the same table as entry_edge() of the database (I-12). */
export const entryEdges: Record<EntryState, readonly EntryState[]> = {
  draft: ["draft", "submitted", "rejected"],
  submitted: ["submitted", "checked", "incomplete", "on_hold", "rejected"],
  checked: ["checked", "approved", "submitted", "incomplete", "on_hold", "rejected"],
  approved: ["posted", "submitted", "on_hold", "rejected"],
  incomplete: ["incomplete", "submitted", "rejected"],
  on_hold: ["submitted", "checked", "approved", "rejected"],
  posted: [],
  rejected: [],
};

export const mayBecome = (was: EntryState, becomes: EntryState): boolean =>
  entryEdges[was].includes(becomes);

/** Posted or rejected: nobody has anything to do with it any more. */
export const isOver = (state: EntryState): state is "posted" | "rejected" =>
  entryEdges[state].length === 0;

/** What an entry waits for; nothing where it is over. The second approver is waited for once the first has agreed. */
export function entryWaits(state: EntryState, approved: boolean) {
  if (isOver(state)) return undefined;
  return state === "checked" && approved ? "checkedSecond" : state;
}

/** In which states a move may be made; whether this person may is another question. */
const movesIn: Record<EntryMove, readonly EntryState[]> = {
  submit: ["draft", "incomplete"],
  edit: ["draft", "submitted", "incomplete", "checked", "approved"],
  check: ["submitted"],
  approve: ["checked"],
  post: ["approved"],
  hold: ["submitted", "checked", "approved"],
  resume: ["on_hold"],
  ask: ["submitted", "checked"],
  reject: ["draft", "submitted", "checked", "approved", "incomplete", "on_hold"],
  reverse: ["posted"],
};

export const canMove = (move: EntryMove, state: EntryState): boolean =>
  movesIn[move].includes(state);

const adds: readonly EntryFlow[] = ["receipt", "delivery", "spending"];

/** The sign of a flow: people type what was given back as a plain amount, the books hold it below nought. */
export const signed = (flow: EntryFlow, amount: bigint): bigint =>
  adds.includes(flow) ? amount : -amount;

export const isOutgoing = (flow: EntryFlow): boolean => flow === "spending" || flow === "recovery";

export const flowTakes = (flow: EntryFlow, kind: ResourceKind): boolean => {
  if (flow === "receipt" || flow === "refund") return kind === "cash";
  return isOutgoing(flow) || kind !== "cash";
};

/** A flow that takes back part of another entry: which flow that one has. */
export const settledFlow: Partial<Record<EntryFlow, EntryFlow>> = {
  withdrawal: "delivery",
  refund: "receipt",
  recovery: "spending",
};

/** Where an entry counts; nothing for what is not handed in or was rejected. */
export function sideOf(flow: EntryFlow, state: EntryState): FundSide | null {
  if (state === "draft" || state === "rejected") return null;
  if (isOutgoing(flow)) return state === "posted" ? "spent" : "requested";
  return state === "posted" ? "received" : "entered";
}

/** Who has had a hand in an entry. */
export type Hands = {
  enteredById: string | null;
  checkedById: string | null;
  approvedById: string | null;
  secondApprovedById: string | null;
};

/**
 * May this person make the step as far as the others are concerned (I-15, A-31)? Accounts belong to one person each, so
 * accounts are compared. Only the checker may have a second part: to post what others approved.
 */
export function isOtherHand(
  step: "check" | "approve" | "post",
  hands: Hands,
  actorId: string | null,
): boolean {
  if (actorId === null || actorId === hands.enteredById) return false;
  if (step === "check") return true;
  const approvers = [hands.approvedById, hands.secondApprovedById];
  if (step === "post") return !approvers.includes(actorId);
  return actorId !== hands.checkedById && !approvers.includes(actorId);
}

export const approversNeeded = (amount: bigint, from: bigint): 1 | 2 =>
  (amount < 0n ? -amount : amount) >= from ? 2 : 1;

/** What an edit changes, by field, before and after; the fields that send a checked entry back are all of these. */
export type EntryFields = {
  amount: string;
  happenedOn: Day;
  payee: string | null;
  payeeOrganizationId: string | null;
  lineId: string | null;
  voucherNo: string;
  account: string;
  purpose: string | null;
  fileId: string | null;
  valuation: string | null;
  overReason: string | null;
};

const material: readonly (keyof EntryFields)[] = [
  "amount",
  "happenedOn",
  "payee",
  "payeeOrganizationId",
  "lineId",
  "voucherNo",
  "account",
];

export type Changes = Partial<Record<keyof EntryFields, [string | null, string | null]>>;

export function changesBetween(before: EntryFields, after: EntryFields): Changes {
  const keys = Object.keys(before) as (keyof EntryFields)[];
  return Object.fromEntries(
    keys
      .filter((key) => before[key] !== after[key])
      .map((key) => [key, [before[key], after[key]] as const]),
  );
}

/** Amount, payee, day, line and voucher are what was checked: with another one it is checked again. */
export const isMaterial = (changes: Changes): boolean => material.some((key) => key in changes);
