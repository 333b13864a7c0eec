import { fenOf } from "@/lib/kernel/money";
import type { AlertAbout, AlertDirection, AlertResult } from "./types";

type Asked = { about: AlertAbout; direction: AlertDirection | null; bound: string };

/** Is a number beyond its bound? Exactly at it: at_least and at_most hold, above and below do not. */
export function isBeyond(direction: AlertDirection, value: string, bound: string): boolean {
  const [one, other] = [fenOf(value), fenOf(bound)];
  const holds: Record<AlertDirection, boolean> = {
    at_least: one >= other,
    above: one > other,
    at_most: one <= other,
    below: one < other,
  };
  return holds[direction];
}

/** Is the condition met? Of promises those are counted that are late by more than the bound says: one is enough. */
export function isMet({ about, direction, bound }: Asked, value: string): boolean {
  if (about === "promise_overdue") return fenOf(value) > 0n;
  return isBeyond(direction ?? "at_least", value, bound);
}

type Step = "raise" | "close" | "none";

/**
 * What a look does to what stands. Without a number nothing is known: nothing is raised, and what was raised is not
 * taken back.
 */
export function stepOf(result: AlertResult, stands: boolean): Step {
  if (result === "raised" && !stands) return "raise";
  return result === "quiet" && stands ? "close" : "none";
}

/** Where nothing is typed: one report, one negative answer, ninety days (behaviour 4.5). */
export const usualBound: Record<Exclude<AlertAbout, "threshold">, string> = {
  missing_reports: "1",
  negative_indicator: "1",
  promise_overdue: "90",
};
