import { z } from "zod";
import { day, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { itemStates } from "../types";
import { clock } from "./record";

export const meetingRef = z.strictObject({ meetingId: id(), version: version() });
export const suspendInput = z.strictObject({
  meetingId: id(),
  version: version(),
  reason: prose(500),
});
export const focusInput = z.strictObject({ itemId: id() });
export const settleInput = z.strictObject({
  itemId: id(),
  version: version(),
  how: z.enum(["hear", "defer", "withdraw", "refer_up"], { error: "required" }),
});
export const itemMoved = z.object({
  id: z.string(),
  state: z.enum(itemStates),
  version: z.number(),
});
export const chairInput = z.strictObject({ meetingId: id(), seatId: id() });
export const againInput = z.strictObject({
  meetingId: id(),
  version: version(),
  heldOn: day(),
  time: clock(),
  place: optional(line(200)),
});
export const madeAnother = z.object({ id: z.string(), state: z.string() });
export const refreezeInput = z.strictObject({ meetingId: id(), reason: prose(500) });
export const refrozen = z.object({ changed: z.number() });
