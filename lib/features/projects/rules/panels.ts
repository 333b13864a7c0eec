import { type CountingRule, decide } from "@/lib/features/bodies/rules/decide";
import type { Decision } from "@/lib/features/bodies/types";
import type { Declaration, PanelConclusion, PanelKind, PanelVote } from "../types";

/** What experts look at, and how many of a hundred points it gives. */
export const criteriaOf = {
  review: { need: 30, method: 30, team: 20, benefit: 20 },
  midterm: { progress: 40, quality: 30, money: 30 },
  acceptance: { targets: 40, quality: 30, evidence: 20, money: 10 },
} as const satisfies Record<PanelKind, Record<string, number>>;

export type Scores = Readonly<Record<string, number>>;
export type SeatFacts = {
  declaration: Declaration;
  submitted: boolean;
  total: number | null;
  vote: PanelVote | null;
};

/** A sheet is whole points for every criterion of the kind and for no other, none above its most. */
export function sheetFits(kind: PanelKind, scores: Scores): boolean {
  const most: Scores = criteriaOf[kind];
  const names = Object.keys(most);
  return (
    Object.keys(scores).length === names.length &&
    names.every((name) => {
      const points = scores[name];
      return (
        Number.isInteger(points) && Number(points) >= 0 && Number(points) <= Number(most[name])
      );
    })
  );
}

export const totalOf = (scores: Scores): number =>
  Object.values(scores).reduce((sum, points) => sum + points, 0);

/** Those without a conflict: they score, and there is an odd number of them, at least three (domain 3.6). */
export const judging = <T extends { declaration: Declaration }>(seats: readonly T[]): T[] =>
  seats.filter((seat) => seat.declaration !== "conflict");

export const isFull = (seats: readonly { declaration: Declaration }[]): boolean => {
  const count = judging(seats).length;
  return count >= 3 && count % 2 === 1;
};

/** Nobody sees another's scores before all are in. */
export const allIn = (seats: readonly Pick<SeatFacts, "declaration" | "submitted">[]): boolean =>
  isFull(seats) && judging(seats).every((seat) => seat.submitted);

const MOST_SPREAD = 20;

/** Points between the highest and the lowest; above 20 the experts talk before it is closed. */
export function spreadOf(totals: readonly number[]): number {
  return totals.length === 0 ? 0 : Math.max(...totals) - Math.min(...totals);
}

export const needsDiscussion = (totals: readonly number[]): boolean =>
  spreadOf(totals) > MOST_SPREAD;

/** Do the totals reach 60 on average? Compared by multiplication. */
export const passes = (totals: readonly number[]): boolean =>
  totals.length > 0 && totals.reduce((sum, total) => sum + total, 0) >= 60 * totals.length;

/** Two thirds of the panel judge, more than half of them say yes; an alliance's own rule goes before. */
export const panelRule: CountingRule = {
  quorum: { base: "seats_filled", num: 2, den: 3, cmp: "gte" },
  pass: { base: "present", num: 1, den: 2, cmp: "gt" },
  tie: "fails",
};

/** The vote of an acceptance by the arithmetic of every other vote. `wanted` are the choices that count as yes. */
export function panelVote(
  seats: readonly SeatFacts[],
  wanted: readonly PanelVote[],
  rule: CountingRule = panelRule,
): Decision {
  const filled = seats.length;
  const recused = seats.filter((seat) => seat.declaration === "conflict").length;
  const cast = seats.filter((seat) => seat.submitted && seat.vote !== null);
  const yes = cast.filter((seat) => seat.vote !== null && wanted.includes(seat.vote)).length;
  return decide(
    rule,
    { all: filled, filled, eligible: filled },
    {
      present: cast.length + recused,
      recused,
      yes,
      no: cast.length - yes,
      abstain: 0,
      invalid: 0,
    },
  );
}

/** What a panel comes to. An acceptance that is not carried is put right if a majority thinks that it can be. */
export function conclusionOf(
  kind: PanelKind,
  seats: readonly SeatFacts[],
  rule?: CountingRule,
): PanelConclusion {
  const totals = judging(seats).flatMap((seat) => (seat.total === null ? [] : [seat.total]));
  if (kind === "review") return passes(totals) ? "recommend" : "decline";
  if (kind === "midterm") return passes(totals) ? "go_on" : "rectify";
  if (panelVote(seats, ["yes"], rule).outcome === "carried") return "accepted";
  return panelVote(seats, ["yes", "rework"], rule).outcome === "carried" ? "rework" : "failed";
}
