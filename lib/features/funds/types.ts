export const resourceKinds = [
  "cash",
  "equipment",
  "site",
  "software",
  "technology",
  "staff_time",
  "donation",
] as const;
export type ResourceKind = (typeof resourceKinds)[number];

export const commitmentStates = ["proposed", "conditional", "confirmed", "cancelled"] as const;
export type CommitmentState = (typeof commitmentStates)[number];

export const receiptSources = [
  "government",
  "enterprise",
  "own_funds",
  "donation",
  "technical_service",
  "training",
] as const;
export type ReceiptSource = (typeof receiptSources)[number];

export const receiptStates = ["entered", "booked"] as const;
export type ReceiptState = (typeof receiptStates)[number];

/**
 * Where an entry counts: a promise is proposed, conditional or promised (binding), a receipt entered or received
 * (booked). Sides are never added to each other (domain 2.4, 6).
 */
export const fundSides = ["promised", "received", "conditional", "proposed", "entered"] as const;
export type FundSide = (typeof fundSides)[number];
