import type {
  AdjustmentKind,
  AdjustmentState,
  DemandState,
  MatchForm,
  MatchState,
  SupplyState,
  TalentReportKind,
  TalentReportState,
} from "@/prisma/generated/enums";

export type {
  AdjustmentKind,
  AdjustmentState,
  MatchForm,
  MatchState,
  SupplyState,
  TalentReportKind,
  TalentReportState,
};

export const storedDemandStates = [
  "draft",
  "submitted",
  "confirmed",
  "open",
  "partly_matched",
  "filled",
  "withdrawn",
] as const satisfies readonly DemandState[];
export type StoredDemandState = (typeof storedDemandStates)[number];

/** As a reader sees it: an open demand that nobody has renewed for half a year has expired. */
export const demandStates = [...storedDemandStates, "expired"] as const;
export type ShownDemandState = (typeof demandStates)[number];

export const demandSteps = [
  "change",
  "submit",
  "give_back",
  "confirm",
  "open",
  "renew",
  "withdraw",
] as const;
export type DemandStep = (typeof demandSteps)[number];

export const supplyStates = [
  "draft",
  "school_confirmed",
  "bureau_confirmed",
  "published",
] as const satisfies readonly SupplyState[];

export const supplySteps = [
  "change",
  "confirm_school",
  "confirm_bureau",
  "publish",
  "give_back",
] as const;
export type SupplyStep = (typeof supplySteps)[number];

export const matchStates = [
  "suggested",
  "contacted",
  "agreed",
  "result",
  "dropped",
] as const satisfies readonly MatchState[];

export const matchSteps = ["contact", "agree", "record_result", "drop"] as const;
export type MatchStep = (typeof matchSteps)[number];

export const matchForms = [
  "order_class",
  "internship",
  "recruitment",
  "training",
] as const satisfies readonly MatchForm[];

export const adjustmentKinds = [
  "open",
  "expand",
  "warn",
  "exit",
  "close",
] as const satisfies readonly AdjustmentKind[];

export const adjustmentStates = [
  "proposed",
  "endorsed",
  "carried_out",
  "refused",
  "withdrawn",
] as const satisfies readonly AdjustmentState[];

export const adjustmentSteps = ["endorse", "refuse", "carry_out", "withdraw"] as const;
export type AdjustmentStep = (typeof adjustmentSteps)[number];

export const reportKinds = [
  "fit",
  "bulletin",
  "key_industries",
] as const satisfies readonly TalentReportKind[];

export const reportStates = [
  "draft",
  "reviewed",
  "published",
  "discarded",
] as const satisfies readonly TalentReportState[];

export const reportSteps = ["review", "publish", "discard"] as const;
export type ReportStep = (typeof reportSteps)[number];
