export const platformStates = [
  "applied",
  "approved",
  "building",
  "operating",
  "suspended",
  "closed",
] as const;
export type PlatformState = (typeof platformStates)[number];

export const placeKinds = ["park", "plant", "campus"] as const;

/** S001-8, and the four of the Deyang centre (S002-61). */
export const builderRoles = [
  "gov_lead",
  "park_host",
  "school_body",
  "enterprise_body",
  "policy",
  "incubation",
  "core_technology",
  "market",
  "other",
] as const;
export type BuilderRole = (typeof builderRoles)[number];

export const componentKinds = ["space", "think_tank", "centre", "programme"] as const;
export type ComponentKind = (typeof componentKinds)[number];
export const componentStates = ["open", "building", "done"] as const;

export const placementStates = [
  "applied",
  "matched",
  "dispatched",
  "midterm",
  "appraised",
  "withdrawn",
] as const;
export type PlacementState = (typeof placementStates)[number];

/** 八段式, in its order (domain 3.14). */
export const promotionStates = ["enrolled", "trained", "assessed", "certified"] as const;
export type PromotionState = (typeof promotionStates)[number];

export const bookingStates = ["requested", "approved", "rejected", "cancelled"] as const;
export type BookingState = (typeof bookingStates)[number];
