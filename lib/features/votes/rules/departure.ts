import { decide } from "@/lib/features/bodies/rules/decide";
import type { Outcome } from "@/lib/features/bodies/types";
import type { CastingVote, Closing, Opening } from "../types";
import { countBallots, resultOf } from "./snapshot";

/** What a vote would have come to without a seat that had left before it ended. */
export type Doubt = {
  /** So many seats short of the quorum; 0: it was there all the same. */
  short: number;
  outcome: Outcome;
  /** Without the seat: the quorum, or the result. */
  changes: boolean;
};

/** Seats that are gone with one: itself, and every principal whose letter it carried. */
const goneWith = (opening: Opening, seatId: string): Set<string> =>
  new Set(
    opening.voters
      .filter((one) => one.proxySeatId === seatId || (one.seatId === seatId && !one.proxySeatId))
      .map((one) => one.seatId),
  );

/**
 * Counts a vote once more as if the seat had not been there at its close; undefined: it was not counted in this vote.
 * Of a named vote its ballots are known and go with it; hands and secret papers cannot be told apart and stay.
 */
export function doubtOf(
  given: { opening: Opening; closing: Closing; casting: CastingVote | null },
  seatId: string,
): Doubt | undefined {
  const { opening, closing, casting } = given;
  const gone = goneWith(opening, seatId);
  if (gone.size === 0 || opening.mail) return undefined;
  const ballots = closing.ballots?.filter((ballot) => !gone.has(ballot.seatId));
  const count = ballots ? countBallots(ballots) : closing.votes;
  const { yes, no, abstain, invalid } = count;
  const cast = yes + no + abstain + invalid;
  const { recused } = closing.votes;
  const present = Math.max(closing.votes.present - gone.size, cast + recused);
  const { decision: before, circumstances } = resultOf(opening, closing, casting);
  const without = decide(
    opening.rule,
    opening.seats,
    { present, recused, yes, no, abstain, invalid },
    { ...circumstances, voters: Math.max(closing.stayed - gone.size, 0) },
  );
  const { quorum } = without;
  const short = quorum.met ? 0 : Math.max((quorum.needed ?? quorum.base + 1) - quorum.count, 1);
  return { short, outcome: without.outcome, changes: without.outcome !== before.outcome };
}
