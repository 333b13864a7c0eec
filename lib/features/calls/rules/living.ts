import { addDays, type Day } from "@/lib/kernel/dates";
import type { ListStanding, ListState } from "../types";

/** A line has to be confirmed again within these days, or it has expired. */
export const LIFETIME = 180;

/** Days before the end on which the steward is asked. */
const AHEAD = 30;

export const expiryOf = (confirmedOn: Day): Day => addDays(confirmedOn, LIFETIME);

/** The last day still counts. */
export function standingOf(state: ListState, expiresOn: Day, today: Day): ListStanding {
  if (state !== "active") return state;
  if (expiresOn < today) return "expired";
  return expiresOn <= addDays(today, AHEAD) ? "expiring" : "current";
}
