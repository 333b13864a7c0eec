import { z } from "zod";
import { ruleView } from "@/lib/features/bodies/schema/roster";
import { matters, outcomes } from "@/lib/features/bodies/types";
import { meetingModes, meetingStates, voteMethods } from "@/lib/features/meetings/types";
import { effectKinds } from "@/lib/features/resolutions/types";
import { digits, id, optional, prose, version } from "@/lib/kernel/fields";
import { choices, paperChoices, voteReasons, voteStates } from "../types";

const count = () =>
  digits().pipe(
    z.coerce
      .number<string | number>({ error: "not-a-quantity" })
      .int("not-a-quantity")
      .min(0, "not-a-quantity")
      .max(10_000, "not-a-quantity"),
  );
const voteId = id();
const reason = prose(500);

const resolutionRef = z.object({
  id: z.string(),
  year: z.number(),
  number: z.number(),
  body: z.object({ name: z.string(), nameEn: z.string().nullable() }),
});

export const prepareInput = z.strictObject({
  itemId: id(),
  /** What is voted on, word for word; a carried text becomes the resolution. */
  text: prose(2000),
  method: z.enum(voteMethods, { error: "required" }),
  /** Only where the item does not say it. */
  matter: optional(z.enum(matters)),
  /** Why the item is voted on again. */
  reason: optional(z.enum(voteReasons)),
  /** Another prepared vote of the meeting to be put together with. */
  blockWith: optional(id()),
});

export const openInput = z.strictObject({
  voteId,
  version: version(),
  /** How long ballots are taken; without it until the chair closes. Replies of a correspondence vote: in hours. */
  minutes: optional(z.coerce.number().int().min(1, "not-a-quantity").max(600, "not-a-quantity")),
  hours: optional(z.coerce.number().int().min(1, "not-a-quantity").max(2400, "not-a-quantity")),
  /** Why the seats stay as they were frozen, where they have changed since. */
  seatsReason: optional(prose(500)),
});
export const oneInput = z.strictObject({ voteId });
export const versionedInput = z.strictObject({ voteId, version: version() });
export const extendInput = z.strictObject({
  voteId,
  version: version(),
  minutes: z.coerce.number().int().min(1, "not-a-quantity").max(10_080, "not-a-quantity"),
});
export const reasonInput = z.strictObject({ voteId, reason });

export const castInput = z.strictObject({
  voteId,
  seatId: id(),
  choice: z.enum(choices, { error: "required" }),
});
export const castSecretInput = z.strictObject({
  voteId,
  seatId: id(),
  choice: z.enum(choices, { error: "required" }),
  /** Random, from the form, kept nowhere: the fingerprint of a repeated request cannot be tried out on the choices. */
  blind: z.string({ error: "required" }).min(16, "required").max(100, "too-long"),
});
export const handsInput = z.strictObject({ voteId, yes: count(), no: count(), abstain: count() });
export const paperInput = z.strictObject({
  voteId,
  seatId: id(),
  choice: z.enum(paperChoices, { error: "required" }),
  paperFileId: id(),
});
export const confirmPaperInput = z.strictObject({
  voteId,
  seatId: id(),
  /** Read from the paper once more, not from the screen. */
  choice: z.enum(paperChoices, { error: "required" }),
});
export const decideTieInput = z.strictObject({
  voteId,
  choice: z.enum(["yes", "no"], { error: "required" }),
  reason,
});
export const answerChallengeInput = z.strictObject({
  voteId,
  upheld: z.preprocess(
    (value) => (value === "true" ? true : value === "false" ? false : value),
    z.boolean(),
  ),
  answer: prose(500),
});
export const demandInput = z.strictObject({ voteId, seatId: id() });

export const voteOutput = z.object({
  id: z.string(),
  state: z.enum(voteStates),
  version: z.number(),
});
export const declareOutput = voteOutput.extend({
  outcome: z.enum(outcomes),
  resolution: resolutionRef.omit({ body: true }).nullable(),
});
export const castOutput = z.object({ id: z.string(), seatId: z.string() });

const testView = z.object({
  num: z.number(),
  den: z.number(),
  cmp: z.enum(["gte", "gt"]),
  base: z.number(),
  count: z.number(),
  needed: z.number().nullable(),
  met: z.boolean(),
});

/** Everything that a result sheet says; computed from the two snapshots and nothing else. */
export const voteSheet = z.object({
  rule: ruleView,
  seats: z.object({ all: z.number(), filled: z.number(), eligible: z.number() }),
  votes: z.object({
    present: z.number(),
    recused: z.number(),
    yes: z.number(),
    no: z.number(),
    abstain: z.number(),
    invalid: z.number(),
  }),
  /** Could have cast and did not. */
  silent: z.number(),
  quorum: testView,
  groups: z.array(testView.extend({ name: z.string() })),
  pass: testView,
  tie: z.boolean(),
  outcome: z.enum(outcomes),
  referUp: z.enum(["recusals", "tie"]).nullable(),
  casting: z
    .object({ choice: z.enum(["yes", "no"]), reason: z.string(), holderName: z.string() })
    .nullable(),
  mail: z
    .object({ replies: z.number(), asked: z.number(), from: z.string(), to: z.string() })
    .nullable(),
  /** Everybody chose the same, so everybody knows what everybody chose. */
  secrecyVoid: z.boolean(),
  unconfirmed: z.number(),
  /** Why the seats stayed as they were frozen although they had changed. */
  seatsKept: z.string().nullable(),
});
export type VoteSheetView = z.output<typeof voteSheet>;

const namedLine = z.object({
  number: z.number(),
  holderName: z.string(),
  choice: z.enum(paperChoices).nullable(),
  byProxy: z.boolean(),
});

const challengeView = z.object({
  reason: z.string(),
  at: z.iso.datetime(),
  answerBy: z.string(),
  upheld: z.boolean().nullable(),
  answer: z.string().nullable(),
  departures: z.array(
    z.object({
      number: z.number(),
      holderName: z.string(),
      at: z.iso.datetime(),
      short: z.number(),
    }),
  ),
});

export const voteView = z.object({
  id: z.string(),
  itemId: z.string(),
  ordinal: z.number(),
  text: z.string(),
  matter: z.enum(matters),
  method: z.enum(voteMethods),
  state: z.enum(voteStates),
  version: z.number(),
  /** Items voted on together with this one. */
  block: z.number(),
  openedAt: z.iso.datetime().nullable(),
  closesAt: z.iso.datetime().nullable(),
  /** By the clock of the database. */
  overdue: z.boolean(),
  extended: z.boolean(),
  closedAt: z.iso.datetime().nullable(),
  declaredAt: z.iso.datetime().nullable(),
  stateReason: z.string().nullable(),
  supersedes: z.object({ ordinal: z.number(), reason: z.enum(voteReasons) }).nullable(),
  /** Turnout: how many could, how many did. Never what, before the close. */
  electors: z.number(),
  cast: z.number(),
  /** Hands: how many people have counted; one's own count. */
  counters: z.number(),
  ownCount: z.object({ yes: z.number(), no: z.number(), abstain: z.number() }).nullable(),
  sheet: voteSheet.nullable(),
  challenge: challengeView.nullable(),
  castingNeeded: z.boolean(),
  demands: z.object({ count: z.number(), needed: z.number() }).nullable(),
  /** Correspondence: whose reply is still missing, whose paper waits for a second person. */
  missing: z.array(z.object({ seatId: z.string(), number: z.number(), holderName: z.string() })),
  papers: z.array(
    z.object({
      seatId: z.string(),
      number: z.number(),
      holderName: z.string(),
      fileId: z.string(),
      own: z.boolean(),
    }),
  ),
  resolution: resolutionRef.nullable(),
  /** Voided, and what its resolution brought about stands until somebody undoes it. */
  effectStands: z.enum(effectKinds).exclude(["none"]).nullable(),
});
export type VoteView = z.output<typeof voteView>;

/** One card per vote carried: the own seat and every proxy. */
const ballotCard = z.object({
  voteId: z.string(),
  seatId: z.string(),
  number: z.number(),
  holderName: z.string(),
  /** The own seat, or a proxy carried for it, with what the principal wrote. */
  proxy: z.boolean(),
  instruction: z.string().nullable(),
  cast: z.boolean(),
  /** Of a named vote, the own choice as it stands. */
  choice: z.enum(paperChoices).nullable(),
  /** Why this card cannot be cast now. */
  barred: z.enum(["recused", "unanswered", "away", "proxy-cast", "paper", "other-seat"]).nullable(),
  demanded: z.boolean(),
});
export type BallotCardView = z.output<typeof ballotCard>;

export const ofMeetingInput = z.strictObject({ meetingId: id(), itemId: optional(id()) });
const itemVotes = z.object({
  item: z.object({
    id: z.string(),
    title: z.string(),
    state: z.string(),
    kind: z.string(),
    matter: z.enum(matters).nullable(),
  }),
  /** What the next vote would be measured by; absent where no rule is in force. */
  rule: ruleView.nullable(),
  /** Can a vote be prepared now, and does that need a reason? */
  preparable: z.enum(["no", "first", "again"]),
  /** Prepared votes of other items, to be voted on together. */
  blocks: z.array(z.object({ voteId: z.string(), title: z.string() })),
  votes: z.array(voteView),
  cards: z.array(ballotCard),
  /** The reader holds a seat of this meeting that is recused from the item. */
  ownRecused: z.boolean(),
  /** A vote is open, and the reader's seat is not among those who may cast in it: it came later. */
  late: z.boolean(),
});
export type ItemVotesView = z.output<typeof itemVotes>;

export const ofMeetingOutput = z.object({
  meeting: z.object({ state: z.enum(meetingStates), mode: z.enum(meetingModes) }),
  items: z.array(itemVotes),
  may: z.object({
    prepare: z.boolean(),
    run: z.boolean(),
    paper: z.boolean(),
    count: z.boolean(),
    decideTie: z.boolean(),
    object: z.boolean(),
    void: z.boolean(),
  }),
});
export type MeetingVotesView = z.output<typeof ofMeetingOutput>;
export type VoteRights = MeetingVotesView["may"];

/** One vote with everything that is known of it when it is over. */
export const getVoteOutput = z.object({
  meeting: z.object({ id: z.string(), title: z.string() }),
  item: z.object({ id: z.string(), title: z.string() }),
  vote: voteView,
  named: z.array(namedLine).nullable(),
  openingHash: z.string().nullable(),
  closingHash: z.string().nullable(),
  mayRecount: z.boolean(),
});
export type VotePageView = z.output<typeof getVoteOutput>;

export const recountOutput = z.object({
  voteId: z.string(),
  /** Both snapshots still give their hashes, and the result follows from them. */
  openingIntact: z.boolean(),
  closingIntact: z.boolean(),
  ballotsAgree: z.boolean(),
  resultAgrees: z.boolean(),
  sheet: voteSheet.nullable(),
});

export const receiptInput = z.strictObject({ voteId, seatId: id() });
export const receiptOutput = z.object({
  voteId: z.string(),
  seatId: z.string(),
  included: z.boolean(),
  /** Names this seat's place among those who cast; says nothing of what was cast. */
  code: z.string(),
});
