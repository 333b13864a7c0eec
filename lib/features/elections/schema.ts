import { z } from "zod";
import { ruleView } from "@/lib/features/bodies/schema/roster";
import { comparators } from "@/lib/features/bodies/types";
import { day, digits, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { electionStates, missingParts, plainSteps } from "./types";

const many = (most: number) =>
  digits().pipe(z.coerce.number<string | number>().int().min(0).max(most));

export const planInput = z.strictObject({
  bodyId: id(),
  /** Whose seats elect; the body itself unless told otherwise. */
  electorBodyId: optional(id()),
  title: line(200),
  seatIds: z.array(id()).min(1, "required").max(200, "too-many"),
  contest: z.enum(["equal", "contested"], { error: "required" }),
  minMarks: many(200).default(1),
  maxMarks: many(200),
  approvalNum: many(1000).default(1),
  approvalDen: many(1000).default(2),
  approvalCmp: z.enum(comparators).default("gt"),
  /** A by-election fills seats for what is left of the running term. */
  byElection: z.boolean().default(false),
  startsOn: day(),
  /** Of the new term; a by-election's is the running one's. */
  endsOn: optional(day()),
  objectionDays: many(60).default(5),
});

const election = { electionId: id(), version: version() };
export const stepInput = z.strictObject({ ...election, step: z.enum(plainSteps) });
export const cancelInput = z.strictObject({ ...election, reason: line(500) });
export const electionInput = z.strictObject(election);
export const stepOutput = z.object({
  id: z.string(),
  state: z.enum(electionStates),
  version: z.number(),
});

export const nominateInput = z.strictObject({
  electionId: id(),
  membershipId: optional(id()),
  /** The member, by its organization. */
  organizationId: optional(id()),
  personId: optional(id()),
  personName: optional(line(100)),
  statement: optional(prose(1000)),
});
export const candidateOutput = z.object({ id: z.string(), version: z.number() });
const candidate = { candidateId: id(), version: version() };
export const answerInput = z.strictObject({ ...candidate, accepted: z.boolean() });
export const checkInput = z.strictObject({
  ...candidate,
  eligible: z.boolean(),
  reason: optional(line(500)),
});

export const openInput = z.strictObject({
  ...election,
  minutes: z.coerce.number().int().min(5).max(129_600),
  /** Within a meeting those who are there elect; otherwise every seat that has a vote. */
  meetingId: optional(id()),
});

export const castInput = z.strictObject({
  roundId: id(),
  seatId: id(),
  /** None: a blank paper. */
  marks: z.array(id()).max(200),
});
export const castOutput = z.object({ roundId: z.string(), seatId: z.string() });

export const lotInput = z.strictObject({
  ...election,
  winners: z.array(id()).min(1, "required").max(200),
  /** Seats of the electorate whose people saw the lot drawn. */
  witnesses: z.array(id()).length(2, "two-witnesses"),
});

export const objectInput = z.strictObject({ electionId: id(), text: prose(1000) });
export const objectionOutput = z.object({ id: z.string() });
export const answerObjectionInput = z.strictObject({
  objectionId: id(),
  upheld: z.boolean(),
  answer: prose(1000),
});

export const listInput = z.strictObject({});
const summary = {
  id: z.string(),
  title: z.string(),
  state: z.enum(electionStates),
  stateSince: z.iso.datetime(),
  bodyId: z.string(),
  bodyName: z.string(),
  bodyNameEn: z.string().nullable(),
  contest: z.enum(["equal", "contested"]),
  seats: z.number(),
  candidates: z.number(),
  startsOn: z.string(),
  byElection: z.boolean(),
};
export const listOutput = z.object({
  items: z.array(z.object({ ...summary, toCast: z.number() })),
  manages: z.boolean(),
});
export type ElectionRow = z.output<typeof listOutput>["items"][number];

export const getInput = z.strictObject({ electionId: id() });
export const revisionOutput = z.object({ revision: z.number().int() });

const candidateView = z.object({
  id: z.string(),
  name: z.string(),
  membershipId: z.string().nullable(),
  organizationId: z.string().nullable(),
  statement: z.string().nullable(),
  accepted: z.boolean().nullable(),
  eligible: z.boolean().nullable(),
  checkReason: z.string().nullable(),
  version: z.number(),
  /** The reader may answer for this candidate. */
  mayAnswer: z.boolean(),
});
export type CandidateView = z.output<typeof candidateView>;

const tally = z.object({
  cast: z.number(),
  blank: z.number(),
  quorum: z.object({
    num: z.number(),
    den: z.number(),
    cmp: z.enum(comparators),
    base: z.number(),
    count: z.number(),
    needed: z.number().nullable(),
    met: z.boolean(),
  }),
  needed: z.number().nullable(),
  counts: z.array(
    z.object({
      candidateId: z.string(),
      name: z.string(),
      marks: z.number(),
      approved: z.boolean(),
    }),
  ),
  elected: z.array(z.string()),
  tie: z.object({ candidateIds: z.array(z.string()), seats: z.number() }).nullable(),
  unanimous: z.boolean(),
});

const elector = z.object({
  seatId: z.string(),
  number: z.number(),
  holderName: z.string(),
  cast: z.boolean(),
});

const round = z.object({
  id: z.string(),
  ordinal: z.number(),
  runOff: z.boolean(),
  state: z.enum(["open", "counted", "inquorate", "aborted"]),
  openedAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  seats: z.number(),
  minMarks: z.number(),
  maxMarks: z.number(),
  candidates: z.array(z.object({ candidateId: z.string(), name: z.string() })),
  electors: z.array(elector),
  rule: ruleView.pick({ articleRef: true, version: true }),
  /** The reader's own seats that have not cast. */
  cards: z.array(z.object({ seatId: z.string(), number: z.number(), holderName: z.string() })),
  tally: tally.nullable(),
  lot: z
    .object({
      winners: z.array(z.string()),
      witnesses: z.array(z.string()),
      at: z.string(),
      /** A second person has confirmed it: only then it decides. */
      confirmed: z.boolean(),
      /** The reader can be that person. */
      mayConfirm: z.boolean(),
    })
    .nullable(),
  openingHash: z.string(),
});
export type RoundView = z.output<typeof round>;

export const getOutput = z.object({
  ...summary,
  version: z.number(),
  revision: z.number(),
  stateReason: z.string().nullable(),
  electorBodyName: z.string(),
  minMarks: z.number(),
  maxMarks: z.number(),
  approval: z.object({ num: z.number(), den: z.number(), cmp: z.enum(comparators) }),
  endsOn: z.string(),
  objectionDays: z.number(),
  objectionUntil: z.string().nullable(),
  today: z.string(),
  unitSeats: z.boolean(),
  seatNumbers: z.array(z.number()),
  candidateList: z.array(candidateView),
  missing: z.array(z.enum(missingParts)),
  rounds: z.array(round),
  standing: z.object({
    elected: z.array(z.string()),
    tie: z.object({ candidateIds: z.array(z.string()), seats: z.number() }).nullable(),
    lotDue: z.boolean(),
  }),
  objections: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      state: z.enum(["open", "rejected", "upheld"]),
      answer: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
  winners: z.array(
    z.object({
      seatId: z.string(),
      seatNumber: z.number(),
      position: z.string(),
      name: z.string(),
      letterYear: z.number(),
      letterNumber: z.number(),
    }),
  ),
  /** Open meetings of the electing body, within which the ballot can be taken. */
  meetings: z.array(z.object({ id: z.string(), title: z.string() })),
  may: z.object({ manage: z.boolean(), nominate: z.boolean(), object: z.boolean() }),
});
export type ElectionView = z.output<typeof getOutput>;
