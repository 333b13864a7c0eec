import { addDays, type Day } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { CoClaimMove, CoClaimState, OutcomeState } from "../types";

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

/** While one is open it is not settled whose the result is: it stays provisional and outside approved totals. */
export const isOpen = (state: CoClaimState): boolean => state === "proposed" || state === "refused";

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
