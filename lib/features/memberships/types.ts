export const memberPositions = [
  "chair_unit",
  "exec_chair_unit",
  "vice_chair_unit",
  "standing_unit",
  "council_unit",
  "member_unit",
  "observer",
] as const;
export type MemberPosition = (typeof memberPositions)[number];

/** Computed from periods, suspensions and events on a day; never stored (behaviour 4.1). */
export const membershipStatuses = ["pending", "active", "suspended", "notice", "ended"] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];

export const representativeKinds = [
  "legal",
  "authorised",
  "contact",
  "finance",
  "reporter",
] as const;

export const memberSorts = ["name", "number", "position", "kind", "since"] as const;
export type MemberSort = (typeof memberSorts)[number];

export const seatPositions = ["chair", "exec_chair", "vice_chair", "standing", "member"] as const;
