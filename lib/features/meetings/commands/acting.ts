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

/** Before the opening nobody chairs yet: the first seat of the body does (rules/chair.ts says the same to the screens). */
async function chairSeatOf(tx: Tx, scope: TenantScope, meeting: HeldMeeting) {
  if (meeting.chairSeatId) return meeting.chairSeatId;
  const seat = await tx.meetingSeat.findFirst({
    where: { allianceId: scope.alliance.id, meetingId: meeting.id, position: "chair" },
    orderBy: { number: "asc" },
    select: { seatId: true },
  });
  return seat?.seatId ?? null;
}

/** The secretariat runs every meeting; whoever chairs runs this one. */
export async function mustRun(
  tx: Tx,
  scope: TenantScope,
  meeting: HeldMeeting,
  chairs?: string | null,
): Promise<void> {
  if (scope.reach.whole) return;
  const chairSeatId = chairs === undefined ? await chairSeatOf(tx, scope, meeting) : chairs;
  const own = await ownSeats(tx, meeting.id, scope.actor.personId, scope.today);
  if (!chairSeatId || !own.some((seat) => seat.seatId === chairSeatId)) forbidden();
}
