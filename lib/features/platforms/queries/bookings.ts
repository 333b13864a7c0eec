import type { z } from "zod";
import { addDays, type Day, instantIn } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { bookersOf, isOwnUse, mayCancelBooking, mayDecideBooking, seesPurpose } from "../policy";
import { busyPieces, standingBookings } from "../rules/bookings";
import type { bookingList, listBookingsInput } from "../schema/bookings";

type View = z.input<typeof bookingList>;

const DAYS = 14;
const MOST = 200;
const named = { select: { id: true, name: true } } as const;

/** Midnight of each of the days, and of the one after them. */
function midnights(from: Day, zone: string): { days: Day[]; edges: Date[] } {
  const all = Array.from({ length: DAYS + 1 }, (_, at) => addDays(from, at));
  return { days: all.slice(0, DAYS), edges: all.map((day) => instantIn(day, "00:00", zone)) };
}

/** What the list shows: open requests that are not over, and what falls into the days. */
const rowsOf = (db: Db, scope: TenantScope, platformId: string, from: Date, to: Date) =>
  db.equipmentBooking.findMany({
    where: {
      allianceId: scope.alliance.id,
      equipment: { platformId },
      OR: [
        { state: "requested", endsAt: { gt: scope.now } },
        { startsAt: { lt: to }, endsAt: { gt: from } },
      ],
    },
    include: { equipment: named, organization: named },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: MOST + 1,
  });

/** Pieces that stand booked in the days; what was refused or given back takes none. */
const takenOf = (db: Db, scope: TenantScope, platformId: string, from: Date, to: Date) =>
  db.equipmentBooking.findMany({
    where: {
      allianceId: scope.alliance.id,
      equipment: { platformId },
      state: { in: [...standingBookings] },
      startsAt: { lt: to },
      endsAt: { gt: from },
    },
    select: { equipmentId: true, piece: true, startsAt: true, endsAt: true },
  });

/** Fourteen days of a platform's shared equipment: who has what, what is free, and what waits for the host. */
export async function listBookings(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof listBookingsInput>,
): Promise<View> {
  const allianceId = scope.alliance.id;
  const platform =
    (await db.platform.findUnique({
      where: { allianceId_id: { allianceId, id: input.platformId } },
      include: { equipment: { where: { retiredOn: null }, orderBy: { id: "asc" } } },
    })) ?? notFound();
  const from = input.from ?? scope.today;
  const { days, edges } = midnights(from, scope.alliance.timeZone);
  // What the host keeps to itself, it books all the same.
  const own = bookersOf(scope).some((id) => isOwnUse(platform, id));
  const first = edges[0] ?? scope.now;
  const last = edges[DAYS] ?? scope.now;
  const [rows, taken, bookFor] = await Promise.all([
    rowsOf(db, scope, platform.id, first, last),
    takenOf(db, scope, platform.id, first, last),
    db.organization.findMany({
      where: { id: { in: bookersOf(scope) }, status: "active" },
      select: { id: true, name: true },
      orderBy: { pinyin: "asc" },
    }),
  ]);
  return {
    from,
    days,
    today: scope.today,
    more: rows.length > MOST,
    items: rows.slice(0, MOST).map((row) => ({
      ...row,
      purpose: seesPurpose(scope, platform, row.organizationId) ? row.purpose : null,
      reason: seesPurpose(scope, platform, row.organizationId) ? row.reason : null,
      may: {
        decide: row.endsAt > scope.now && mayDecideBooking(scope, platform, row),
        cancel: row.endsAt > scope.now && mayCancelBooking(scope, platform, row),
      },
    })),
    calendar: platform.equipment
      .filter(
        (one) => own || one.openHours !== null || taken.some((row) => row.equipmentId === one.id),
      )
      .map(({ id, name, count, openHours }) => ({
        id,
        name,
        count,
        openHours,
        busy: days.map((_, at) =>
          busyPieces(
            taken.filter((row) => row.equipmentId === id),
            { startsAt: edges[at] ?? first, endsAt: edges[at + 1] ?? last },
          ),
        ),
      })),
    bookFor,
  };
}
