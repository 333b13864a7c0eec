export const editionStates = [
  "outline",
  "data_snapshot",
  "drafting",
  "merge",
  "review",
  "council_approved",
  "submitted",
  "published",
] as const;
export type EditionState = (typeof editionStates)[number];

/** The chapters of an annual report (domain 3.13), in their order. */
export const sectionKinds = [
  "overview",
  "governance",
  "co_running",
  "co_training",
  "employment",
  "technical_service",
  "funds",
  "cases",
  "problems",
  "next_year",
  "data_tables",
] as const;
export type SectionKind = (typeof sectionKinds)[number];

export const sectionStates = ["open", "drafting", "submitted", "returned", "accepted"] as const;
export type SectionState = (typeof sectionStates)[number];

/** Steps that the secretariat takes by hand; the others come with a review, a resolution or a paper. */
export const editionSteps = ["outline", "data_snapshot", "drafting", "merge", "review"] as const;
export type EditionStep = (typeof editionSteps)[number];

/** Who signs the review: the secretary-general first. */
export const reviewSeats = ["secretary", "chair"] as const;
export type ReviewSeat = (typeof reviewSeats)[number];

/** For whom an edition can wait. */
export const editionWaits = [
  "snapshot",
  "start",
  "drafts",
  "checks",
  "merge",
  "review",
  "secretary",
  "chair",
  "council",
  "submission",
  "publication",
  "nobody",
] as const;
export type EditionWait = (typeof editionWaits)[number];

/** What its history tells. */
export const editionEvents = [
  ...editionStates,
  "section_submitted",
  "section_accepted",
  "section_returned",
  "signed_secretary",
  "signed_chair",
  "sent_back",
] as const;
export type EditionEventKind = (typeof editionEvents)[number];

/** 典型案例: written, handed in, sent back, or in an edition. */
export const caseStates = ["draft", "submitted", "returned", "selected"] as const;
export type CaseState = (typeof caseStates)[number];

/** Where in a chapter or a case a number of persons can stand. */
export const numberParts = [
  "title",
  "text",
  "background",
  "practice",
  "effect",
  "links",
  "sources",
] as const;
export type NumberPart = (typeof numberParts)[number];

/** What a case can tell of. */
export const caseLinkKinds = ["project", "college", "platform", "class"] as const;
export type CaseLinkKind = (typeof caseLinkKinds)[number];
