import { z } from "zod";
import { clock } from "@/lib/features/meetings/schema/record";
import { id, prose } from "@/lib/kernel/fields";

export const lateDepartureInput = z.strictObject({
  meetingId: id(),
  seatId: id(),
  /** Of today, by the alliance's clock. */
  time: clock(),
  reason: prose(500),
});

/** Votes in which the seat was counted although it had gone. */
export const lateDepartureOutput = z.object({
  seatId: z.string(),
  votes: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      /** So many seats short of the quorum. */
      short: z.number(),
      /** Without the seat the result would have been another: the chair confirms or voids it. */
      changes: z.boolean(),
    }),
  ),
});
