import type { CallState, WaitingParty } from "../types";

export type WaitingFacts = {
  state: CallState;
  /** The time for bids is over. */
  overdue: boolean;
  /** Experts of this stage who still owe their part. */
  expertsOwing: number;
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
export function waitingFor({ state, overdue, expertsOwing }: WaitingFacts): WaitingParty | null {
  if (state === "bidding") return overdue ? "opener" : "bidders";
  if (state === "expert_check" || state === "evaluation") {
    return expertsOwing > 0 ? "experts" : "secretariat";
  }
  return plain[state] ?? null;
}
