import { fenOf } from "@/lib/kernel/money";
import type { FindingStrength, SampleOutcome } from "./types";

export type RiskFacts = {
  evidenceRequired: boolean;
  /** Decimal text, as reported. */
  quantity: string;
  /** What the alliance has approved of the metric in that year. */
  ofTotal: string;
  strengths: readonly FindingStrength[];
  waitingDays: number;
};

/** A large part of the year's total weighs more; where nothing is approved yet, it is all of it. */
function sizeOf(quantity: bigint, total: bigint): number {
  if (total <= 0n || quantity * 4n >= total) return 4;
  if (quantity * 10n >= total) return 3;
  return quantity * 50n >= total ? 2 : 1;
}

/**
 * weight × size × findings × age (behaviour 4.4): whole numbers, so that the database orders the desk by the same product
 * (outcome_risk). Waiting counts by weeks, up to eight.
 */
export function riskOf(facts: RiskFacts): number {
  const count = (wanted: FindingStrength) =>
    facts.strengths.filter((strength) => strength === wanted).length;
  const findings = 1 + 3 * count("block") + count("reason");
  const age = 1 + Math.floor(Math.min(Math.max(facts.waitingDays, 0), 56) / 7);
  const weight = facts.evidenceRequired ? 3 : 1;
  return weight * sizeOf(fenOf(facts.quantity), fenOf(facts.ofTotal)) * findings * age;
}

/** Bulk approval is for rows without findings; what is only good to know is none. */
export const isClean = (strengths: readonly FindingStrength[]): boolean =>
  strengths.every((strength) => strength === "info");

type Hands = { enteredById: string | null; verifiedById: string | null };

/** figure.approve: neither who entered nor who verified it. */
export const isSecondPerson = (hands: Hands, userId: string | null): boolean =>
  userId !== null && userId !== hands.enteredById && userId !== hands.verifiedById;

/** At least so many and so many per cent, rounded up, and never more than there are. */
export const sampleSize = (population: number, percent: number, atLeast: number): number =>
  Math.min(population, Math.max(atLeast, Math.ceil((population * percent) / 100)));

/** Each of them is looked at by a person, and all stand on one page. */
export const LARGEST_SAMPLE = 2000;

/** A finding stands; only "needs a visit" is followed by another one. */
export const mayFind = (outcome: SampleOutcome | null): boolean =>
  outcome === null || outcome === "needs_visit";
