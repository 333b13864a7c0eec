import { addDays, type Day } from "@/lib/kernel/dates";
import type {
  AdjustmentState,
  AdjustmentStep,
  DemandStep,
  MatchState,
  MatchStep,
  ReportStep,
  ShownDemandState,
  StoredDemandState,
  SupplyState,
  SupplyStep,
  TalentReportState,
} from "../types";

/** How long an open demand is believed without being confirmed again (domain 3.9). */
export const BELIEVED_DAYS = 180;

export const believedUntil = (today: Day): Day => addDays(today, BELIEVED_DAYS);

/** The last day still counts. */
export const shownState = (
  state: StoredDemandState,
  expiresOn: Day | null,
  today: Day,
): ShownDemandState =>
  (state === "open" || state === "partly_matched") && expiresOn !== null && expiresOn < today
    ? "expired"
    : state;

const demandEdges: Record<DemandStep, Partial<Record<ShownDemandState, StoredDemandState>>> = {
  change: { draft: "draft" },
  submit: { draft: "submitted" },
  give_back: { submitted: "draft" },
  confirm: { submitted: "confirmed" },
  open: { confirmed: "open" },
  // Which of the two it comes back to follows from its matches.
  renew: { expired: "open", open: "open", partly_matched: "open" },
  withdraw: {
    draft: "withdrawn",
    submitted: "withdrawn",
    confirmed: "withdrawn",
    open: "withdrawn",
    partly_matched: "withdrawn",
    expired: "withdrawn",
  },
};

export const demandAfter = (
  state: ShownDemandState,
  step: DemandStep,
): StoredDemandState | undefined => demandEdges[step][state];

/** The state of a demand in the market, from its heads. */
export function marketState(heads: { headcount: number; taken: number; hired: number }) {
  if (heads.hired >= heads.headcount) return "filled";
  return heads.taken > 0 ? "partly_matched" : "open";
}

/** For what a demand waits: where everybody is agreed, no more for schools but for the enterprise to say who came. */
export const demandWait = (demand: {
  state: ShownDemandState;
  headcount: number;
  taken: number;
}): ShownDemandState | "all_agreed" =>
  demand.state === "partly_matched" && demand.taken >= demand.headcount
    ? "all_agreed"
    : demand.state;

/** Demands to which a match may be made or agreed. */
export const isOnMarket = (state: ShownDemandState): boolean =>
  state === "open" || state === "partly_matched";

const supplyEdges: Record<SupplyStep, Partial<Record<SupplyState, SupplyState>>> = {
  change: { draft: "draft" },
  confirm_school: { draft: "school_confirmed" },
  confirm_bureau: { school_confirmed: "bureau_confirmed" },
  publish: { bureau_confirmed: "published" },
  give_back: { school_confirmed: "draft", bureau_confirmed: "draft", published: "draft" },
};

export const supplyAfter = (state: SupplyState, step: SupplyStep): SupplyState | undefined =>
  supplyEdges[step][state];

const matchEdges: Record<MatchStep, Partial<Record<MatchState, MatchState>>> = {
  contact: { suggested: "contacted" },
  agree: { contacted: "agreed" },
  record_result: { agreed: "result" },
  drop: { suggested: "dropped", contacted: "dropped", agreed: "dropped" },
};

export const matchAfter = (state: MatchState, step: MatchStep): MatchState | undefined =>
  matchEdges[step][state];

const adjustmentEdges: Record<AdjustmentStep, Partial<Record<AdjustmentState, AdjustmentState>>> = {
  endorse: { proposed: "endorsed" },
  refuse: { proposed: "refused" },
  carry_out: { endorsed: "carried_out" },
  withdraw: { proposed: "withdrawn", endorsed: "withdrawn" },
};

export const adjustmentAfter = (
  state: AdjustmentState,
  step: AdjustmentStep,
): AdjustmentState | undefined => adjustmentEdges[step][state];

const reportEdges: Record<ReportStep, Partial<Record<TalentReportState, TalentReportState>>> = {
  review: { draft: "reviewed" },
  publish: { reviewed: "published" },
  discard: { draft: "discarded", reviewed: "discarded" },
};

export const reportAfter = (
  state: TalentReportState,
  step: ReportStep,
): TalentReportState | undefined => reportEdges[step][state];
