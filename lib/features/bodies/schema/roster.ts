import { z } from "zod";
import { bodyKinds } from "@/lib/features/alliances/types";
import { day, id, optional } from "@/lib/kernel/fields";
import { comparators, matters, passBases, quorumBases, tieRules } from "../types";

const portion = z.object({
  num: z.number().int().positive(),
  den: z.number().int().positive(),
  cmp: z.enum(comparators),
});

/**
 * What a rule says besides quorum and majority (behaviour 4.2). Stored as JSON with the rule and inside every snapshot;
 * what an older snapshot does not name has the default here.
 */
export const ruleOptions = z
  .object({
    /** Which ways of being there count for the quorum and as present. A seat in the room always does. */
    counts: z
      .object({
        online: z.boolean().default(true),
        alternate: z.boolean().default(true),
        proxy: z.boolean().default(true),
      })
      .prefault({}),
    /** Further quorums: of the seats held by these kinds of organizations. */
    groups: z
      .array(portion.extend({ name: z.string().max(60), kinds: z.array(z.string()).min(1) }))
      .max(10)
      .default([]),
    /** Do invalid papers stand in the base "cast"? */
    invalidCounts: z.boolean().default(false),
    recusal: z
      .object({
        quorumBase: z.enum(["keep", "exclude"]).default("exclude"),
        passBase: z.enum(["keep", "exclude"]).default("exclude"),
        /** Fewer seats free of a conflict send the item to the higher body. */
        minRemaining: z.number().int().min(1).default(3),
      })
      .prefault({}),
    ballot: z.enum(["named", "hands", "secret"]).default("named"),
    secretRequired: z.boolean().default(false),
    /** Below so many electors a secret vote is refused: their choices could be guessed. */
    secretMinimum: z.number().int().min(2).default(5),
    proxy: z
      .object({
        allowed: z.boolean().default(true),
        holder: z.enum(["same_body", "same_org"]).default("same_body"),
        max: z.number().int().min(1).max(10).default(1),
        letter: z.boolean().default(true),
      })
      .prefault({}),
    mail: z
      .object({
        allowed: z.boolean().default(false),
        minHours: z.number().int().min(1).default(72),
        /** Replies needed, of the filled seats. */
        replies: portion.prefault({ num: 2, den: 3, cmp: "gte" }),
        silence: z.enum(["not_counted", "abstains"]).default("not_counted"),
        /** So many seats can force a live meeting while the vote runs. */
        demandMeeting: z.number().int().min(1).default(3),
      })
      .prefault({}),
    callers: z
      .array(z.enum(["chair", "one_third", "supervisors", "secretariat"]))
      .default(["chair", "one_third"]),
    /** Minutes after the start until a meeting without quorum is inquorate. */
    waitMinutes: z.number().int().min(0).default(30),
    /** May one person vote for two seats that the person holds? */
    twoSeats: z.boolean().default(false),
    minutes: z
      .object({
        draftDays: z.number().int().min(1).default(5),
        confirm: z.enum(["no_objection", "signatures", "next_meeting"]).default("no_objection"),
        objectionDays: z.number().int().min(1).default(7),
        signatures: z.number().int().min(1).default(3),
      })
      .prefault({}),
    /** A failed motion does not come back unchanged for so many days. */
    resubmitDays: z.number().int().min(0).default(30),
    meetingsPerYear: z.number().int().min(1).max(12).default(1),
    /** 届期, how long a new election may be put off, and how many terms in a row one may serve (0: no limit). */
    term: z
      .object({
        years: z.number().int().min(1).max(10).default(5),
        delayMonths: z.number().int().min(0).max(24).default(12),
        consecutive: z.number().int().min(0).max(10).default(0),
      })
      .prefault({}),
    /** 公示: days for which an admission is announced before it takes effect; 0: at once. */
    publicNoticeDays: z.number().int().min(0).max(90).default(0),
  })
  .prefault({});
export type RuleOptions = z.output<typeof ruleOptions>;

const share = { num: z.number(), den: z.number(), cmp: z.enum(comparators) };

export const ruleView = z.object({
  id: z.string(),
  version: z.number(),
  matter: z.enum(matters),
  articleRef: z.string().nullable(),
  quorum: z.object({ ...share, base: z.enum(quorumBases) }),
  pass: z.object({ ...share, base: z.enum(passBases) }),
  tie: z.enum(tieRules),
  options: ruleOptions,
  noticeDays: z.number().nullish(),
  papersDays: z.number().nullish(),
});
export type RuleInForce = z.output<typeof ruleView>;

export const listBodiesInput = z.strictObject({
  /** Those that were dissolved as well: for lists of what has been, not for anything new. */
  dissolved: optional(z.enum(["included"])),
});

export const listBodiesOutput = z.object({
  allianceId: z.string(),
  /** In the alliance's own zone. */
  today: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(bodyKinds),
      name: z.string(),
      nameEn: z.string().nullable(),
      votingSeats: z.number(),
      /** With a vote or without, and how many of them nobody holds today. */
      seats: z.number(),
      vacant: z.number(),
    }),
  ),
});
export type BodyChoice = z.output<typeof listBodiesOutput>["items"][number];

export const getRosterInput = z.strictObject({ bodyId: id(), day: day() });

const rosterSeat = z.object({
  seatId: z.string(),
  number: z.number(),
  position: z.string(),
  voting: z.boolean(),
  /** Has a vote on the day: a voting seat whose member is not suspended. */
  eligible: z.boolean(),
  holderName: z.string(),
  holdingId: z.string(),
  membershipId: z.string().nullable(),
  organizationId: z.string().nullable(),
  /** Who acts for the seat: its principal delegate, or the person who holds it. */
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  /** Who may stand in, by a letter that has not run out. */
  alternates: z.array(z.object({ personId: z.string(), name: z.string() })),
});
export type RosterSeat = z.output<typeof rosterSeat>;

export const rosterOutput = z.object({
  body: z.object({ id: z.string(), name: z.string(), nameEn: z.string().nullable() }),
  day: z.string(),
  seats: z.object({ all: z.number(), filled: z.number(), eligible: z.number() }),
  /** Filled seats by number. */
  holders: z.array(rosterSeat),
  /** Rules in force on the day, at most one per class of matters. */
  rules: z.array(ruleView),
});
export type Roster = z.output<typeof rosterOutput>;
