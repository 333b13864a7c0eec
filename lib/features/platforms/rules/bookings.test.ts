import { describe, expect, test } from "vitest";
import { bookingStates, platformStates } from "../types";
import { bookingMayBecome, busyPieces, fatesOf, freePiece, timeFault } from "./bookings";

const at = (text: string) => new Date(`2026-05-${text}:00+08:00`);
const now = at("01T08:00");

describe("the time of a booking", () => {
  test.each([
    ["02T09:00", "02T11:00", undefined],
    ["02T09:00", "02T09:00", "booking-ends-before-start"],
    ["02T09:00", "02T08:59", "booking-ends-before-start"],
    ["01T08:00", "01T09:00", "booking-in-past"],
    ["01T07:00", "01T09:00", "booking-in-past"],
    ["01T08:01", "01T09:00", undefined],
  ])("%s to %s: %s", (from, to, fault) => expect(timeFault(at(from), at(to), now)).toBe(fault));
  test("31 days at the most, 180 days ahead at the most", () => {
    const later = (days: number) => new Date(at("02T09:00").getTime() + days * 86_400_000);
    expect(timeFault(later(0), later(31), now)).toBeUndefined();
    expect(timeFault(later(0), later(32), now)).toBe("booking-too-long");
    expect(timeFault(later(178), later(179), now)).toBeUndefined();
    expect(timeFault(later(180), later(181), now)).toBe("booking-too-far");
  });
});

describe("pieces", () => {
  const taken = [
    { piece: 1, startsAt: at("02T09:00"), endsAt: at("02T11:00") },
    { piece: 2, startsAt: at("02T10:00"), endsAt: at("02T12:00") },
  ];
  test.each([
    ["02T07:00", "02T09:00", 1],
    ["02T09:00", "02T10:00", 2],
    ["02T10:30", "02T10:40", undefined],
    ["02T11:00", "02T12:00", 1],
    ["02T12:00", "02T13:00", 1],
  ])("two pieces, %s to %s: number %s is free", (from, to, piece) =>
    expect(freePiece(2, taken, { startsAt: at(from), endsAt: at(to) })).toBe(piece),
  );
  test("a day counts each piece once", () => {
    const day = { startsAt: at("02T00:00"), endsAt: at("03T00:00") };
    expect(busyPieces([...taken, ...taken], day)).toBe(2);
    expect(busyPieces(taken, { startsAt: at("03T00:00"), endsAt: at("04T00:00") })).toBe(0);
  });
});

test("what is answered with no, or given back, stays so", () => {
  const edges = bookingStates.flatMap((from) =>
    bookingStates.filter((to) => bookingMayBecome(from, to)).map((to) => `${from} ${to}`),
  );
  expect(edges).toEqual([
    "requested approved",
    "requested rejected",
    "requested cancelled",
    "approved cancelled",
  ]);
});

test("bookings are kept through a pause, never through a closing, and asked about nowhere else", () => {
  expect(platformStates.filter((to) => fatesOf(to).length > 0)).toEqual(["suspended", "closed"]);
  expect(fatesOf("suspended")).toEqual(["keep", "cancel"]);
  expect(fatesOf("closed")).toEqual(["cancel"]);
});
