import { z } from "zod";
import { id, line, optional } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import {
  bidStates,
  callEventKinds,
  callMoves,
  callStates,
  expertStages,
  expertStates,
  ipWishes,
  objectionStates,
  painCategories,
  secrecies,
  waitingParties,
} from "../types";
import { bidContent } from "./bids";

const sorts = ["-new", "new", "closes", "-closes", "-budget", "budget"] as const;

export const listCallsInput = z.strictObject({
  q: optional(line(100)),
  state: optional(z.enum(callStates)),
  pain: optional(z.enum(painCategories)),
  /** Only those that take bids now. */
  open: optional(z.enum(["true"])),
  /** Only what concerns the reader: posted, bid for, to be assessed by him, or waiting for his office. */
  mine: optional(z.enum(["true"])),
  organization: optional(id()),
  /** The call that this project came out of. */
  project: optional(id()),
  sort: z.enum(sorts).default("-new"),
  ...pagingShape,
});

const named = z.object({ id: z.uuid(), name: z.string() });
const waiting = z.object({ party: z.enum(waitingParties), since: z.date() }).nullable();

const summary = {
  id: z.uuid(),
  code: z.string().nullable(),
  /** The title, or the one for the public. */
  title: z.string(),
  state: z.enum(callStates),
  pain: z.enum(painCategories),
  secrecy: z.enum(secrecies),
  /** Null where the call is anonymous to the reader. */
  poster: named.nullable(),
  budget: z.string().nullable(),
  closesAt: z.date().nullable(),
  overdue: z.boolean(),
};

export const callRowSchema = z.object({ ...summary, waiting });
export type CallRow = z.output<typeof callRowSchema>;
export const callsPageSchema = pageOf(callRowSchema).extend({ mayPost: z.boolean() });

export const getCallInput = z.strictObject({ id: id() });

const indicator = z.object({
  id: z.uuid(),
  name: z.string(),
  target: z.string(),
  measured: z.string().nullable(),
  met: z.boolean().nullable(),
});

/** What whoever has undertaken to keep it to himself reads, and everybody where nothing is restricted. */
const details = z.object({
  problem: z.string(),
  indicators: z.array(indicator),
  moneySource: z.string(),
  neededOn: z.string(),
  ipWish: z.enum(ipWishes),
  ipNote: z.string().nullable(),
});

const bidView = z.object({
  id: z.uuid(),
  state: z.enum(bidStates),
  letter: z.number().int().nullable(),
  /** Null while the reader judges it blind. */
  organization: named.nullable(),
  content: bidContent.partial({ leader: true, team: true }).nullable(),
  excludedReason: z.string().nullable(),
  points: z.string().nullable(),
  rank: z.number().int().nullable(),
  spread: z.string().nullable(),
  discussion: z.string().nullable(),
  chosen: z.boolean(),
});
export type BidView = z.output<typeof bidView>;

const ownBid = z.object({
  id: z.uuid(),
  organization: named,
  state: z.enum(bidStates),
  submittedAt: z.date(),
  sha256: z.string(),
  replacements: z.number().int(),
});

const expertView = z.object({
  id: z.uuid(),
  stage: z.enum(expertStages),
  name: z.string(),
  state: z.enum(expertStates),
  reason: z.string().nullable(),
  done: z.boolean(),
});

const opinion = z.object({
  name: z.string(),
  pull: z.number().int(),
  basis: z.number().int(),
  technical: z.number().int(),
  financial: z.number().int(),
  necessary: z.boolean(),
  novel: z.boolean(),
  feasible: z.boolean(),
  beneficial: z.boolean(),
  recommended: z.boolean(),
  comment: z.string(),
});

/** The reader's own part as an expert. */
const judging = z.object({
  stage: z.enum(expertStages),
  state: z.enum(expertStates),
  /** Units to think of when declaring, in no order that tells anything. */
  units: z.array(z.string()),
  opined: z.boolean(),
  sheets: z.array(
    z.object({ bidId: z.uuid(), points: z.record(z.string(), z.number()), due: z.boolean() }),
  ),
});

const objection = z.object({
  id: z.uuid(),
  text: z.string(),
  state: z.enum(objectionStates),
  answer: z.string().nullable(),
  at: z.date(),
  mayAnswer: z.boolean(),
});

const award = z.object({
  organization: named,
  reason: z.string().nullable(),
  noticeFrom: z.string(),
  noticeUntil: z.string(),
});

const contract = z.object({
  contractNo: z.string(),
  amount: z.string(),
  signedOn: z.string(),
  file: named.nullable(),
});

/** Payment as the funds tell it: cash that was promised to the project and came. */
const payment = z.object({ promised: z.string(), received: z.string() });

export const callSchema = z.object({
  ...summary,
  version: z.number().int(),
  round: z.number().int(),
  listVersion: z.number().int(),
  publishedAt: z.date().nullable(),
  stateSince: z.date(),
  leastBids: z.number().int(),
  leastExperts: z.number().int(),
  noticeDays: z.number().int(),
  waiting,
  details: details.nullable(),
  /** Details are restricted, and the reader's own unit may sign for them. */
  mayUndertake: z.boolean(),
  criteria: z.array(z.object({ id: z.uuid(), name: z.string(), weight: z.number().int() })),
  listItem: named.nullable(),
  award: award.nullable(),
  project: z.object({ id: z.uuid(), title: z.string(), code: z.string().nullable() }).nullable(),
  ownBids: z.array(ownBid),
  judging: judging.nullable(),
  objections: z.array(objection),
  /** What only the enterprise, the office and those who look after it see. */
  inside: z
    .object({
      stateReason: z.string().nullable(),
      title: z.string(),
      publicTitle: z.string().nullable(),
      extended: z.boolean(),
      opinions: z.array(opinion),
      experts: z.array(expertView),
      bids: z.array(bidView),
      /** How many are sealed; not told before the deadline. */
      sealed: z.number().int().nullable(),
      openers: z.array(z.string()),
      choiceReason: z.string().nullable(),
      contract: contract.nullable(),
      payment: payment.nullable(),
      progress: z
        .object({ missing: z.number(), apart: z.array(z.uuid()), again: z.number() })
        .nullable(),
      history: z.array(
        z.object({
          id: z.uuid(),
          kind: z.enum(callEventKinds),
          text: z.string().nullable(),
          by: z.string().nullable(),
          at: z.date(),
        }),
      ),
    })
    .nullable(),
  /** Bids as an expert reads them: by letter, without their teams. */
  blind: z.array(bidView),
  moves: z.partialRecord(z.enum(callMoves), z.boolean()),
  may: z.object({
    bid: z.boolean(),
    /** Units for which the reader may bid. */
    bidders: z.array(named),
    object: z.boolean(),
    assign: z.boolean(),
    edit: z.boolean(),
  }),
});
export type CallView = z.output<typeof callSchema>;
export type CallInside = NonNullable<CallView["inside"]>;

export const postingInput = z.strictObject({});
export const postingOutput = z.object({ own: z.array(named), today: z.string() });
