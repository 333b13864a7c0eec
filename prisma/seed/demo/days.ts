import type { Day } from "@/lib/kernel/dates";

/** A wall-clock time in Shanghai; the zone has had no summer time since 1991. */
export const at = (day: Day, time = "10:00"): Date => new Date(`${day}T${time}:00+08:00`);

/** `YYYY-MM-DD` from numbers. */
export const dayOn = (year: number, month: number, day: number): Day =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
