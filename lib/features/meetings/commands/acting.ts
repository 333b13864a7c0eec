import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { type OwnSeat, ownSeats } from "../queries/own-seats";
import type { HeldMeeting } from "./hold";

/** The caller's own seat of the meeting; another's is forbidden, one that is not there is not found. */
export async function ownSeat(
  tx: Tx,
  scope: TenantScope,
  meeting: Pick<HeldMeeting, "id">,
  seatId: string,
): Promise<OwnSeat> {
  await seatOf(tx, scope, meeting, seatId);
  const own = await ownSeats(tx, meeting.id, scope.actor.personId, scope.today);
  return own.find((seat) => seat.seatId === seatId) ?? forbidden();
}

export async function seatOf(
  tx: Tx,
  scope: TenantScope,
  meeting: Pick<HeldMeeting, "id">,
  seatId: string,
) {
  const where = {
    allianceId_meetingId_seatId: { allianceId: scope.alliance.id, meetingId: meeting.id, seatId },
  };
  return (await tx.meetingSeat.findUnique({ where })) ?? notFound();
}

/** The secretariat runs every meeting; whoever chairs runs this one. */
export async function mustRun(
  tx: Tx,
  scope: TenantScope,
  meeting: HeldMeeting,
  chairSeatId: string | null = meeting.chairSeatId,
): Promise<void> {
  if (scope.reach.whole) return;
  const own = await ownSeats(tx, meeting.id, scope.actor.personId, scope.today);
  if (!chairSeatId || !own.some((seat) => seat.seatId === chairSeatId)) forbidden();
}
