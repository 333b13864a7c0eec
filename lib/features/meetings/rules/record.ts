import { countsFit } from "@/lib/features/bodies/rules/arithmetic";
import { decide } from "@/lib/features/bodies/rules/decide";
import type { RosterSeat, RuleInForce } from "@/lib/features/bodies/schema/roster";
import type { Decision, Matter, Outcome, SeatCount, Votes } from "@/lib/features/bodies/types";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { type AttendanceStatus, attending, type MotionFault } from "../types";

type Line = { seatId: string; status: AttendanceStatus };

/** Every holder once and nobody else: a seat left out would quietly lower the number of those present. */
export function attendanceFits(holders: readonly RosterSeat[], lines: readonly Line[]): boolean {
  const seats = new Set(lines.map((line) => line.seatId));
  return (
    seats.size === lines.length &&
    lines.length === holders.length &&
    holders.every((holder) => seats.has(holder.seatId))
  );
}

/** Seats with a vote that were there, online or by proxy. */
export function countPresent(holders: readonly RosterSeat[], lines: readonly Line[]): number {
  const there = new Set(
    lines
      .filter((line) => attending.some((status) => status === line.status))
      .map((line) => line.seatId),
  );
  return holders.filter((holder) => holder.eligible && there.has(holder.seatId)).length;
}

export type PaperMotion = Omit<Votes, "present"> & {
  matter: Matter;
  outcome: Outcome;
  contradictionReason?: string | undefined;
};

export type Judged = { rule: RuleInForce; votes: Votes; decision: Decision };

/**
 * What the rule in force says about the counts on the paper. The paper may say otherwise, but only with a reason: the
 * record warns, it does not rewrite history (behaviour 4.2, record-only mode).
 */
export function judge(
  motion: PaperMotion,
  body: { rules: readonly RuleInForce[]; seats: SeatCount; present: number },
): Result<Judged, MotionFault> {
  const rule = body.rules.find((candidate) => candidate.matter === motion.matter);
  if (!rule) return refuse("no-rule-in-force");
  const { recused, yes, no, abstain, invalid } = motion;
  const votes: Votes = { present: body.present, recused, yes, no, abstain, invalid };
  if (!countsFit(votes)) return refuse("votes-exceed-present");
  const decision = decide(rule, body.seats, votes);
  if (decision.outcome !== motion.outcome && !motion.contradictionReason) {
    return refuse("contradiction-needs-reason");
  }
  return accept({ rule, votes, decision });
}
