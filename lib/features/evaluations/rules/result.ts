import type { Grade } from "../types";

/** The lowest totals of A, B and C, in hundredths of a point; below C is D. */
export type Bands = { a: number; b: number; c: number };

/** Each band lies below the one before it. */
export const bandsFit = ({ a, b, c }: Bands): boolean => a <= 10_000 && a > b && b > c && c > 0;

/** A veto is a D, whatever the total. */
export function gradeOf(bands: Bands, total: number, vetoed: boolean): Grade {
  if (vetoed || total < bands.c) return "d";
  if (total >= bands.a) return "a";
  return total >= bands.b ? "b" : "c";
}

export const mustRectify = (grade: Grade): boolean => grade === "c" || grade === "d";

/** Places by the rounded total, which is what people read; equal totals share one, and a veto has none. */
export function ranksOf(all: readonly { id: string; total: number; vetoed: boolean }[]) {
  const free = all.filter(({ vetoed }) => !vetoed);
  return new Map(
    all.map(({ id, total, vetoed }) => [
      id,
      vetoed ? null : 1 + free.filter((one) => one.total > total).length,
    ]),
  );
}

export const feeds = ["commendation", "warning", "tier_change", "exit_talk"] as const;
export type Feed = (typeof feeds)[number];

/** What the council may be asked to think about; nothing follows by itself (domain 3.3, 3.12). */
export function feedOf(now: Grade, vetoed: boolean, before: Grade | null): Feed | null {
  const twice = before === "d" && now === "d";
  if (twice) return "exit_talk";
  if (vetoed || now === "d") return "warning";
  if (now === "a") return before === "a" ? "tier_change" : "commendation";
  return null;
}
