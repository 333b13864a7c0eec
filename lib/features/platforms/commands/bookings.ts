import type { z } from "zod";
import { unitOf } from "@/lib/features/calls/commands/hold";
import { checkMembers } from "@/lib/features/projects/commands/guards";
import { instantIn } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import {
  bookersOf,
  isOwnUse,
  mayCancelBooking,
  mayDecideBooking,
  mayEditPlatform,
  seesPurpose,
} from "../policy";
import {
  bookingMayBecome,
  freePiece,
  standingBookings,
  type TimeFault,
  timeFault,
} from "../rules/bookings";
import type {
  bookEquipmentInput,
  bookingAnswer,
  cancelBookingInput,
  decideBookingInput,
} from "../schema/bookings";
import type { BookingState } from "../types";
import { tellBookings } from "./booking-mails";

type Answer = z.input<typeof bookingAnswer>;
type BookInput = z.output<typeof bookEquipmentInput>;

export const bookRefusals = [
  "booking-ends-before-start",
  "booking-in-past",
  "booking-too-long",
  "booking-too-far",
  "equipment-retired",
  "equipment-not-open",
  "equipment-taken",
  "not-a-member",
] as const;
type BookRefusal = (typeof bookRefusals)[number];

/** The equipment with its platform, locked: two that ask for the last piece come one after the other. */
async function holdEquipment(tx: Tx, scope: TenantScope, given: BookInput) {
  const { platformId, equipmentId } = given;
  await tx.$executeRaw`
    SELECT id FROM platform_equipment WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${equipmentId}::uuid FOR UPDATE`;
  const found = await tx.platformEquipment.findFirst({
    where: { allianceId: scope.alliance.id, platformId, id: equipmentId },
    include: { platform: true },
  });
  return found ?? notFound();
}

type Equipment = Awaited<ReturnType<typeof holdEquipment>>;

/** Its own host always; others where it says when they may come, and while the platform runs. */
function openness(one: Equipment, organizationId: string): BookRefusal | undefined {
  if (one.retiredOn) return "equipment-retired";
  if (one.platform.state !== "operating") return "equipment-not-open";
  return one.openHours === null && !isOwnUse(one.platform, organizationId)
    ? "equipment-not-open"
    : undefined;
}

async function pieceFor(tx: Tx, scope: TenantScope, one: Equipment, startsAt: Date, endsAt: Date) {
  const taken = await tx.equipmentBooking.findMany({
    where: {
      allianceId: scope.alliance.id,
      equipmentId: one.id,
      state: { in: [...standingBookings] },
      startsAt: { lt: endsAt },
      endsAt: { gt: startsAt },
    },
    select: { piece: true, startsAt: true, endsAt: true },
  });
  return freePiece(one.count, taken, { startsAt, endsAt });
}

/** Asks for one piece for a stretch of time. The request holds the time; what the host books for itself is approved at once. */
export async function bookEquipment(
  tx: Tx,
  scope: TenantScope,
  input: BookInput,
): Promise<Result<Answer, BookRefusal>> {
  const organizationId = unitOf("organizationId", bookersOf(scope), input.organizationId);
  const zone = scope.alliance.timeZone;
  const startsAt = instantIn(input.startsOn, input.startsAt, zone);
  const endsAt = instantIn(input.endsOn, input.endsAt, zone);
  const wrong: TimeFault | undefined = timeFault(startsAt, endsAt, scope.now);
  if (wrong) return refuse(wrong, { field: wrong === "booking-in-past" ? "startsOn" : "endsOn" });
  const one = await holdEquipment(tx, scope, input);
  const members = await checkMembers(tx, scope, [organizationId]);
  if (!members.ok) return members;
  const closed = openness(one, organizationId);
  if (closed) return refuse(closed);
  const piece = await pieceFor(tx, scope, one, startsAt, endsAt);
  if (piece === undefined)
    return refuse("equipment-taken", { count: one.count, field: "startsOn" });
  const own = isOwnUse(one.platform, organizationId) && mayEditPlatform(scope, one.platform);
  const made = await tx.equipmentBooking.create({
    data: {
      allianceId: scope.alliance.id,
      equipmentId: one.id,
      piece,
      organizationId,
      startsAt,
      endsAt,
      purpose: input.purpose,
      state: own ? "approved" : "requested",
      requestedById: scope.actor.userId,
      ...(own && { decidedById: scope.actor.userId, decidedAt: scope.now }),
      createdAt: scope.now,
    },
  });
  if (!own) await tellBookings(tx, scope, [made.id], "asked");
  await note(scope, "platform.book_equipment", one.platformId, {
    bookingId: made.id,
    equipment: one.name,
    piece,
    organizationId,
  });
  return accept({ id: made.id, state: made.state, piece, version: made.version });
}

const note = (
  scope: TenantScope,
  action: `platform.${string}`,
  subjectId: string,
  details: Record<string, string | number | null>,
) => scope.audit({ action, subjectType: "platform", subjectId, details });

type Asked = { platformId: string; bookingId: string; version: number };

/** Locked: that it exists every member may know; to move it is for the host and for who booked. */
async function holdBooking(tx: Tx, scope: TenantScope, given: Asked) {
  const allianceId = scope.alliance.id;
  await tx.$executeRaw`
    SELECT id FROM equipment_bookings WHERE alliance_id = ${allianceId}::uuid AND id = ${given.bookingId}::uuid FOR UPDATE`;
  const found =
    (await tx.equipmentBooking.findFirst({
      where: { allianceId, id: given.bookingId, equipment: { platformId: given.platformId } },
      include: { equipment: { include: { platform: true } } },
    })) ?? notFound();
  if (!seesPurpose(scope, found.equipment.platform, found.organizationId)) return forbidden();
  return found;
}
type Booking = Awaited<ReturnType<typeof holdBooking>>;

async function moveBooking(
  tx: Tx,
  scope: TenantScope,
  booking: Booking,
  change: { to: BookingState; version: number; reason: string | undefined },
): Promise<Answer> {
  if (change.version !== booking.version) throw new AppError("stale");
  const { count } = await tx.equipmentBooking.updateMany({
    where: { allianceId: scope.alliance.id, id: booking.id, version: booking.version },
    data: {
      state: change.to,
      reason: change.reason ?? null,
      decidedById: scope.actor.userId,
      decidedAt: scope.now,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  return {
    id: booking.id,
    state: change.to,
    piece: booking.piece,
    version: booking.version + 1,
  };
}

export const decideRefusals = [
  "booking-wrong-state",
  "booking-over",
  "second-person-needed",
] as const;

/** The host says yes or no; not to what one has asked for oneself. */
export async function decideBooking(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof decideBookingInput>,
): Promise<Result<Answer, (typeof decideRefusals)[number]>> {
  const booking = await holdBooking(tx, scope, input);
  const { platform } = booking.equipment;
  if (!mayEditPlatform(scope, platform)) return forbidden();
  const to = input.verdict === "approve" ? "approved" : "rejected";
  if (!bookingMayBecome(booking.state, to)) return refuse("booking-wrong-state");
  if (booking.endsAt <= scope.now) return refuse("booking-over");
  if (!mayDecideBooking(scope, platform, booking)) return refuse("second-person-needed");
  const { version, reason } = input;
  const answer = await moveBooking(tx, scope, booking, { to, version, reason });
  await tellBookings(tx, scope, [booking.id], to);
  await note(scope, "platform.decide_booking", platform.id, {
    bookingId: booking.id,
    to,
    reason: reason ?? null,
  });
  return accept(answer);
}

/** Who booked gives the time back; the host takes it back with a reason. */
export async function cancelBooking(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof cancelBookingInput>,
): Promise<Result<Answer, "booking-wrong-state" | "booking-over">> {
  const booking = await holdBooking(tx, scope, input);
  const { platform } = booking.equipment;
  if (!bookingMayBecome(booking.state, "cancelled")) return refuse("booking-wrong-state");
  if (!mayCancelBooking(scope, platform, booking)) return forbidden();
  if (booking.endsAt <= scope.now) return refuse("booking-over");
  if (!bookersOf(scope).includes(booking.organizationId) && !input.reason) {
    throw new AppError("malformed", { issues: [{ path: "reason", message: "required" }] });
  }
  const { version, reason } = input;
  const answer = await moveBooking(tx, scope, booking, { to: "cancelled", version, reason });
  await tellBookings(tx, scope, [booking.id], "cancelled");
  await note(scope, "platform.cancel_booking", platform.id, {
    bookingId: booking.id,
    reason: reason ?? null,
  });
  return accept(answer);
}
