import type { Day } from "@/lib/kernel/dates";
import type { FundSide } from "../types";

/** First days on which promises, and entries under way, are known of an alliance; null: of every day. */
export type FundHistory = { promisedFrom: Day | null; pendingFrom: Day | null };

const promises: readonly FundSide[] = ["promised", "conditional", "proposed"];
const pending: readonly FundSide[] = ["entered", "requested"];

const lacks = (day: Day, from: Day | null): boolean => from !== null && day < from;

/** Sides that cannot be told of a day. What is posted always can: an entry keeps the stamp of its posting. */
export const unknownSides = (day: Day | undefined, history: FundHistory): FundSide[] =>
  day === undefined
    ? []
    : [
        ...(lacks(day, history.promisedFrom) ? promises : []),
        ...(lacks(day, history.pendingFrom) ? pending : []),
      ];

/** The first day of which all is known that is missing on a day; null: nothing is missing. */
export function knownFrom(day: Day | undefined, history: FundHistory): Day | null {
  if (day === undefined) return null;
  const later = [history.promisedFrom, history.pendingFrom].filter(
    (from): from is Day => from !== null && day < from,
  );
  return later.toSorted().at(-1) ?? null;
}
