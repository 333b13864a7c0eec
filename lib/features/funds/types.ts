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

/** How a binding promise stands today; computed from its schedule and what has arrived, never stored. */
export const promiseStandings = [
  "proposed",
  "conditional",
  "scheduled",
  "due",
  "partly_received",
  "fulfilled",
  "overdue",
  "cancelled",
] as const;
export type PromiseStanding = (typeof promiseStandings)[number];

export const valuationMethods = ["invoice", "appraisal", "rate_hours"] as const;

/** Currencies of contracts that were met so far; everything is counted in yuan. */
export const currencies = ["CNY", "USD", "EUR", "HKD", "JPY", "GBP"] as const;

export const receiptSources = [
  "government",
  "enterprise",
  "own_funds",
  "donation",
  "technical_service",
  "training",
] as const;
export type ReceiptSource = (typeof receiptSources)[number];

/**
 * receipt and delivery arrive, in cash and in kind; a withdrawal takes goods back, a refund cash to who gave it; spending
 * goes out, a recovery comes back from a payee.
 */
export const entryFlows = [
  "receipt",
  "delivery",
  "withdrawal",
  "refund",
  "spending",
  "recovery",
] as const;
export type EntryFlow = (typeof entryFlows)[number];

/** How another entry of the same money stands to one: it is taken back or given back by it, or takes or gives it back. */
export const entryTies = ["reverses", "settles", "reversed_by", "settled_by"] as const;

export const entryStates = [
  "draft",
  "submitted",
  "checked",
  "approved",
  "posted",
  "on_hold",
  "incomplete",
  "rejected",
] as const;
export type EntryState = (typeof entryStates)[number];

export const entryMoves = [
  "submit",
  "edit",
  "check",
  "approve",
  "post",
  "hold",
  "resume",
  "ask",
  "reject",
  "reverse",
] as const;
export type EntryMove = (typeof entryMoves)[number];

export const entryEventKinds = [
  "created",
  "submitted",
  "edited",
  "checked",
  "approved",
  "posted",
  "held",
  "resumed",
  "asked",
  "answered",
  "rejected",
] as const;
export type EntryEventKind = (typeof entryEventKinds)[number];

export const instalmentStates = ["planned", "released", "due", "paid", "reclaimable"] as const;
export type InstalmentState = (typeof instalmentStates)[number];

export const budgetStates = ["proposed", "adopted", "rejected"] as const;
export const fundYearStates = ["closing", "closed"] as const;

/** Days by which a promise is late: 1–30, 31–90, 91–180, more. */
export const ageBands = ["to30", "to90", "to180", "above180"] as const;
export type AgeBand = (typeof ageBands)[number];

/**
 * Where something counts: a promise is proposed, conditional or promised (binding); what arrives is entered or received
 * (posted); what goes out is requested or spent (posted). Sides are never added to each other (domain 2.4, 6).
 */
export const fundSides = [
  "promised",
  "received",
  "spent",
  "conditional",
  "proposed",
  "entered",
  "requested",
] as const;
export type FundSide = (typeof fundSides)[number];
