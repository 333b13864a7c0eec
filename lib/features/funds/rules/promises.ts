import { addDays, type Day } from "@/lib/kernel/dates";
import type {
  AgeBand,
  CommitmentState,
  InstalmentState,
  PromiseStanding,
  ResourceKind,
} from "../types";

export const isCash = (kind: ResourceKind): boolean => kind === "cash";

/** A promise that hangs on a condition is told apart from the first day on (S002, Deyang). */
export const firstState = (condition: string | undefined): CommitmentState =>
  condition ? "conditional" : "proposed";

export const canConfirm = (state: CommitmentState): boolean =>
  state === "proposed" || state === "conditional";

export const canCancel = (state: CommitmentState): boolean => state !== "cancelled";

/** States of a project in which organizations may promise something. */
const takesPromises: readonly string[] = [
  "draft",
  "partners_confirming",
  "check",
  "supplement",
  "review",
  "decision",
  "registered",
  "running",
  "suspended",
];

/** Money arrives for a project that has its number and is not closed. */
const takesMoney: readonly string[] = [
  "registered",
  "running",
  "suspended",
  "acceptance_requested",
  "accepting",
  "accepted",
  "rework",
  "terminated",
  "settlement",
];

export const mayPromise = (projectState: string): boolean => takesPromises.includes(projectState);
export const mayReceive = (projectState: string): boolean => takesMoney.includes(projectState);

/** Would this receipt bring more than was promised? What is entered but not posted counts too. */
export const exceeds = (promised: bigint, arrived: bigint, amount: bigint): boolean =>
  arrived + amount > promised;

/** Basis of a valued contribution: required for goods unless something else gives it. Cash has none. */
export const needsValuation = (kind: ResourceKind, hasCommitment: boolean): boolean =>
  !isCash(kind) && !hasCommitment;

type Hours = {
  kind: ResourceKind;
  valuedBy?: string | undefined;
  hourlyRate?: string | undefined;
  hours?: string | undefined;
};

/** Hours and their rate come together, with the method that multiplies them, and never for cash. */
export function hoursFit({ kind, valuedBy, hourlyRate, hours }: Hours): boolean {
  if (!hourlyRate && !hours) return valuedBy !== "rate_hours";
  return !!hourlyRate && !!hours && valuedBy === "rate_hours" && !isCash(kind);
}

/** What a schedule must add up to: nothing is promised beside its own schedule. */
export const scheduleFits = (amount: bigint, lines: readonly bigint[]): boolean =>
  lines.length === 0 || lines.reduce((sum, line) => sum + line, 0n) === amount;

/** Yuan in fen from a foreign amount in hundredths and a rate with up to eight decimals; half a fen goes up. */
export function converted(foreign: bigint, rate: string): bigint {
  const [whole = "0", fraction = ""] = rate.split(".");
  const scale = 100_000_000n;
  const scaled = BigInt(whole) * scale + BigInt(fraction.padEnd(8, "0").slice(0, 8));
  return (foreign * scaled * 2n + scale) / (scale * 2n);
}

/** Hourly rate × hours, both in hundredths, in fen; half a fen goes up. */
export const rateTimesHours = (rate: bigint, hours: bigint): bigint => (rate * hours + 50n) / 100n;

export type ScheduleLine = { dueOn: Day; amount: bigint; released: boolean };

/** How much of a schedule should have arrived by a day: lines whose day has come and that nothing holds back. */
export const dueBy = (lines: readonly ScheduleLine[], today: Day): bigint =>
  lines
    .filter((line) => line.released && line.dueOn <= today)
    .reduce((sum, line) => sum + line.amount, 0n);

/** The oldest day of what should have arrived and has not: receipts pay the oldest lines first. */
export function lateSince(
  lines: readonly ScheduleLine[],
  received: bigint,
  today: Day,
): Day | undefined {
  let left = received;
  const waiting = lines
    .filter((line) => line.released && line.dueOn < today)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  for (const line of waiting) {
    if (left < line.amount) return line.dueOn;
    left -= line.amount;
  }
  return undefined;
}

/** How a promise stands on a day. */
export function standingOf(
  promise: { state: CommitmentState; amount: bigint; received: bigint },
  lines: readonly ScheduleLine[],
  today: Day,
): PromiseStanding {
  if (promise.state !== "confirmed") return promise.state;
  if (promise.received >= promise.amount) return "fulfilled";
  if (lateSince(lines, promise.received, today)) return "overdue";
  if (promise.received > 0n) return "partly_received";
  return dueBy(lines, today) > 0n ? "due" : "scheduled";
}

/** Days late → band; nothing that is not late has one. */
export function ageBand(since: Day, today: Day): AgeBand | undefined {
  if (since >= today) return undefined;
  if (since >= addDays(today, -30)) return "to30";
  if (since >= addDays(today, -90)) return "to90";
  return since >= addDays(today, -180) ? "to180" : "above180";
}

/**
 * An instalment that hangs on a milestone is released when that one is accepted; one that was paid and whose acceptance
 * was withdrawn is receivable (behaviour 4.3).
 */
export function instalmentState(
  one: { amount: bigint; received: bigint; dueOn: Day; milestone: "none" | "accepted" | "open" },
  today: Day,
): InstalmentState {
  const open = one.milestone === "open";
  if (one.received > 0n && open) return "reclaimable";
  if (one.received >= one.amount) return "paid";
  if (open) return "planned";
  if (one.dueOn <= today) return "due";
  return one.milestone === "accepted" ? "released" : "planned";
}
