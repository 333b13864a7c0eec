import { parseYuan, yuanText } from "@/lib/kernel/money";
import { type Authority, authorities } from "../types";

/** Table of powers in yuan as text: below A the secretariat, below B the committee, from B on the council. */
export type Powers = { reviewFrom: string; amountA: string; amountB: string };

/**
 * Until an alliance adopts its own: one association sends everything above 30,000 yuan to its council (domain 3.6), and
 * what goes there has been reviewed.
 */
export const firstPowers: Powers = {
  reviewFrom: "30000.00",
  amountA: "30000.00",
  amountB: "30000.00",
};

const fen = (yuan: string): bigint => parseYuan(yuan) ?? 0n;

/** Who decides about that much. An amount that stands in the table belongs to the higher one. */
export function authorityFor(amount: string, powers: Powers): Authority {
  if (fen(amount) < fen(powers.amountA)) return "secretariat";
  return fen(amount) < fen(powers.amountB) ? "committee" : "council";
}

export const needsReview = (amount: string, powers: Powers): boolean =>
  fen(amount) >= fen(powers.reviewFrom);

/** What a project weighs: its budget, or what was promised when that is more. */
export function weightOf(budget: string | null, promised: string): string {
  const planned = budget ? fen(budget) : 0n;
  const given = fen(promised);
  return yuanText(planned > given ? planned : given);
}

/** Bodies that speak for the whole alliance; every other body with a seat is a committee. */
const councils: readonly string[] = ["council", "standing_council", "member_assembly"];

export const authorityOfBody = (bodyKind: string): Authority =>
  councils.includes(bodyKind) ? "council" : "committee";

export const standsAtLeast = (one: Authority, other: Authority): boolean =>
  authorities.indexOf(one) >= authorities.indexOf(other);

/** What is asked of the lower is decided by the higher, once it has come to weigh that much. */
export const higherOf = (one: Authority, other: Authority): Authority =>
  standsAtLeast(one, other) ? one : other;

/** Who approves a change: dates and partners the office; money and what is to come of it those who decided about it. */
export function approverOf(
  kind: "date" | "scope" | "budget" | "funder" | "partner" | "lead",
  amount: string,
  powers: Powers,
): Authority {
  return kind === "date" || kind === "partner" ? "secretariat" : authorityFor(amount, powers);
}
