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

/** Columns of the spreadsheet that is imported, in the order of the template. */
export const importColumns = [
  "creditCode",
  "name",
  "shortName",
  "nameEn",
  "alias",
  "kind",
  "regionCode",
  "address",
  "position",
  "admittedOn",
  "isLead",
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** What becomes of a row: a new unit, a membership for one on the register, nothing at all, or no import. */
export const importOutcomes = ["create", "link", "unchanged", "fault"] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/** What can be wrong with a cell. */
export const importFaults = [
  "required",
  "too-long",
  "invalid",
  "not-a-credit-code",
  "not-a-kind",
  "not-a-region",
  "not-a-position",
  "not-a-day",
  "future-day",
  "not-yes-or-no",
  "twice-in-file",
  "ambiguous-name",
  "organization-dissolved",
] as const;
export type ImportFault = (typeof importFaults)[number];

/** What the reader should know of a row that is imported all the same. */
export const importNotes = [
  "known-as",
  "name-differs",
  "kind-differs",
  "code-missing-here",
  "same-name-other-code",
  "member-already",
  "member-differs",
] as const;
export type ImportNote = (typeof importNotes)[number];

/** Rows of one import; more are split by hand into two files. */
export const MOST_IMPORT_ROWS = 10_000;
