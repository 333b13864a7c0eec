import { addDays, type Day, dateOf } from "@/lib/kernel/dates";

const SATURDAY = 6;

const isWorkingDay = (day: Day): boolean => {
  const weekday = dateOf(day).getUTCDay();
  return weekday !== 0 && weekday !== SATURDAY;
};

/**
 * The last of `count` working days after `day`, Monday to Friday. The portal does not know the public holidays of a year
 * before they are announced: the office may end a notice later than this, never earlier.
 */
export function afterWorkingDays(day: Day, count: number): Day {
  let last = day;
  for (let left = count; left > 0; left -= isWorkingDay(last) ? 1 : 0) last = addDays(last, 1);
  return last;
}
