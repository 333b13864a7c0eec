import { type Action, reachOf } from "@/lib/features/access/policy";
import { type Reach, reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { canConfirm, isSecondPerson } from "./rules";
import type { CommitmentState, ReceiptState } from "./types";

type Asker = Pick<TenantScope, "actor" | "alliance">;

const reachFor = (asker: Asker, action: Action): Reach | undefined =>
  reachOf(action, asker.actor.roles, asker.alliance.id);

const whole = (asker: Asker, action: Action): boolean => reachFor(asker, action)?.whole === true;

/** How far the asker reads single entries; undefined: not at all. */
export const ledgerReach = (asker: Asker): Reach | undefined =>
  reachFor(asker, "ledger.read_entries");

/** May the asker open the entries behind a sum of the alliance, or of one organization? */
export function opensLedger(asker: Asker, organizationId: string | null): boolean {
  const reach = ledgerReach(asker);
  return reach !== undefined && reaches(reach, organizationId);
}

/**
 * Does the asker read more of the summary than a visitor? What is not binding or not booked, and who gave it, is no public
 * figure. A role alone is not enough: an expert has one and reads what the public reads.
 */
export const readsInside = (asker: Asker): boolean => whole(asker, "fund.read_summary");

/** Whose promises may the asker enter? */
export function mayPledgeFor(asker: Asker, organizationId: string): boolean {
  const reach = reachFor(asker, "contribution.pledge");
  return reach !== undefined && reaches(reach, organizationId);
}

export const mayEnter = (asker: Asker): boolean => whole(asker, "ledger.create_entry");
export const mayConfirm = (asker: Asker): boolean => whole(asker, "contribution.confirm");
const mayReverse = (asker: Asker): boolean => whole(asker, "ledger.reverse");

/** The hand that books is not the hand that entered. */
export const mayBook = (asker: Asker, enteredById: string | null): boolean =>
  whole(asker, "ledger.book_entry") && isSecondPerson(enteredById, asker.actor.userId);

export type ReceiptFacts = {
  state: ReceiptState;
  enteredById: string | null;
  isReversal: boolean;
  isReversed: boolean;
};

/** What the asker may do to one receipt, and why it cannot be booked although it waits for that. */
export function receiptActions(asker: Asker, facts: ReceiptFacts) {
  const waits = facts.state === "entered";
  const isBooker = whole(asker, "ledger.book_entry");
  const book = waits && mayBook(asker, facts.enteredById);
  const blocked = isBooker ? ("same-person" as const) : ("role" as const);
  return {
    confirm: false,
    book,
    bookBlocked: waits && !book ? blocked : null,
    reverse:
      facts.state === "booked" && !facts.isReversal && !facts.isReversed && mayReverse(asker),
    discard: waits && mayEnter(asker),
  };
}

export const commitmentActions = (
  asker: Asker,
  facts: { state: CommitmentState; isNumbered: boolean },
) => ({
  confirm: facts.isNumbered && canConfirm(facts.state) && mayConfirm(asker),
  book: false,
  bookBlocked: null,
  reverse: false,
  discard: false,
});
