import type { Day } from "@/lib/kernel/dates";
import type { LifeKind, ResolutionState, ResolutionWait, TaskCounts } from "./types";

/** In the order in which they were recorded. */
export type LifeEvent = { kind: LifeKind; on: Day };
export type LifeFacts = {
  effectiveFrom: Day;
  expiresOn: Day | null;
  events: readonly LifeEvent[];
};

const endings = {
  superseded: "superseded",
  repealed: "repealed",
  completed: "completed",
} as const satisfies Partial<Record<LifeKind, ResolutionState>>;

const isEnding = (kind: LifeKind): kind is keyof typeof endings => kind in endings;

/** An end outlasts everything; an expiry that came before the end was recorded is what ended it. */
export function resolutionState(facts: LifeFacts, today: Day): ResolutionState {
  const past = facts.events.filter((event) => event.on <= today);
  const end = past.find((event) => isEnding(event.kind));
  if (facts.expiresOn !== null && facts.expiresOn < today && !(end && end.on <= facts.expiresOn)) {
    return "expired";
  }
  if (end && isEnding(end.kind)) return endings[end.kind];
  if (facts.effectiveFrom > today) return "adopted";
  return past.some((event) => event.kind === "amended") ? "amended" : "in_force";
}

/** The side state: from the beginning of a review until its end. */
export function underReview(events: readonly LifeEvent[], today: Day): boolean {
  const reviews = events.filter(
    ({ kind, on }) => on <= today && (kind === "under_review" || kind === "review_ended"),
  );
  return reviews.at(-1)?.kind === "under_review";
}

const live: readonly ResolutionState[] = ["adopted", "in_force", "amended"];

export const isLive = (state: ResolutionState): boolean => live.includes(state);

/** Which events a resolution can have in a state. A review can outlive the end, and ends only where it began. */
export function canHappen(kind: LifeKind, state: ResolutionState, reviewed: boolean): boolean {
  if (kind === "review_ended") return reviewed;
  if (kind === "under_review") return isLive(state) && !reviewed;
  // A resolution under review is not completed as if nothing were the matter with it.
  if (kind === "completed") return isLive(state) && !reviewed;
  return isLive(state);
}

/** Those that another resolution brings about. */
export const needsResolution = (kind: LifeKind): boolean =>
  kind === "amended" || kind === "superseded" || kind === "repealed";

/** What a resolution waits for: the first open step of adopted → task → done → completed. */
export function waitsFor(
  state: ResolutionState,
  reviewed: boolean,
  tasks: TaskCounts,
  /** It was repealed, and what it brought about still stands. */
  undo = false,
): ResolutionWait {
  if (reviewed) return "review";
  if (undo) return "undo";
  if (!isLive(state)) return "nobody";
  if (tasks.total === 0) return "task";
  if (tasks.reported > 0) return "acceptance";
  if (tasks.open > 0) return "execution";
  return state === "adopted" ? "effect" : "completion";
}
