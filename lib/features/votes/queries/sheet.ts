import type { RuleInForce } from "@/lib/features/bodies/schema/roster";
import { ruleOptions } from "@/lib/features/bodies/schema/roster";
import { isUnanimous, resultOf } from "../rules/snapshot";
import type { VoteSheetView } from "../schema/votes";
import type { CastingVote, Closing, Opening } from "../types";

/** The snapshots without the lists of seats: what a sheet is computed from. */
export type SheetSource = {
  opening: Omit<Opening, "lines" | "voters">;
  closing: Omit<Closing, "lines" | "ballots">;
  electors: number;
  castingVote: CastingVote | null;
  castingHolder: string | null;
};

const ruleOf = (rule: Opening["rule"]): RuleInForce =>
  ({ ...rule, options: rule.options ?? ruleOptions.parse({}) }) as RuleInForce;

/** A vote's result, from its snapshots alone: seats, members and rules of today are not asked (I-04, A-25). */
export function voteSheetOf(source: SheetSource): VoteSheetView {
  const opening: Opening = { ...source.opening, lines: [], voters: [] };
  const closing: Closing = { ...source.closing, lines: [], ballots: null };
  const { decision } = resultOf(opening, closing, source.castingVote);
  const { votes, circumstances } = closing;
  const { mail } = circumstances;
  const cast = votes.yes + votes.no + votes.abstain + votes.invalid;
  return {
    rule: ruleOf(opening.rule),
    seats: opening.seats,
    votes,
    silent: Math.max(0, source.electors - cast),
    quorum: decision.quorum,
    groups: decision.groups,
    pass: decision.pass,
    tie: decision.tie,
    outcome: decision.outcome,
    referUp: decision.referUp,
    casting: source.castingVote && {
      choice: source.castingVote.choice,
      reason: source.castingVote.reason,
      holderName: source.castingHolder ?? "",
    },
    mail: mail
      ? { replies: mail.replies, asked: source.electors, from: opening.at, to: closing.at }
      : null,
    secrecyVoid: opening.method === "secret" && isUnanimous(votes),
    unconfirmed: closing.unconfirmed.length,
    seatsKept: opening.seatsKept ?? null,
  };
}
