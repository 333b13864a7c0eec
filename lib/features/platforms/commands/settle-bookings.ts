import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { standingWhere } from "../queries/standing";
import { type BookingFate, fatesOf } from "../rules/bookings";
import type { PlatformState } from "../types";
import { tellBookings } from "./booking-mails";

type Step = { to: PlatformState; bookings?: BookingFate | undefined; note?: string | undefined };

/**
 * Before a platform pauses or closes: what is booked and not over is kept or taken back, as the person who takes the step
 * says, and who booked is told why. Returns how many were taken back.
 */
export async function settleBookings(
  tx: Tx,
  scope: TenantScope,
  platformId: string,
  { to, bookings, note }: Step,
): Promise<Result<number, "bookings-stand">> {
  const fates = fatesOf(to);
  if (fates.length === 0) return accept(0);
  // Locked first: whoever books at this moment comes before or after, never beside it.
  await tx.$executeRaw`
    SELECT id FROM platform_equipment WHERE alliance_id = ${scope.alliance.id}::uuid AND platform_id = ${platformId}::uuid
    ORDER BY id FOR UPDATE`;
  const where = standingWhere(scope, platformId);
  const count = await tx.equipmentBooking.count({ where });
  if (count === 0) return accept(0);
  if (!bookings || !fates.includes(bookings)) {
    return refuse("bookings-stand", { count, field: "bookings" });
  }
  if (bookings === "keep") return accept(0);
  if (!note) throw new AppError("malformed", { issues: [{ path: "note", message: "required" }] });
  const taken = await tx.equipmentBooking.updateManyAndReturn({
    where,
    data: {
      state: "cancelled",
      reason: note,
      decidedById: scope.actor.userId,
      decidedAt: scope.now,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  await tellBookings(
    tx,
    scope,
    taken.map(({ id }) => id),
    "cancelled",
  );
  return accept(taken.length);
}
