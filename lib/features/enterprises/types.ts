/** The papers that an enterprise shows when it asks for what it was promised (behaviour 3, feature 25). */
export const evidenceKinds = [
  "agreement",
  "promise",
  "receipt",
  "delivery",
  "class",
  "hires",
  "call",
  "outcome",
  "certificate",
] as const;

/** What waits for the enterprise itself. */
export const owedKinds = [
  "answer_project",
  "supplement_project",
  "promise",
  "call",
  "answer_match",
  "sign_college",
  "rectify_college",
  "confirm_demand",
  "confirm_list",
  "returned_figure",
  "agreement_ends",
  "seal_certificate",
  "answer_co_claim",
] as const;
export type OwedKind = (typeof owedKinds)[number];

/** So many days ahead what ends or falls due is already shown. */
export const daysAhead = 60;

/** So many papers are listed at most; the page says when there are more and asks for one year. */
export const mostEvidence = 500;
