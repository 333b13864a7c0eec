import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Called } from "../queries/call-list";
import type { HeldMeeting } from "./hold";

/** The called seats as one value, for one statement however many there are. */
const recordset = (called: readonly Called[]): string =>
  JSON.stringify(
    called.map((seat) => ({
      seat_id: seat.seatId,
      number: seat.number,
      position: seat.position,
      voting: seat.voting,
      eligible: seat.eligible,
      holder_name: seat.holderName,
      membership_id: seat.membershipId,
      organization_id: seat.organizationId,
      person_id: seat.personId,
      person_name: seat.personName,
    })),
  );

/** Writes who is called, and takes back the answers and letters of an earlier call. */
export async function writeCalled(
  tx: Tx,
  scope: TenantScope,
  meeting: HeldMeeting,
  called: readonly Called[],
): Promise<void> {
  const where = { allianceId: scope.alliance.id, meetingId: meeting.id };
  await tx.proxy.updateMany({
    where: { ...where, state: { in: ["signed", "accepted"] } },
    data: { state: "expired", stateSince: scope.now, version: { increment: 1 } },
  });
  await tx.$executeRaw`
    INSERT INTO meeting_seats (alliance_id, meeting_id, seat_id, number, position, voting, eligible, holder_name,
      membership_id, organization_id, person_id, person_name)
    SELECT ${scope.alliance.id}::uuid, ${meeting.id}::uuid, r.*
    FROM jsonb_to_recordset(${recordset(called)}::jsonb) AS r(seat_id uuid, number int, position seat_position,
      voting boolean, eligible boolean, holder_name text, membership_id uuid, organization_id uuid, person_id uuid,
      person_name text)
    ON CONFLICT (meeting_id, seat_id) DO UPDATE SET number = excluded.number, position = excluded.position,
      voting = excluded.voting, eligible = excluded.eligible, holder_name = excluded.holder_name,
      membership_id = excluded.membership_id, organization_id = excluded.organization_id,
      person_id = excluded.person_id, person_name = excluded.person_name,
      delivered_at = NULL, read_at = NULL, rsvp = 'none', rsvp_at = NULL`;
}

/**
 * First freeze of behaviour 4.2: the seats as they are now become the electorate. Called again, logged, when a decision of
 * the meeting changed them. @returns how many seats were written
 */
export const freezeSeats = (
  tx: Tx,
  scope: TenantScope,
  meeting: HeldMeeting,
  called: readonly Called[],
): Promise<number> => tx.$executeRaw`
  INSERT INTO meeting_seats (alliance_id, meeting_id, seat_id, number, position, voting, eligible, holder_name,
    membership_id, organization_id, person_id, person_name, frozen_at)
  SELECT ${scope.alliance.id}::uuid, ${meeting.id}::uuid, r.*, clock_timestamp()
  FROM jsonb_to_recordset(${recordset(called)}::jsonb) AS r(seat_id uuid, number int, position seat_position,
    voting boolean, eligible boolean, holder_name text, membership_id uuid, organization_id uuid, person_id uuid,
    person_name text)
  ON CONFLICT (meeting_id, seat_id) DO UPDATE SET position = excluded.position, voting = excluded.voting,
    eligible = excluded.eligible, holder_name = excluded.holder_name, membership_id = excluded.membership_id,
    organization_id = excluded.organization_id, person_id = excluded.person_id, person_name = excluded.person_name,
    frozen_at = excluded.frozen_at
  WHERE meeting_seats.frozen_at IS NULL
    OR (meeting_seats.eligible, meeting_seats.voting, meeting_seats.membership_id, meeting_seats.person_id)
      IS DISTINCT FROM (excluded.eligible, excluded.voting, excluded.membership_id, excluded.person_id)`;
