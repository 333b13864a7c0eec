/** A calendar day as "YYYY-MM-DD". Days have no zone; instants are Date. */
export type Day = string;

/** The zone of whatever belongs to no alliance; an alliance has its own (`scope.alliance.timeZone`). */
export const homeZone = "Asia/Shanghai";

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Is it a day of the calendar between 1900 and 2200? "2026-02-30" is not. */
export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  const date = new Date(`${text}T00:00:00Z`);
  return (
    year >= 1900 &&
    year <= 2200 &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(text)
  );
}

/** A formatter is dear to make, dearer than a statement of the database, and a zone has only one of each kind. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  dayFormats.set(timeZone, made);
  return made;
}

/** The day of an instant in a zone (IANA name). */
export const dayIn = (instant: Date, timeZone: string): Day => dayFormat(timeZone).format(instant);

/** A `date` column as it leaves the driver (midnight UTC) → day. */
export const dayOf = (date: Date): Day => date.toISOString().slice(0, 10);

/** Day → value for a `date` column. */
export const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** `days` may be negative. */
export function addDays(day: Day, days: number): Day {
  const date = dateOf(day);
  date.setUTCDate(date.getUTCDate() + days);
  return dayOf(date);
}

/** A day before today; today's closing numbers are those of now, and of a day ahead nothing is known. */
export const pastDay = (asOf: Day | undefined, today: Day): Day | undefined =>
  asOf !== undefined && asOf < today ? asOf : undefined;

/** Both ends belong to the stretch; an open end lasts. */
export const covers = (from: Day, to: Day | null, day: Day): boolean =>
  from <= day && (to === null || day <= to);

/** Wall-clock time ("14:30") of a day in a zone → instant. On the day the clocks change the later offset counts. */
export function instantIn(day: Day, time: string, timeZone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const first = wall - clockAhead(new Date(wall), timeZone);
  return new Date(wall - clockAhead(new Date(first), timeZone));
}

/** Wall-clock time ("14:30") of an instant in a zone. */
export const clockIn = (instant: Date, timeZone: string): string =>
  new Date(+instant + clockAhead(instant, timeZone)).toISOString().slice(11, 16);

/** Milliseconds by which the zone's clock is ahead of UTC. */
function clockAhead(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(instant);
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? "00";
  const date = `${part("year")}-${part("month")}-${part("day")}`;
  const clock = `${part("hour")}:${part("minute")}:${part("second")}`;
  return Date.parse(`${date}T${clock}Z`) - instant.getTime();
}
