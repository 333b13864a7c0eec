import type { Day } from "@/lib/kernel/dates";
import type { Db } from "@/lib/platform/db/transaction";

export type OwnSeat = { seatId: string; capacity: "principal" | "alternate" };

/** The seats of a meeting that a person acts for: called, or by letter as alternate on the day. */
export function ownSeats(
  db: Db,
  meetingId: string,
  personId: string | null,
  day: Day,
): Promise<OwnSeat[]> {
  return db.$queryRaw<OwnSeat[]>`
    SELECT s.seat_id AS "seatId", s.capacity::text AS capacity
    FROM seats_of_person(${meetingId}::uuid, ${personId}::uuid, ${day}::date) s
    JOIN meeting_seats m ON m.meeting_id = ${meetingId}::uuid AND m.seat_id = s.seat_id ORDER BY m.number`;
}
