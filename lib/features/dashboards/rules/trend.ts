import { fenOf, yuanText } from "@/lib/kernel/money";
import type { YearValue } from "../schema";

export type Trend =
  | {
      kind: "change";
      year: number;
      value: string;
      before: string;
      change: string;
      tenths: number | null;
    }
  | { kind: "first"; year: number; value: string }
  | undefined;

/** A year that is not over is provisional, whatever of it is verified: it stands in no comparison. */
export const isOpenYear = (year: number, thisYear: number): boolean => year >= thisYear;

/**
 * What of a year's bar is drawn as not final, and what of it is told as not verified. A year that is not over is hatched whole,
 * however much of it is verified; what is verified is not called otherwise for that.
 */
export const barParts = (
  year: number,
  thisYear: number,
  { value, provisional }: { value: number; provisional: number },
): { hatched: number; provisional: number } => ({
  hatched: isOpenYear(year, thisYear) ? value : provisional,
  provisional,
});

/**
 * The last closed year beside the year before it, verified values only. The change in tenths of a percent is null where
 * the year before is zero: a share of nothing is no number.
 */
export function trendOf(years: readonly YearValue[], thisYear: number): Trend {
  const closed = years.filter(
    ({ year, approvedRecords }) => !isOpenYear(year, thisYear) && approvedRecords !== 0,
  );
  const last = closed.at(-1);
  if (!last) return undefined;
  const before = closed.find(({ year }) => year === last.year - 1);
  if (!before) return { kind: "first", year: last.year, value: last.approved };
  const [now, then] = [fenOf(last.approved), fenOf(before.approved)];
  const size = then < 0n ? -then : then;
  return {
    kind: "change",
    year: last.year,
    value: last.approved,
    before: before.approved,
    change: yuanText(now - then),
    tenths: size === 0n ? null : Number(((now - then) * 1000n) / size),
  };
}
