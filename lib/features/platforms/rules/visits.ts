import { addDays, type Day } from "@/lib/kernel/dates";

/** 一院一园: the two sides visit each other at least once in half a year. */
const HALF_YEAR_DAYS = 183;

/** Is the next visit overdue? A new pairing has half a year for its first one. */
export const isVisitDue = (
  pairing: { validFrom: Day; validTo: Day | null; lastVisitOn: Day | null },
  today: Day,
): boolean =>
  (pairing.validTo === null || pairing.validTo >= today) &&
  addDays(pairing.lastVisitOn ?? pairing.validFrom, HALF_YEAR_DAYS) < today;
