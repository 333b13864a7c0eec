import { fenOf, yuanText } from "@/lib/kernel/money";
import type { TargetState, TargetStep } from "./types";

type Edge = { from: TargetState; to: TargetState };

const edges: Record<TargetStep, Edge> = {
  agree: { from: "proposed", to: "in_force" },
  adopt: { from: "proposed", to: "in_force" },
  decline: { from: "proposed", to: "declined" },
  withdraw: { from: "proposed", to: "withdrawn" },
  supersede: { from: "in_force", to: "superseded" },
};

/** The state after a step; undefined when the step is not allowed in this state. */
export const stateAfter = (state: TargetState, step: TargetStep): TargetState | undefined =>
  edges[step].from === state ? edges[step].to : undefined;

/**
 * What is still missing, in the unit of the metric; "0.00" when the target is reached. No target, no gap: a number that
 * nobody promised is not missing (behaviour 4.5, "Missing target").
 */
export function gapOf(target: string | null, achieved: string): string | null {
  if (target === null) return null;
  const missing = fenOf(target) - fenOf(achieved);
  return yuanText(missing > 0n ? missing : 0n);
}

/** Share reached in whole per cent, rounded down; null without a target, and of a target of zero there is no share. */
export function shareOf(target: string | null, achieved: string): number | null {
  if (target === null || fenOf(target) === 0n) return null;
  return Number((fenOf(achieved) * 100n) / fenOf(target));
}
