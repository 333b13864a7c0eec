import { addDays, type Day } from "@/lib/kernel/dates";
import type { ObligationState, ObligationStep, PeriodKind, ShownState } from "../types";

/** behaviour 4.4. A returned report goes back to the desk that returned it. */
const edges: Record<ObligationStep, Partial<Record<ObligationState, ObligationState>>> = {
  save: { open: "draft", draft: "draft", returned: "returned" },
  submit: { open: "submitted", draft: "submitted", returned: "checking" },
  take: { submitted: "checking" },
  return: { checking: "returned" },
  verify: { checking: "verified" },
  unverify: { verified: "checking" },
  approve: { verified: "approved" },
  unapprove: { approved: "verified" },
};

/** The state after a step; undefined where the step does not exist. */
export const stateAfter = (
  state: ObligationState,
  step: ObligationStep,
): ObligationState | undefined => edges[step][state];

export type Marks = {
  state: ObligationState;
  exempt: boolean;
  endedOn: Day | null;
  firstSubmittedOn: Day | null;
};
export type Days = { opensOn: Day; dueOn: Day; closesOn: Day };

const reported = (state: ObligationState): boolean => state !== "open" && state !== "draft";

export function shownState(given: Marks, days: Pick<Days, "opensOn">, today: Day): ShownState {
  if (given.exempt) return "exempt";
  if (given.endedOn && !reported(given.state)) return "ended";
  return given.state === "open" && today < days.opensOn ? "not_open" : given.state;
}

/** Late is who reported after the day, or has not reported and the day is over; nobody who owes nothing. */
export function isLate(given: Marks, days: Pick<Days, "dueOn">, today: Day): boolean {
  if (given.exempt || (given.endedOn && !reported(given.state))) return false;
  return (given.firstSubmittedOn ?? today) > days.dueOn;
}

export type Shut = "cycle-not-open" | "cycle-closed" | "obligation-ended" | "obligation-exempt";

/** Why nobody may edit now; after the closing day only until the day of a dated exception. */
export function shutFor(
  given: Pick<Marks, "exempt" | "endedOn"> & { exceptionUntil: Day | null },
  days: Days,
  today: Day,
): Shut | undefined {
  if (given.exempt) return "obligation-exempt";
  if (given.endedOn) return "obligation-ended";
  if (today < days.opensOn) return "cycle-not-open";
  if (today <= days.closesOn) return undefined;
  return given.exceptionUntil && today <= given.exceptionUntil ? undefined : "cycle-closed";
}

/** Does a member owe this period? Who joins within it begins with the next full one, unless the cycle is pro rata. */
export function owes(
  member: { joinedOn: Day; leftOn: Day | null },
  period: { from: Day; to: Day; proRata: boolean },
): boolean {
  if (member.leftOn !== null && member.leftOn < period.to) return false;
  return period.proRata ? member.joinedOn <= period.to : member.joinedOn <= period.from;
}

const months: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The last day of a period of this kind that begins on this day. */
export function periodEnd(kind: PeriodKind, from: Day): Day {
  const [year = 0, month = 1] = from.split("-").map(Number);
  const next = month - 1 + months[kind];
  const begin = `${year + Math.floor(next / 12)}-${String((next % 12) + 1).padStart(2, "0")}-01`;
  return addDays(begin, -1);
}

/** First day of the year that a day lies in, by the year of the indicator: academic years begin on 1 September. */
export function yearBegin(day: Day, basis: "calendar" | "academic" | "cohort"): Day {
  const year = Number(day.slice(0, 4));
  if (basis !== "academic") return `${year}-01-01`;
  return day.slice(5) < "09-01" ? `${year - 1}-09-01` : `${year}-09-01`;
}
