import { skillLevels } from "@/lib/features/people/types";
import type { Day } from "@/lib/kernel/dates";
import { type PromotionState, promotionStates } from "../types";

type SkillLevel = (typeof skillLevels)[number];

/** S001-25: upwards on the eight levels; steps may be skipped, as the state's own examinations allow. */
export const rises = (from: SkillLevel, to: SkillLevel): boolean =>
  skillLevels.indexOf(to) > skillLevels.indexOf(from);

/** The one step that follows; none after the certificates. */
export const nextPromotionState = (state: PromotionState): PromotionState | undefined =>
  promotionStates[promotionStates.indexOf(state) + 1];

export type PromotionStep = {
  to: PromotionState;
  /** People who are left at this step. */
  people: number;
  on: Day;
  certificateNo?: string | undefined;
};

export type PromotionFault =
  | "wrong-state"
  | "day-in-future"
  | "promotion-more-people"
  | "promotion-day-order"
  | "promotion-needs-number";

/**
 * Why a step cannot be taken: ENROLLED → TRAINED → ASSESSED → CERTIFIED (domain 3.14), nobody joins on the way, and whoever
 * is certified has a certificate that can be looked up.
 */
export function promotionFault(
  last: { state: PromotionState; people: number; on: Day },
  step: PromotionStep,
  today: Day,
): PromotionFault | undefined {
  if (nextPromotionState(last.state) !== step.to) return "wrong-state";
  if (step.on > today) return "day-in-future";
  if (step.on < last.on) return "promotion-day-order";
  if (step.people > last.people) return "promotion-more-people";
  if (step.to === "certified" && step.people > 0 && !step.certificateNo) {
    return "promotion-needs-number";
  }
  return undefined;
}

/** People certified in each calendar year, the latest first. */
export function certifiedByYear(
  promotions: readonly { certified: number | null; certifiedOn: Day | null }[],
): { year: number; people: number }[] {
  const years = new Map<number, number>();
  for (const { certified, certifiedOn } of promotions) {
    if (certified === null || certifiedOn === null) continue;
    const year = Number(certifiedOn.slice(0, 4));
    years.set(year, (years.get(year) ?? 0) + certified);
  }
  return [...years].map(([year, people]) => ({ year, people })).toSorted((a, b) => b.year - a.year);
}
