import { fenOf, yuanText } from "@/lib/kernel/money";
import { fewestMembers, type Reason } from "./types";

/** `atMost`: who is counted may be in several of its results. */
export type Cell = { value: string | null; records: number; atMost: boolean };

/** A number from outside that fewer than three members made up is not shown; nothing at all is. */
export const isShown = (whole: boolean, contributors: number): boolean =>
  whole || contributors === 0 || contributors >= fewestMembers;

/**
 * The sums of one row. Only shown cells are added, so that no hidden one can be told by subtraction; what stands in two
 * alliances is in the plain sum twice and in `once` one time.
 */
export function totalsOf(
  cells: readonly Cell[],
  double: string,
): { plain: string; once: string; twice: string } {
  const plain = cells.reduce((sum, { value }) => sum + (value === null ? 0n : fenOf(value)), 0n);
  const twice = fenOf(double);
  return { plain: yuanText(plain), once: yuanText(plain - twice), twice: yuanText(twice) };
}

/** People and firms may also be in several alliances: no list tells who is in two. */
export const rowAtMost = (isUpperBound: boolean, cells: readonly Cell[]): boolean =>
  cells.some(({ atMost }) => atMost) ||
  (isUpperBound && cells.filter(({ records }) => records > 0).length > 1);

export const reasonOf = (code: string): Reason =>
  code === "members"
    ? "same_organization"
    : code === "projects"
      ? "shared_project"
      : code === "platforms"
        ? "same_base"
        : "same_claim";
