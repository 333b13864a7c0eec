import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import {
  bookEquipment,
  bookRefusals,
  cancelBooking,
  decideBooking,
  decideRefusals,
} from "../commands/bookings";
import { listBookings } from "../queries/bookings";
import {
  bookEquipmentInput,
  bookingAnswer,
  bookingList,
  cancelBookingInput,
  decideBookingInput,
  listBookingsInput,
} from "../schema/bookings";

const place = "tenant" as const;
const base = "/alliances/{alliance}/platforms/{platformId}/bookings" as const;
const one = `${base}/{bookingId}` as const;
const output = bookingAnswer;

export const listBookingsQuery = defineQuery({
  id: "platforms.bookings",
  path: base,
  place,
  summary: "Fourteen days of a platform's shared equipment: what is booked, what is free",
  permission: permission("equipment.read_bookings"),
  input: listBookingsInput,
  output: bookingList,
  run: listBookings,
});

export const bookEquipmentCommand = defineCommand({
  id: "platforms.bookEquipment",
  path: base,
  place,
  summary: "Asks for one piece of equipment for a stretch of time; no two overlap",
  permission: permission("equipment.book"),
  refusals: bookRefusals,
  input: bookEquipmentInput,
  output,
  run: bookEquipment,
});

export const decideBookingCommand = defineCommand({
  id: "platforms.decideBooking",
  path: `${one}/decision`,
  place,
  summary: "The host of a platform approves a booking or does not",
  permission: permission("platform.write"),
  refusals: decideRefusals,
  input: decideBookingInput,
  output,
  run: decideBooking,
});

export const cancelBookingCommand = defineCommand({
  id: "platforms.cancelBooking",
  path: `${one}/cancellation`,
  place,
  summary: "Gives a booked time back, or takes it back with a reason",
  permission: permission("equipment.cancel"),
  refusals: ["booking-wrong-state", "booking-over"],
  input: cancelBookingInput,
  output,
  run: cancelBooking,
});
