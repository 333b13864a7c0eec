import type { Headcount, ItemState, MeetingState } from "../types";

/** Why no vote can be opened now; the words stand in meetings.obstacle.*. */
export const obstacles = [
  "not-open",
  "no-item",
  "not-a-motion",
  "item-over",
  "no-rule",
  "no-quorum",
  "group-missing",
  "below-minimum",
  "conflict-undecided",
  "seats-changed",
] as const;
export type Obstacle = (typeof obstacles)[number];

type Facts = {
  state: MeetingState;
  item: { kind: string; state: ItemState; challenged: number } | undefined;
  headcount: Headcount | undefined;
  /** The roster is not what was frozen any more. */
  seatsChanged: boolean;
};

/** The first thing in the way of a vote on the item, in the order in which it is mended; null: you may vote. */
export function obstacleOf({ state, item, headcount, seatsChanged }: Facts): Obstacle | null {
  if (state !== "open") return "not-open";
  if (!item) return "no-item";
  if (item.kind === "report" || item.kind === "follow_up") return "not-a-motion";
  if (item.state !== "open") return "item-over";
  if (!headcount) return "no-rule";
  if (seatsChanged) return "seats-changed";
  if (item.challenged > 0) return "conflict-undecided";
  if (headcount.belowMinRemaining) return "below-minimum";
  if (!headcount.quorum.met) return "no-quorum";
  return headcount.met ? null : "group-missing";
}
