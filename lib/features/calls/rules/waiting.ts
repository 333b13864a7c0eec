import type { CallState, WaitingParty } from "../types";

export type WaitingFacts = {
  state: CallState;
  /** The time for bids is over. */
  overdue: boolean;
  /** Experts of this stage who still owe their part. */
  expertsOwing: number;
  /** When the oldest objection came that nobody has answered. */
  objectedAt: Date | null;
};

const plain: Partial<Record<CallState, WaitingParty>> = {
  draft: "poster",
  triage: "secretariat",
  agreeing: "poster",
  agreed: "secretariat",
  closed: "second_opener",
  choice: "poster",
  notice: "objections",
  contract: "secretariat",
  executing: "team",
  accepting: "secretariat",
  accepted: "money",
  no_bid: "secretariat",
};

/** Who has to act next; null where it has ended. */
export function waitingFor(facts: WaitingFacts): WaitingParty | null {
  const { state, overdue, expertsOwing, objectedAt } = facts;
  // No notice ends over an objection.
  if (state === "notice" && objectedAt) return "answer";
  if (state === "bidding") return overdue ? "opener" : "bidders";
  if (state === "expert_check" || state === "evaluation") {
    return expertsOwing > 0 ? "experts" : "secretariat";
  }
  return plain[state] ?? null;
}

/** The same with the moment since which it waits: an answer since the objection, all else since the state began. */
export function waitOf(facts: WaitingFacts & { stateSince: Date }) {
  const party = waitingFor(facts);
  if (!party) return null;
  return { party, since: (party === "answer" && facts.objectedAt) || facts.stateSince };
}
