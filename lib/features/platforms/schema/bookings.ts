import { z } from "zod";
import { day, id, line, minute, optional, version } from "@/lib/kernel/fields";
import { bookingStates } from "../types";

export const bookEquipmentInput = z.strictObject({
  platformId: id(),
  equipmentId: id(),
  /** For whom; left out where the caller acts for one unit only. */
  organizationId: optional(id()),
  startsOn: day(),
  startsAt: minute(),
  endsOn: day(),
  endsAt: minute(),
  purpose: line(300),
});

const aBooking = { platformId: id(), bookingId: id(), version: version() };
export const decideBookingInput = z
  .strictObject({
    ...aBooking,
    verdict: z.enum(["approve", "reject"], { error: "required" }),
    reason: optional(line(300)),
  })
  .refine((given) => given.verdict === "approve" || given.reason, {
    error: "required",
    path: ["reason"],
  });
export const cancelBookingInput = z.strictObject({ ...aBooking, reason: optional(line(300)) });
export const bookingAnswer = z.object({
  id: z.uuid(),
  state: z.enum(bookingStates),
  piece: z.number().int(),
  version: z.number().int(),
});

export const listBookingsInput = z.strictObject({
  platformId: id(),
  /** The first of fourteen days; today where it is left out. */
  from: optional(day()),
});

const named = z.object({ id: z.uuid(), name: z.string() });
const booking = z.object({
  id: z.uuid(),
  equipment: named,
  piece: z.number().int(),
  organization: named,
  startsAt: z.date(),
  endsAt: z.date(),
  /** Told to the host and to who booked. */
  purpose: z.string().nullable(),
  state: z.enum(bookingStates),
  reason: z.string().nullable(),
  version: z.number().int(),
  may: z.object({ decide: z.boolean(), cancel: z.boolean() }),
});
export const bookingList = z.object({
  from: z.string(),
  days: z.array(z.string()),
  /** Open requests whatever their day, and what falls into the fourteen days; the earliest first. */
  items: z.array(booking),
  more: z.boolean(),
  /** What may be booked, with the pieces that somebody has on each of the days. */
  calendar: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      count: z.number().int(),
      openHours: z.string().nullable(),
      busy: z.array(z.number().int()),
    }),
  ),
  /** Units for which the caller may book. */
  bookFor: z.array(named),
  today: z.string(),
});
export type BookingList = z.output<typeof bookingList>;
export type Booking = z.output<typeof booking>;
