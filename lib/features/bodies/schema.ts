import { z } from "zod";
import { bodyKinds } from "@/lib/features/alliances/types";
import { day, id } from "@/lib/kernel/fields";
import { comparators, matters, passBases, quorumBases, tieRules } from "./types";

const share = { num: z.number(), den: z.number(), cmp: z.enum(comparators) };

export const ruleView = z.object({
  id: z.string(),
  version: z.number(),
  matter: z.enum(matters),
  articleRef: z.string().nullable(),
  quorum: z.object({ ...share, base: z.enum(quorumBases) }),
  pass: z.object({ ...share, base: z.enum(passBases) }),
  tie: z.enum(tieRules),
});
export type RuleInForce = z.output<typeof ruleView>;

export const listBodiesInput = z.strictObject({});

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
