import type { CastingVote, Closing, Opening } from "../types";
import { resultOf } from "./snapshot";

/**
 * May a tie be decided by whoever chairs? Only where the rule says so and the vote was not secret: the casting vote is an
 * act of its own, with its reason (behaviour 4.2, ties).
 */
export const castingVotePossible = (opening: Opening, closing: Closing): boolean =>
  opening.method !== "secret" &&
  opening.rule.tie === "chair_casts" &&
  resultOf(opening, closing, null).decision.outcome === "tied";

/** Somebody who is free of a conflict could still decide the tie, so it is not declared as a tie. */
export const castingVoteBlocks = (
  opening: Opening,
  closing: Closing,
  casting: CastingVote | null,
): boolean =>
  casting === null &&
  castingVotePossible(opening, closing) &&
  closing.lines.some((line) => line.present !== null && line.eligible && !line.recused);
