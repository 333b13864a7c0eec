import { fenOf, yuanText } from "@/lib/kernel/money";
import { fewestMembers, type Reason } from "./types";

export type Cell = { value: string | null; records: number };

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

export const reasonOf = (code: string): Reason =>
  code === "members"
    ? "same_organization"
    : code === "projects"
      ? "shared_project"
      : code === "platforms"
        ? "same_base"
        : "same_claim";
