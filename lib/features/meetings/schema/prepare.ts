import { z } from "zod";
import { matters } from "@/lib/features/bodies/types";
import { effect } from "@/lib/features/resolutions/schema";
import { day, id, line, optional, prose, ticked, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { itemKinds, meetingKinds, meetingStates, proposalStates } from "../types";
import { clock } from "./record";

export const moved = z.object({
  id: z.string(),
  state: z.enum(meetingStates),
  version: z.number(),
});

const sitting = {
  title: line(200),
  kind: z.enum(meetingKinds, { error: "required" }).default("regular"),
  mode: z.enum(["room", "online", "mixed"], { error: "required" }),
  heldOn: day(),
  time: clock(),
  place: optional(line(200)),
  link: optional(z.url({ error: "not-a-link", protocol: /^https?$/ }).max(500, "too-long")),
};

export const createInput = z.strictObject({ bodyId: id(), ...sitting });
export const updateInput = z.strictObject({ meetingId: id(), version: version(), ...sitting });
export type SittingInput = Omit<z.output<typeof createInput>, "bodyId">;

export const noticeInput = z.strictObject({
  meetingId: id(),
  version: version(),
  /** Why the notice is shorter than the rule asks. */
  waiver: optional(prose(500)),
});

/** Another time or place after the notice. */
export const rescheduleInput = z.strictObject({
  meetingId: id(),
  version: version(),
  heldOn: day(),
  time: clock(),
  mode: z.enum(["room", "online", "mixed"], { error: "required" }),
  place: optional(line(200)),
  link: sitting.link,
  waiver: optional(prose(500)),
});

export const callOffInput = z.strictObject({
  meetingId: id(),
  version: version(),
  how: z.enum(["cancel", "postpone"], { error: "required" }),
  reason: prose(500),
});

const item = {
  title: line(200),
  kind: z.enum(itemKinds, { error: "required" }),
  matter: optional(z.enum(matters)),
  proposer: optional(line(200)),
  explanation: optional(prose(5000)),
  partyPrior: ticked().default(false),
  guarded: ticked().default(false),
  applicationId: optional(id()),
  projectId: optional(id()),
  effect: effect.default({ kind: "none" }),
};

export const addItemInput = z.strictObject({ meetingId: id(), ...item });
export const updateItemInput = z.strictObject({ itemId: id(), version: version(), ...item });
export type ItemInput = Omit<z.output<typeof addItemInput>, "meetingId">;
export const itemRef = z.strictObject({ itemId: id(), version: version() });
export const shiftItemInput = z.strictObject({
  itemId: id(),
  version: version(),
  direction: z.enum(["up", "down"]),
});
export const itemAnswer = z.object({ id: z.string(), version: z.number() });

export const addPaperInput = z.strictObject({
  itemId: id(),
  fileId: id(),
  title: optional(line(200)),
});
export const removePaperInput = z.strictObject({ paperId: id() });
export const paperAnswer = z.object({ id: z.string() });

export const proposeInput = z.strictObject({
  bodyId: id(),
  organizationId: optional(id()),
  title: line(200),
  explanation: prose(5000),
  partyPrior: ticked().default(false),
  fileId: optional(id()),
});
export const acceptProposalInput = z.strictObject({
  proposalId: id(),
  version: version(),
  meetingId: id(),
  matter: optional(z.enum(matters)),
});
export const rejectProposalInput = z.strictObject({
  proposalId: id(),
  version: version(),
  reason: prose(500),
});
export const withdrawProposalInput = z.strictObject({ proposalId: id(), version: version() });
export const proposalAnswer = z.object({ id: z.string(), state: z.enum(proposalStates) });

export const listProposalsInput = z.strictObject({
  ...pagingShape,
  state: optional(z.enum(proposalStates)),
  body: optional(id()),
});
const proposalRow = z.object({
  id: z.string(),
  title: z.string(),
  explanation: z.string(),
  partyPrior: z.boolean(),
  state: z.enum(proposalStates),
  reason: z.string().nullable(),
  version: z.number(),
  createdAt: z.iso.datetime(),
  body: z.object({ id: z.string(), name: z.string(), nameEn: z.string().nullable() }),
  organizationId: z.string().nullable(),
  organizationName: z.string().nullable(),
  proposedBy: z.string(),
  own: z.boolean(),
  meeting: z.object({ id: z.string(), title: z.string() }).nullable(),
  file: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type ProposalRow = z.output<typeof proposalRow>;
export const listProposalsOutput = pageOf(proposalRow);
