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
