import { z } from "zod";
import { ruleView } from "@/lib/features/bodies/schema/roster";
import { matters } from "@/lib/features/bodies/types";
import { id } from "@/lib/kernel/fields";
import { obstacles } from "../rules/readiness";
import {
  capacities,
  itemKinds,
  itemStates,
  meetingKinds,
  meetingModes,
  meetingStates,
  presenceModes,
  proxyStates,
  recusalSources,
  recusalStates,
  rsvps,
} from "../types";
import { effectSubject } from "./effects";

export const liveInput = z.strictObject({ meetingId: id() });
export const revisionOutput = z.object({ revision: z.number() });

const present = z.object({
  personId: z.string().nullable(),
  personName: z.string(),
  capacity: z.enum(capacities),
  mode: z.enum(presenceModes),
  unclear: z.boolean(),
});

const seatView = z.object({
  seatId: z.string(),
  number: z.number(),
  position: z.string(),
  voting: z.boolean(),
  eligible: z.boolean(),
  holderName: z.string().nullable(),
  personName: z.string().nullable(),
  deliveredAt: z.iso.datetime().nullable(),
  readAt: z.iso.datetime().nullable(),
  rsvp: z.enum(rsvps),
  present: present.nullable(),
  recused: z.boolean(),
  proxyTo: z.string().nullable(),
  /** Of unit seats: who may stand in, by letter. */
  alternates: z.array(z.object({ personId: z.string(), name: z.string() })),
});
export type SeatView = z.output<typeof seatView>;

const test = z.object({
  num: z.number(),
  den: z.number(),
  cmp: z.enum(["gte", "gt"]),
  base: z.number(),
  count: z.number(),
  needed: z.number().nullable(),
  met: z.boolean(),
});
const headcount = z.object({
  present: z.number(),
  recused: z.number(),
  voters: z.number(),
  unclear: z.number(),
  quorum: test,
  groups: z.array(test.extend({ name: z.string() })),
  met: z.boolean(),
  spare: z.number(),
  remaining: z.number(),
  belowMinRemaining: z.boolean(),
});

const recusalView = z.object({
  seatId: z.string(),
  number: z.number(),
  holderName: z.string(),
  state: z.enum(recusalStates),
  source: z.enum(recusalSources),
  reason: z.string().nullable(),
});
export type RecusalView = z.output<typeof recusalView>;

const itemView = z.object({
  id: z.string(),
  order: z.number(),
  title: z.string(),
  kind: z.enum(itemKinds),
  state: z.enum(itemStates),
  matter: z.enum(matters).nullable(),
  explanation: z.string().nullable(),
  proposer: z.string().nullable(),
  partyPrior: z.boolean(),
  guarded: z.boolean(),
  applicationId: z.string().nullable(),
  projectId: z.string().nullable(),
  effect: z.unknown(),
  /** What a carried vote brings about, by name; null: nothing. */
  effectSubject: effectSubject.nullable(),
  version: z.number(),
  /** The papers are shut to whoever asks. */
  closed: z.boolean(),
  papers: z.array(
    z.object({ id: z.string(), fileId: z.string(), title: z.string(), size: z.number() }),
  ),
  paperCount: z.number(),
  recusals: z.array(recusalView),
});
export type ItemView = z.output<typeof itemView>;

const proxyView = z.object({
  id: z.string(),
  principalSeatId: z.string(),
  holderSeatId: z.string(),
  state: z.enum(proxyStates),
  letterFileId: z.string().nullable(),
  version: z.number(),
  /** Whoever asks recorded it, and somebody else must accept it. */
  mine: z.boolean(),
});
export type ProxyView = z.output<typeof proxyView>;

const reference = z.object({ id: z.string(), title: z.string() });

export const liveOutput = z.object({
  id: z.string(),
  title: z.string(),
  body: z.object({ id: z.string(), name: z.string(), nameEn: z.string().nullable() }),
  kind: z.enum(meetingKinds),
  mode: z.enum(meetingModes),
  state: z.enum(meetingStates),
  stateReason: z.string().nullable(),
  recordOnly: z.boolean(),
  version: z.number(),
  revision: z.number(),
  heldAt: z.iso.datetime(),
  heldOn: z.string(),
  time: z.string(),
  today: z.string(),
  place: z.string().nullable(),
  link: z.string().nullable(),
  noticedAt: z.iso.datetime().nullable(),
  noticeWaiver: z.string().nullable(),
  openedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  deadlines: z.object({
    noticeDays: z.number(),
    papersDays: z.number(),
    noticeBy: z.string(),
    papersBy: z.string(),
  }),
  /** The rule of the current item's matter, or of ordinary matters. */
  rule: ruleView.nullable(),
  headcount: headcount.nullable(),
  obstacle: z.enum(obstacles).nullable(),
  seatsChanged: z.boolean(),
  /** From when on a meeting without quorum may be called inquorate. */
  waitsUntil: z.iso.datetime().nullable(),
  chairSeatId: z.string().nullable(),
  chairName: z.string().nullable(),
  currentItemId: z.string().nullable(),
  hasCode: z.boolean(),
  seats: z.array(seatView),
  items: z.array(itemView),
  proxies: z.array(proxyView),
  mine: z.array(z.object({ seatId: z.string(), capacity: z.enum(capacities) })),
  continues: reference.nullable(),
  continuedBy: z.array(reference),
  may: z.object({
    prepare: z.boolean(),
    run: z.boolean(),
    attend: z.boolean(),
    proxy: z.boolean(),
    decideConflict: z.boolean(),
    download: z.boolean(),
  }),
});
export type LiveMeeting = z.output<typeof liveOutput>;

export const yearPlanInput = z.strictObject({ year: z.coerce.number().int().min(1900).max(2200) });
export const yearPlanOutput = z.object({
  year: z.number(),
  bodies: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nameEn: z.string().nullable(),
      minimum: z.number(),
      held: z.number(),
      planned: z.number(),
      meetings: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          state: z.enum(meetingStates),
          heldAt: z.iso.datetime(),
        }),
      ),
    }),
  ),
});
export type YearPlan = z.output<typeof yearPlanOutput>;
