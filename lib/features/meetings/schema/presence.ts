import { z } from "zod";
import { id, line, optional, prose, ticked, version } from "@/lib/kernel/fields";
import { capacities, instructions, presenceModes, proxyStates, rsvps } from "../types";

const seat = { meetingId: id(), seatId: id() };

export const openedInput = z.strictObject({ meetingId: id() });
export const answerInput = z.strictObject({
  ...seat,
  rsvp: z.enum(rsvps, { error: "required" }).exclude(["none"], { error: "required" }),
});
export const deliveredInput = z.strictObject(seat);
export const seatAnswer = z.object({ seatId: z.string() });
export const openedAnswer = z.object({ seats: z.number() });

export const renewCodeInput = z.strictObject({ meetingId: id() });
export const codeAnswer = z.object({ secret: z.string() });

/** `code` is the secret of the wall; without it one checks in online, from the own page. */
export const checkInInput = z.strictObject({
  ...seat,
  mode: z.enum(presenceModes, { error: "required" }),
  code: optional(z.string().max(100)),
});
export const markPresentInput = z.strictObject({
  ...seat,
  capacity: z.enum(capacities).default("principal"),
  mode: z.enum(presenceModes).default("room"),
  /** The alternate, where the letters name several; whoever was called otherwise. */
  personId: optional(id()),
  /** Another person of the seat is there already and is relieved. */
  relieve: ticked().default(false),
});
export const markAllInput = z.strictObject({ meetingId: id() });
export const markAllAnswer = z.object({ entered: z.number() });
export const leaveInput = z.strictObject(seat);
export const presenceAnswer = z.object({ id: z.string() });
export const heartbeatInput = z.strictObject({ meetingId: id() });
export const heartbeatAnswer = z.object({ revision: z.number() });

const marks = z.record(id(), z.enum(instructions)).default({});
export const grantProxyInput = z.strictObject({
  meetingId: id(),
  principalSeatId: id(),
  holderSeatId: id(),
  letterFileId: optional(id()),
  reason: optional(line(300)),
  instructions: marks,
});
export const acceptProxyInput = z.strictObject({ proxyId: id(), version: version() });
export const revokeProxyInput = z.strictObject({
  proxyId: id(),
  version: version(),
  reason: optional(line(300)),
});
export const proxyAnswer = z.object({ id: z.string(), state: z.enum(proxyStates) });

export const declareInput = z.strictObject({
  itemId: id(),
  seatId: id(),
  conflict: z.enum(["yes", "no"], { error: "required" }),
  reason: optional(prose(500)),
});
/** How it was said: aloud in the meeting, by telephone, in a letter. */
export const toldInput = z.strictObject({
  itemId: id(),
  seatId: id(),
  conflict: z.enum(["yes", "no"], { error: "required" }),
  reason: prose(500),
});
export const challengeInput = z.strictObject({ itemId: id(), seatId: id(), reason: prose(500) });
export const decideInput = z.strictObject({
  itemId: id(),
  seatId: id(),
  recused: z.enum(["yes", "no"], { error: "required" }),
  reason: prose(500),
});
export const recusalAnswer = z.object({ id: z.string(), state: z.string() });
