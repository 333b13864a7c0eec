import { z } from "zod";
import { powerKinds } from "@/lib/features/alliances/types";

export const effectChoicesInput = z.strictObject({});

const named = z.object({ id: z.string(), name: z.string() });
const seat = z.object({ id: z.string(), number: z.number(), bodyName: z.string() });

/** What a carried vote could act upon today. */
export const effectChoicesOutput = z.object({
  /** Applications that the secretariat has recommended, and no meeting has decided. */
  admit: z.array(named.extend({ number: z.number() })),
  /** Drafts of the rule library. */
  adopt_document: z.array(named.extend({ version: z.number() })),
  /** Vacant seats; who could take them stands in `members`, and for personal seats in `people`. */
  appoint: z.array(seat.extend({ personal: z.boolean() })),
  end_seat: z.array(seat.extend({ holderName: z.string() })),
  /** Signed, and not yet in force. */
  grant_power: z.array(z.object({ id: z.string(), kind: z.enum(powerKinds) })),
  extend_term: z.array(z.object({ id: z.string(), ordinal: z.number(), bodyName: z.string() })),
  /** Members of today. */
  members: z.array(named.extend({ suspended: z.boolean() })),
  /** Members that gave notice and still have something open. */
  end_in_spite: z.array(named),
  /** Who speaks for a member, sits on a seat or has a role here. */
  people: z.array(named.extend({ organizationName: z.string().nullable() })),
});
export type EffectChoices = z.output<typeof effectChoicesOutput>;

/** The effect of an item in names instead of numbers: what its words are made of. */
export const effectSubject = z.object({
  kind: z.string(),
  name: z.string().nullable(),
  seat: z.object({ number: z.number(), bodyName: z.string() }).nullable(),
  powerKind: z.enum(powerKinds).nullable(),
  position: z.string().nullable(),
  ordinal: z.number().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type EffectSubject = z.output<typeof effectSubject>;
