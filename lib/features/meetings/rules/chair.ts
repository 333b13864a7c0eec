import type { ElectorLine } from "../types";

/** Who chairs when those before are away: the order of the seat table (behaviour 4.2, "Chair absent"). */
const order = ["chair", "exec_chair", "vice_chair", "standing", "member"];

/** The first seat in the order of deputies whose person is there, has a vote and is free of a conflict. */
export function chairOf(lines: readonly ElectorLine[]): ElectorLine | undefined {
  return lines
    .filter((line) => line.eligible && line.present !== null && !line.recused)
    .sort(
      (a, b) => order.indexOf(a.position) - order.indexOf(b.position) || a.number - b.number,
    )[0];
}

/** Whose console it is before the opening names who chairs: the first seat of the body. */
export const chairBeforeOpening = <S extends { position: string; number: number }>(
  seats: readonly S[],
): S | undefined =>
  seats.filter(({ position }) => position === "chair").sort((a, b) => a.number - b.number)[0];
