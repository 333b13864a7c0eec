import type { EntryFlow } from "../types";
import { isOutgoing } from "./entries";

/** The six numbers of a project in fen; cash and kind are added only under the words for it. */
export type Six = Record<"promised" | "received" | "spent", { cash: bigint; kind: bigint }>;

export const noMoney = (): Six => ({
  promised: { cash: 0n, kind: 0n },
  received: { cash: 0n, kind: 0n },
  spent: { cash: 0n, kind: 0n },
});

export type Posting = { flow: EntryFlow; cash: boolean; amount: bigint };

const side = (cash: boolean) => (cash ? "cash" : "kind");

/** The numbers after a promise became binding or was raised by `amount`. */
export function afterPromise(six: Six, promise: { cash: boolean; amount: bigint }): Six {
  const way = side(promise.cash);
  return { ...six, promised: { ...six.promised, [way]: six.promised[way] + promise.amount } };
}

/**
 * The numbers after one posting, or nothing when it would spend what has not arrived. The account in the
 * database keeps the same rule (fund_account_entry).
 */
export function afterPosting(six: Six, posting: Posting, advance: bigint): Six | undefined {
  const way = side(posting.cash);
  const what = isOutgoing(posting.flow) ? "spent" : "received";
  const next = { ...six, [what]: { ...six[what], [way]: six[what][way] + posting.amount } };
  const room = next.received[way] + (posting.cash ? advance : 0n);
  const holds = next.spent[way] >= 0n && next.received[way] >= 0n && next.spent[way] <= room;
  return holds ? next : undefined;
}
