"use client";

import { createContext, use } from "react";
import type { RosterSeat, RuleInForce } from "@/lib/features/bodies/schema/roster";
import type { SeatCount } from "@/lib/features/bodies/types";
import { countPresent } from "@/lib/features/meetings/rules/record";
import { type AttendanceStatus, attendanceStatuses } from "@/lib/features/meetings/types";

/** What the record form knows of the day: who held the seats, by which rules they decided. */
type Sitting = {
  holders: readonly RosterSeat[];
  rules: readonly RuleInForce[];
  seats: SeatCount;
};

/** Names and values of the form as they stand now, for what is computed while typing. */
export type Typed = ReadonlyMap<string, string>;

type Live = { sitting: Sitting; typed: Typed };

const nothing: Live = {
  sitting: { holders: [], rules: [], seats: { all: 0, filled: 0, eligible: 0 } },
  typed: new Map(),
};

export const LiveContext = createContext<Live>(nothing);

export const statusName = (index: number): string => `attendance.${index}.status`;

const statusOf = (value: string | undefined): AttendanceStatus | undefined =>
  attendanceStatuses.find((status) => status === value);

/** How many of the seats are marked, and how many of them were there. */
export function useAttendance() {
  const { sitting, typed } = use(LiveContext);
  const lines = sitting.holders.flatMap((holder, index) => {
    const status = statusOf(typed.get(statusName(index)));
    return status ? [{ seatId: holder.seatId, status }] : [];
  });
  return {
    present: countPresent(sitting.holders, lines),
    unmarked: sitting.holders.length - lines.length,
  };
}

export const useLive = (): Live => use(LiveContext);

/** A count as typed; what is no count yet is nobody. */
export const countOf = (typed: Typed, name: string): number => {
  const text = typed.get(name) ?? "";
  return /^\d{1,5}$/.test(text) ? Number(text) : 0;
};
