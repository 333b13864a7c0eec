export const platformKinds = [
  "training_base",
  "public_training_centre",
  "practice_centre",
  "master_studio",
  "engineering_centre",
  "research",
  "transfer_centre",
  "pilot_plant",
  "incubator",
  "think_tank",
  "data_centre",
  "competition_centre",
  "pilot_zone",
  "virtual_simulation",
  "community_college",
  "practice_base",
] as const;

export const platformStates = [
  "applied",
  "approved",
  "building",
  "operating",
  "suspended",
  "closed",
] as const;
export type PlatformState = (typeof platformStates)[number];

export const recognitionLevels = [
  "national",
  "provincial",
  "municipal",
  "district",
  "school",
] as const;

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

/** 八级工, the lowest first. */
export const skillLevels = [
  "apprentice",
  "junior",
  "intermediate",
  "senior",
  "technician",
  "senior_technician",
  "special_technician",
  "chief_technician",
] as const;

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
