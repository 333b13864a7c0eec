import type { ElectorLine } from "../types";

type Seated = Pick<ElectorLine, "seatId" | "eligible" | "membershipId" | "personId">;

/**
 * Who sits now differs from what was frozen: a decision of the meeting, or of somebody outside it, must be followed by a
 * new freeze before the next vote.
 */
export function seatsDiffer(frozen: readonly Seated[], now: readonly Seated[]): boolean {
  const bySeat = new Map(frozen.map((line) => [line.seatId, line]));
  return now.some((seat) => {
    const line = bySeat.get(seat.seatId);
    return (
      !line ||
      line.eligible !== seat.eligible ||
      line.membershipId !== seat.membershipId ||
      line.personId !== seat.personId
    );
  });
}
