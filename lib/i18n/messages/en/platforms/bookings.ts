import type { Translated } from "../../translated";
import type { bookings as zh } from "../../zh-CN/platforms/bookings";

/** Bookings of shared equipment. */
export const bookings: Translated<typeof zh> = {
  booking: {
    title: "Bookings of equipment",
    hint: "What is open to others may be booked. The host approves; a request holds its time.",
    book: "Book equipment",
    equipment: "Equipment",
    organization: "Used by",
    startsOn: "First day",
    startsAt: "From",
    endsOn: "Last day",
    endsAt: "Until",
    timeHint: "24 hours, for instance 14:00",
    purpose: "Purpose",
    submit: "Ask for it",
    done: "Asked for",
    none: "No bookings in these two weeks.",
    more: "The earliest 200 only.",
    list: "Bookings",
    piece: "{name} (piece {piece})",
    span: "{from} to {to}",
    state: {
      requested: "to be approved",
      approved: "approved",
      rejected: "not approved",
      cancelled: "cancelled",
    },
    approve: "Approve",
    approved: "Approved",
    reject: "Do not approve",
    rejected: "Answered",
    cancel: "Cancel the booking",
    cancelled: "Cancelled",
    reason: "Reason",
    calendar: "Fourteen days",
    calendarHint: "Pieces that are booked on the day, of all there are.",
    cell: "{busy}/{count}",
    free: "free",
    earlier: "Two weeks before",
    later: "Two weeks after",
    period: "{from} to {to}",
    mail: {
      asked: {
        subject: "Booking to be approved: {equipment}",
        body: "{organization} asks for “{equipment}” of {platform}, {from} to {to}. Purpose: {purpose}\n{link}",
      },
      approved: {
        subject: "Booking approved: {equipment}",
        body: "Your booking of “{equipment}” of {platform}, {from} to {to}, is approved:\n{link}",
      },
      rejected: {
        subject: "Booking not approved: {equipment}",
        body: "Your booking of “{equipment}” of {platform}, {from} to {to}, is not approved. Reason: {reason}\n{link}",
      },
      cancelled: {
        subject: "Booking cancelled: {equipment}",
        body: "The booking of “{equipment}” of {platform} by {organization}, {from} to {to}, is cancelled. Reason: {reason}\n{link}",
      },
    },
  },
};
