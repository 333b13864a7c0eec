import type { Matter } from "@/lib/features/bodies/types";
import type { Effect } from "@/lib/features/resolutions/types";

/** Classes of matters that an effect cannot do without (domain 3.3): its executor would refuse at the declaration. */
const needed: Partial<Record<Effect["kind"], Matter>> = {
  admit: "membership",
  expel: "special",
};

export type EffectFault =
  | "effect-without-vote"
  | "effect-needs-membership"
  | "effect-needs-special";

/** Said while the agenda is written, and not when the room has voted. */
export function effectFault(item: {
  kind: string;
  matter?: Matter | undefined;
  effect: Effect;
}): EffectFault | undefined {
  const { kind, matter, effect } = item;
  if (effect.kind === "none") return undefined;
  if (kind === "report" || kind === "follow_up") return "effect-without-vote";
  const must = needed[effect.kind];
  if (!must || must === matter) return undefined;
  return must === "membership" ? "effect-needs-membership" : "effect-needs-special";
}

/**
 * A motion on the conduct of the meeting itself: to come back to an item, to elect who takes the chair. It brings nothing
 * about outside of the room, so it needs no notice and may be put while the meeting sits (behaviour 4.2, re-vote, chair).
 */
export const isMotionOfOrder = (item: {
  kind: string;
  matter?: Matter | undefined;
  effect: Effect;
  applicationId?: string | undefined;
  projectId?: string | undefined;
}): boolean =>
  item.kind === "procedural" &&
  item.matter === "procedural" &&
  item.effect.kind === "none" &&
  !item.applicationId &&
  !item.projectId;
