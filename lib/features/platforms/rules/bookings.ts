import type { BookingState, PlatformState } from "../types";

/** The edges of a booking; the database knows them too. */
export const bookingEdges: Record<BookingState, readonly BookingState[]> = {
  requested: ["approved", "rejected", "cancelled"],
  approved: ["cancelled"],
  rejected: [],
  cancelled: [],
};

export const bookingMayBecome = (from: BookingState, to: BookingState): boolean =>
  bookingEdges[from].includes(to);

/** These hold the time of a piece. */
export const standingBookings = [
  "requested",
  "approved",
] as const satisfies readonly BookingState[];

/** What becomes of bookings that are not over when their platform pauses or closes. */
export const bookingFates = ["keep", "cancel"] as const;
export type BookingFate = (typeof bookingFates)[number];

/** A pause may leave them standing; after closing there is nothing to use. Elsewhere none are asked about. */
export const fatesOf = (to: PlatformState): readonly BookingFate[] =>
  to === "suspended" ? bookingFates : to === "closed" ? ["cancel"] : [];

const DAY = 86_400_000;
/** The longest stretch of one booking, and how far ahead it may begin. */
export const bookingLimits = { days: 31, aheadDays: 180 } as const;

export type TimeFault =
  | "booking-ends-before-start"
  | "booking-in-past"
  | "booking-too-long"
  | "booking-too-far";

/** What is wrong with a stretch of time that somebody asks for now. */
export function timeFault(startsAt: Date, endsAt: Date, now: Date): TimeFault | undefined {
  if (endsAt <= startsAt) return "booking-ends-before-start";
  if (startsAt <= now) return "booking-in-past";
  if (endsAt.getTime() - startsAt.getTime() > bookingLimits.days * DAY) return "booking-too-long";
  return startsAt.getTime() - now.getTime() > bookingLimits.aheadDays * DAY
    ? "booking-too-far"
    : undefined;
}

type Stretch = { piece: number; startsAt: Date; endsAt: Date };

/** Half open: what ends at nine leaves nine to the next one. */
const touches = (one: Omit<Stretch, "piece">, other: Omit<Stretch, "piece">): boolean =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** The first piece that nobody has at that time. */
export function freePiece(
  count: number,
  taken: readonly Stretch[],
  wanted: Omit<Stretch, "piece">,
): number | undefined {
  const busy = new Set(taken.filter((one) => touches(one, wanted)).map((one) => one.piece));
  for (let piece = 1; piece <= count; piece += 1) if (!busy.has(piece)) return piece;
  return undefined;
}

/** How many pieces somebody has in a stretch: the cell of a calendar. */
export const busyPieces = (taken: readonly Stretch[], within: Omit<Stretch, "piece">): number =>
  new Set(taken.filter((one) => touches(one, within)).map((one) => one.piece)).size;
