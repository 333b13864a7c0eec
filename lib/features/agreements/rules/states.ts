import { addDays, type Day } from "@/lib/kernel/dates";
import type {
  AgreementEventStep,
  AgreementMove,
  AgreementPhase,
  AgreementState,
  SealState,
} from "../types";

type Edge = { from: readonly AgreementState[]; to: AgreementState; step: AgreementEventStep };

/** 3.14: draft → legal check → sealed → in force → renewed or ended. A clearance opens the seals and is no new state. */
export const agreementEdges: Record<AgreementMove, Edge> = {
  submit: { from: ["draft"], to: "legal_check", step: "submitted" },
  return: { from: ["legal_check"], to: "draft", step: "returned" },
  clear: { from: ["legal_check"], to: "legal_check", step: "cleared" },
  enforce: { from: ["sealed"], to: "in_force", step: "enforced" },
  end: { from: ["draft", "legal_check", "sealed", "in_force"], to: "ended", step: "ended" },
};

export const canStep = (move: AgreementMove, state: AgreementState): boolean =>
  agreementEdges[move].from.includes(state);

/** Days before the last one in which an agreement is about to expire. */
export const EXPIRY_DAYS = 60;

/** The last day still counts; one that renews itself is never about to expire. */
export function phaseOf(
  agreement: { state: AgreementState; validTo: Day | null; autoRenew: boolean },
  today: Day,
): AgreementPhase {
  const { state, validTo, autoRenew } = agreement;
  if (state !== "in_force" || validTo === null || autoRenew) return state;
  if (validTo < today) return "expired";
  return validTo <= addDays(today, EXPIRY_DAYS) ? "expiring" : "in_force";
}

export function sealStateOf(sealed: readonly boolean[]): SealState {
  if (sealed.length > 0 && sealed.every(Boolean)) return "all";
  return sealed.some(Boolean) ? "partly" : "none";
}

export type AgreementWait = "author" | "checker" | "parties" | "day" | "renewal" | "nobody";

/** For whom it waits: also shown as the line "waiting for …". */
export function waitsFor(
  agreement: { state: AgreementState; cleared: boolean },
  phase: AgreementPhase,
): AgreementWait {
  if (agreement.state === "draft") return "author";
  if (agreement.state === "legal_check") return agreement.cleared ? "parties" : "checker";
  if (agreement.state === "sealed") return "day";
  return phase === "expiring" || phase === "expired" ? "renewal" : "nobody";
}

/** Since which day it waits so: for the seals since the clearance, for the renewal since the last days began. */
export function waitsSince(
  waiting: AgreementWait,
  agreement: { stateSince: Day; clearedOn: Day | null; validTo: Day | null },
): Day | null {
  const { stateSince, clearedOn, validTo } = agreement;
  if (waiting === "nobody") return null;
  if (waiting === "parties") return clearedOn ?? stateSince;
  const lastDays = validTo !== null && addDays(validTo, -EXPIRY_DAYS);
  return waiting === "renewal" && lastDays && lastDays > stateSince ? lastDays : stateSince;
}

export type ExpiryReminder = "expiring" | "expired";

/** A key per agreement and last day: each reminder is sent once. */
export const expiryKey = (kind: ExpiryReminder, id: string, validTo: Day, to: string): string =>
  `agreement-${kind}:${id}:${validTo}:${to}`;
