import type { Day } from "@/lib/kernel/dates";
import type { PlacementState, PlatformState } from "../types";

/** S004-2: apply → approved → build → operate, with pauses; whatever stands can close. */
const platformSteps: Record<PlatformState, readonly PlatformState[]> = {
  applied: ["approved", "closed"],
  approved: ["building", "closed"],
  building: ["operating", "closed"],
  operating: ["suspended", "closed"],
  suspended: ["operating", "closed"],
  closed: [],
};

export const nextPlatformStates = (state: PlatformState): readonly PlatformState[] =>
  platformSteps[state];
export const platformMayBecome = (from: PlatformState, to: PlatformState): boolean =>
  platformSteps[from].includes(to);

export const platformWaits = ["approval", "parties", "building", "restart", "nobody"] as const;
export type PlatformWait = (typeof platformWaits)[number];

/** For whom a platform waits; `asked`: a party has not answered. */
export function platformWaitsFor(state: PlatformState, asked: boolean): PlatformWait {
  if (state === "applied") return "approval";
  if (state === "closed") return "nobody";
  if (asked) return "parties";
  if (state === "suspended") return "restart";
  return state === "operating" ? "nobody" : "building";
}

/** Since which day it waits so: the parties are asked when it is entered. */
export function platformWaitsSince(
  waiting: PlatformWait,
  { stateSince, enteredOn }: { stateSince: Day; enteredOn: Day },
): Day | null {
  if (waiting === "nobody") return null;
  return waiting === "parties" ? enteredOn : stateSince;
}

/** 3.14: (call →) apply → match → dispatched → mid-term → appraised; withdrawn before the end. */
const placementSteps: Record<PlacementState, readonly PlacementState[]> = {
  applied: ["matched", "withdrawn"],
  matched: ["dispatched", "withdrawn"],
  dispatched: ["midterm", "withdrawn"],
  midterm: ["appraised", "withdrawn"],
  appraised: [],
  withdrawn: [],
};

export const nextPlacementStates = (state: PlacementState): readonly PlacementState[] =>
  placementSteps[state];
export const placementMayBecome = (from: PlacementState, to: PlacementState): boolean =>
  placementSteps[from].includes(to);

/** Sent into a park: counts towards the target of the plan. */
export const isSent = (state: PlacementState): boolean =>
  state === "dispatched" || state === "midterm" || state === "appraised";
