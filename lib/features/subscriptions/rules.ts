import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import type { Rhythm } from "./types";

/** Days until the next Monday; on a Monday a whole week. */
const toMonday = (day: Day): number => 7 - ((dateOf(day).getUTCDay() + 6) % 7);

/**
 * The day of the next mail after a day. Told from the calendar and not from the last mail, so that a server that stood
 * still sends one mail and not all that it missed.
 */
export function nextOn(rhythm: Rhythm, day: Day): Day {
  if (rhythm === "daily") return addDays(day, 1);
  if (rhythm === "weekly") return addDays(day, toMonday(day));
  const [year = 0, month = 0] = day.split("-").map(Number);
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  return `${next.year}-${String(next.month).padStart(2, "0")}-01`;
}

type Given = Readonly<Record<string, string | number | undefined>>;

/** Filters as they are kept: without what is left out and what is usual, so that one view has one form. */
export const keptFilters = (given: Given): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given)
      .filter(
        ([name, value]) => value !== undefined && !(name === "status" && value === "approved"),
      )
      .map(([name, value]) => [name, String(value)]),
  );
