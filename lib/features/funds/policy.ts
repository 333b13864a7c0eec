import { type Action, reachOf } from "@/lib/features/access/policy";
import { type Reach, reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { canMove, type Hands, isOtherHand } from "./rules/entries";
import { canConfirm } from "./rules/promises";
import type { EntryActions } from "./schema/entries";
import type { CommitmentState, EntryState } from "./types";

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
 * Does the asker read more of the summary than a visitor? What is not binding or not posted, and who gave it, is no public
 * figure. A role alone is not enough: an expert has one and reads what the public reads.
 */
export const readsInside = (asker: Asker): boolean => whole(asker, "fund.read_summary");

/** Whose promises may the asker enter? */
export function mayPledgeFor(asker: Asker, organizationId: string): boolean {
  const reach = reachFor(asker, "contribution.pledge");
  return reach !== undefined && reaches(reach, organizationId);
}

/** For which organization may the asker ask for what it laid out? */
export function mayRequestFor(asker: Asker, organizationId: string): boolean {
  const reach = reachFor(asker, "reimbursement.request");
  return reach !== undefined && reaches(reach, organizationId);
}

/** Whose budgets may the asker propose? */
export function mayProposeFor(asker: Asker, organizationId: string): boolean {
  const reach = reachFor(asker, "budget.propose");
  return reach !== undefined && reaches(reach, organizationId);
}

export const mayEnter = (asker: Asker): boolean => whole(asker, "ledger.create_entry");
export const mayConfirm = (asker: Asker): boolean => whole(asker, "contribution.confirm");
export const mayManageFunds = (asker: Asker): boolean => whole(asker, "fund.manage_programme");
export const mayDecideBudget = (asker: Asker): boolean => whole(asker, "budget.decide");
export const mayAllowAdvance = (asker: Asker): boolean => whole(asker, "fund.allow_advance");
export const maySetRules = (asker: Asker): boolean => whole(asker, "fund.set_rules");
export const mayClose = (asker: Asker): boolean => whole(asker, "ledger.close_period");
export const mayCountersign = (asker: Asker): boolean => whole(asker, "ledger.countersign_period");
export const mayRestate = (asker: Asker): boolean => whole(asker, "ledger.restate");

const steps = {
  check: "ledger.check_entry",
  approve: "ledger.approve_entry",
  post: "ledger.post_entry",
} as const satisfies Record<string, Action>;
export type Step = keyof typeof steps;

/** Does the asker have the role for a step, whatever the entry? */
export const hasStep = (asker: Asker, step: Step): boolean => whole(asker, steps[step]);

/** Has the asker a desk on which entries wait? */
export const hasDesk = (asker: Asker): boolean =>
  (Object.keys(steps) as Step[]).some((step) => hasStep(asker, step)) ||
  reachFor(asker, "ledger.edit_entry") !== undefined;

/** What of the money the asker may open: some entries, the form for what arrives, a desk, all of the ledger. */
export const fundDoors = (asker: Asker) => ({
  open: ledgerReach(asker) !== undefined,
  enter: mayEnter(asker),
  desk: hasDesk(asker),
  whole: ledgerReach(asker)?.whole === true,
});

export type EntryFacts = Hands & {
  state: EntryState;
  organizationId: string;
  /** Does the asker act for the organization that the money goes to? */
  isBeneficiary: boolean;
  isReversal: boolean;
  isReversed: boolean;
};

/**
 * May the asker change what an entry says? Its author alone: who else changed it would have written part of what they then
 * check (I-15). Others ask, hold or reject.
 */
export function mayEdit(asker: Asker, facts: Pick<EntryFacts, "organizationId" | "enteredById">) {
  const reach = reachFor(asker, "ledger.edit_entry");
  if (!reach || facts.enteredById === null) return false;
  return facts.enteredById === asker.actor.userId && reaches(reach, facts.organizationId);
}

/** Why a step that waits is not the asker's; nothing when it is. */
export function stepBlock(
  asker: Asker,
  step: Step,
  facts: EntryFacts,
): "role" | "same-person" | "beneficiary" | null {
  if (!hasStep(asker, step)) return "role";
  if (!isOtherHand(step, facts, asker.actor.userId)) return "same-person";
  return step === "approve" && facts.isBeneficiary ? "beneficiary" : null;
}

const waitingStep: Partial<Record<EntryState, Step>> = {
  submitted: "check",
  checked: "approve",
  approved: "post",
};

/** What the asker may do to one entry, and why the step that waits is not theirs. */
export function entryActions(asker: Asker, facts: EntryFacts): EntryActions {
  const step = waitingStep[facts.state];
  const blocked = step ? stepBlock(asker, step, facts) : null;
  const stops = whole(asker, "ledger.stop_entry");
  const edits = mayEdit(asker, facts);
  const can = (move: Parameters<typeof canMove>[0]) => canMove(move, facts.state);
  return {
    submit: edits && can("submit"),
    edit: edits && can("edit") && !facts.isReversal,
    check: step === "check" && blocked === null,
    approve: step === "approve" && blocked === null,
    post: step === "post" && blocked === null,
    hold: stops && can("hold"),
    resume: stops && can("resume"),
    ask: stops && can("ask"),
    reject: stops && can("reject") && facts.state !== "draft",
    discard: edits && ["draft", "submitted", "incomplete"].includes(facts.state),
    reverse:
      can("reverse") && !facts.isReversal && !facts.isReversed && whole(asker, "ledger.reverse"),
    confirm: false,
    blocked,
  };
}

/** Nothing is done to an entry of a past day. */
export const noActions: EntryActions = {
  submit: false,
  edit: false,
  check: false,
  approve: false,
  post: false,
  hold: false,
  resume: false,
  ask: false,
  reject: false,
  discard: false,
  reverse: false,
  confirm: false,
  blocked: null,
};

export const commitmentActions = (
  asker: Asker,
  facts: { state: CommitmentState; isNumbered: boolean },
): EntryActions => ({
  ...noActions,
  confirm: facts.isNumbered && canConfirm(facts.state) && mayConfirm(asker),
});
