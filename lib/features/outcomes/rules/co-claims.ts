import { addDays, type Day } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { CoClaimMove, CoClaimState, OutcomeState } from "../types";
import { isApproved } from "./states";

/** behaviour 4.4: the other side agrees in 14 days, else the secretariat decides. */
export const ANSWER_DAYS = 14;

export const answerDue = (today: Day): Day => addDays(today, ANSWER_DAYS);

const edges: Record<CoClaimMove, Partial<Record<CoClaimState, CoClaimState>>> = {
  agree: { proposed: "agreed" },
  refuse: { proposed: "refused" },
  withdraw: { proposed: "withdrawn", refused: "withdrawn" },
  grant: { proposed: "granted", refused: "granted" },
  deny: { proposed: "denied", refused: "denied" },
};

/** The state after a move; undefined where the move does not exist. */
export const coClaimAfter = (state: CoClaimState, move: CoClaimMove): CoClaimState | undefined =>
  edges[move][state];

/** Neither agreed nor decided nor taken back. */
export const isOpen = (state: CoClaimState): boolean => state === "proposed" || state === "refused";

/**
 * behaviour 4.4 "Partner refuses a co-claim": until it is decided the result takes no further step towards the totals. What
 * is merely asked for holds nothing up, or every member could keep the results of others from counting.
 */
export const isDisputed = (state: CoClaimState): boolean => state === "refused";

/** What the reader of a result is told while it is open who owns it. */
export function openOwnership(result: {
  state: OutcomeState;
  provisional: boolean;
  coClaims: readonly { state: CoClaimState }[];
}): "asking" | "disputed" | "disputedCounted" | undefined {
  if (result.provisional) return isApproved(result.state) ? "disputedCounted" : "disputed";
  return result.coClaims.some(({ state }) => isOpen(state)) ? "asking" : undefined;
}

type Open = { state: CoClaimState; dueOn: Day };

/** Whom an open one waits for. */
export function coClaimWaits(claim: Open, today: Day): "other-side" | "secretariat" | undefined {
  if (!isOpen(claim.state)) return undefined;
  return claim.state === "proposed" && today <= claim.dueOn ? "other-side" : "secretariat";
}

export type CoClaimFault = "wrong-state" | "co-claim-overdue" | "co-claim-not-due";

/** May this move be made today? The other side answers up to the last day, the secretariat decides after it. */
export function checkMove(
  claim: Open,
  move: CoClaimMove,
  today: Day,
): Result<CoClaimState, CoClaimFault> {
  const next = coClaimAfter(claim.state, move);
  if (!next) return refuse("wrong-state");
  const waits = coClaimWaits(claim, today);
  if ((move === "agree" || move === "refuse") && waits === "secretariat") {
    return refuse("co-claim-overdue", { day: claim.dueOn });
  }
  if ((move === "grant" || move === "deny") && waits === "other-side") {
    return refuse("co-claim-not-due", { day: claim.dueOn });
  }
  return accept(next);
}

/** Of which results a part can be asked for. */
export const isClaimable = (state: OutcomeState): boolean =>
  state === "submitted" || state === "returned" || state === "verified" || state === "published";
