import { z } from "zod";
import { owedSchema } from "@/lib/features/enterprises/schema";
import { meetingModes, meetingStates } from "@/lib/features/meetings/types";
import { targetViewSchema } from "@/lib/features/targets/schema";
import { id, optional } from "@/lib/kernel/fields";
import { governanceViews, homeViews, judgingKinds, lineKeys } from "./types";

export const governanceHomeInput = z.strictObject({
  /** Without it: the first that the caller has. */
  view: optional(z.enum(governanceViews)),
});

export const organizationHomeInput = z.strictObject({
  /** Without it: the first of the caller's own organizations. */
  organization: optional(id()),
});

export const expertHomeInput = z.strictObject({});

const line = z.object({
  key: z.enum(lineKeys),
  count: z.number().int(),
  /** The oldest day in it, where its list has one. */
  since: z.string().nullable(),
});
export type HomeLine = z.output<typeof line>;

const meeting = z.object({
  id: z.string(),
  title: z.string(),
  mode: z.enum(meetingModes),
  state: z.enum(meetingStates),
  scheduledAt: z.iso.datetime(),
  place: z.string().nullable(),
  body: z.object({ name: z.string(), nameEn: z.string().nullable() }),
  /** Voting seats that were called, and how many of them said that they come or are carried. */
  seats: z.number().int(),
  expected: z.number().int(),
  /** Last day for the notice, by the longest rule in force; null where none names days. */
  noticeUntil: z.string().nullable(),
  papers: z.number().int(),
  /** The reader sits there. */
  mine: z.boolean(),
  /** Items for which the reader's seat was asked about a conflict and has not answered. */
  toDeclare: z.number().int(),
  /** Open votes that the reader's seat has not cast in. */
  toCast: z.number().int(),
});
export type HomeMeeting = z.output<typeof meeting>;

const pair = z.object({ cash: z.string(), inKind: z.string() });
export const governanceHomeSchema = z.object({
  view: z.enum(governanceViews),
  views: z.array(z.enum(homeViews)),
  organizations: z.array(z.object({ id: z.string(), name: z.string() })),
  asOf: z.iso.datetime(),
  lines: z.array(line),
  meetings: z.array(meeting),
  /** Head of the audit chain, for those who verify it. */
  chain: z.object({ entries: z.number().int(), at: z.iso.datetime().nullable() }).nullable(),
});
export type GovernanceHome = z.output<typeof governanceHomeSchema>;

export const organizationHomeSchema = z.object({
  organization: z.object({ id: z.string(), name: z.string() }),
  own: z.array(z.object({ id: z.string(), name: z.string() })),
  views: z.array(z.enum(homeViews)),
  asOf: z.iso.datetime(),
  year: z.number().int(),
  lines: z.array(line),
  meetings: z.array(meeting),
  money: z.object({ promised: pair, received: pair, spent: pair }),
  owed: z.array(owedSchema),
  owedCount: z.number().int(),
  targets: z.array(targetViewSchema),
});
export type OrganizationHome = z.output<typeof organizationHomeSchema>;

const judging = z.object({
  kind: z.enum(judgingKinds),
  /** Of the panel, the call or the seat: what its desk is opened by. */
  id: z.string(),
  title: z.string(),
  /** The round of an evaluation, the parties of a project; what helps to see a conflict. */
  about: z.string().nullable(),
});
export const expertHomeSchema = z.object({
  views: z.array(z.enum(homeViews)),
  organizations: z.array(z.object({ id: z.string(), name: z.string() })),
  asOf: z.iso.datetime(),
  /** What waits for the reader, conflicts to declare first, then the longest waiting. */
  waiting: z.array(
    judging.extend({
      step: z.enum(["declare", "judge"]),
      /** Bids to judge; null where there is one sheet. */
      left: z.number().int().nullable(),
      since: z.string(),
    }),
  ),
  /** What the reader gave in, the newest first; never what it said. */
  given: z.array(judging.extend({ on: z.string() })),
  givenCount: z.number().int(),
});
export type ExpertHome = z.output<typeof expertHomeSchema>;
