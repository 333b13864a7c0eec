import { z } from "zod";
import { memberPositions, seatPositions } from "@/lib/features/memberships/types";
import { type OrganizationKind, organizationKinds } from "@/lib/features/organizations/types";
import { day, id, line, optional, version } from "@/lib/kernel/fields";

export const seatBases = ["unit", "ex_officio", "elected", "appointed", "independent"] as const;

export const compositionKinds = [
  "kinds_at_least",
  "kinds_at_most",
  "odd",
  "members_at_most",
] as const;

const dayText = z.string();

export const termView = z.object({
  id: z.string(),
  ordinal: z.number(),
  startsOn: dayText,
  endsOn: dayText,
  extendedTo: dayText.nullable(),
});
export type TermView = z.output<typeof termView>;

export const compositionRuleView = z.object({
  id: z.string(),
  kind: z.enum(compositionKinds),
  kinds: z.array(z.enum(organizationKinds)),
  num: z.number().nullable(),
  den: z.number().nullable(),
  articleRef: z.string().nullable(),
});
export type CompositionRuleView = z.output<typeof compositionRuleView>;

/** What composition rules are measured against: voting seats, kinds of those who hold one, members of the alliance. */
export type CompositionFacts = {
  seats: number;
  filledKinds: readonly (OrganizationKind | null)[];
  members: number;
};

export const compositionFinding = z.object({
  rule: compositionRuleView,
  count: z.number(),
  base: z.number(),
  holds: z.boolean(),
});
export type CompositionFinding = z.output<typeof compositionFinding>;

/* Inputs */

const person = {
  /** Somebody whom this alliance knows already … */
  personId: optional(id()),
  /** … or a new person, by name. */
  personName: optional(line(100)),
};

export const addSeatsInput = z.strictObject({
  bodyId: id(),
  count: z.coerce.number().int().min(1, "required").max(200, "too-many"),
  basis: z.enum(seatBases, { error: "required" }),
  position: z.enum(seatPositions, { error: "required" }),
  voting: z.boolean().default(true),
  officeTitle: optional(line(100)),
  tiedTo: optional(z.enum(memberPositions)),
});
export const addSeatsOutput = z.object({ bodyId: z.string(), numbers: z.array(z.number()) });

export const openTermInput = z.strictObject({ bodyId: id(), startsOn: day(), endsOn: day() });
export const openTermOutput = z.object({ id: z.string(), ordinal: z.number() });

export const appointInput = z.strictObject({
  seatId: id(),
  membershipId: optional(id()),
  /** The member, by its organization. */
  organizationId: optional(id()),
  ...person,
  from: day(),
});
export const appointOutput = z.object({
  holdingId: z.string(),
  /** What the composition rules say about the body from that day on; said, not enforced. */
  warnings: z.array(compositionFinding),
});

export const delegateInput = z.strictObject({
  holdingId: id(),
  kind: z.enum(["principal", "alternate"], { error: "required" }),
  ...person,
  from: day(),
  letterFileId: optional(id()),
  letterUntil: optional(day()),
});
export const delegateOutput = z.object({
  id: z.string(),
  personId: z.string(),
  /** Other seats of the body that the same person acts for: allowed, and said. */
  alsoFor: z.array(z.number()),
});

export const endDelegateInput = z.strictObject({ delegateId: id(), lastDay: day() });
export const endDelegateOutput = z.object({ id: z.string() });

export const proposeEndingInput = z.strictObject({
  holdingId: id(),
  lastDay: day(),
  reason: line(300),
});
export const decideEndingInput = z.strictObject({ endingId: id(), version: version() });
export const endingOutput = z.object({ id: z.string(), state: z.string(), version: z.number() });

export const addCompositionInput = z
  .strictObject({
    bodyId: id(),
    kind: z.enum(compositionKinds, { error: "required" }),
    kinds: z.array(z.enum(organizationKinds)).max(organizationKinds.length).default([]),
    num: optional(z.coerce.number().int().min(1).max(1000)),
    den: optional(z.coerce.number().int().min(1).max(1000)),
    articleRef: optional(line(200)),
    from: day(),
  })
  .superRefine((given, context) => {
    const share = given.kind !== "odd";
    const needs = (path: string, missing: boolean) => {
      if (missing) context.addIssue({ code: "custom", path: [path], message: "required" });
    };
    needs("num", share && given.num === undefined);
    needs("den", share && (given.den === undefined || given.den < (given.num ?? 0)));
    needs("kinds", given.kind.startsWith("kinds_") && given.kinds.length === 0);
  });
export const addCompositionOutput = z.object({ id: z.string() });
export const endCompositionInput = z.strictObject({ ruleId: id(), lastDay: day() });

export const bodySeatsInput = z.strictObject({ bodyId: id() });

const delegateView = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  kind: z.enum(["principal", "alternate"]),
  from: dayText,
  to: dayText.nullable(),
  letterUntil: dayText.nullable(),
  letterFileId: z.string().nullable(),
});

const seatRow = z.object({
  seatId: z.string(),
  number: z.number(),
  basis: z.enum(seatBases),
  position: z.enum(seatPositions),
  voting: z.boolean(),
  officeTitle: z.string().nullable(),
  tiedTo: z.enum(memberPositions).nullable(),
  holding: z
    .object({
      id: z.string(),
      membershipId: z.string().nullable(),
      organization: z.object({ id: z.string(), name: z.string() }).nullable(),
      person: z.string().nullable(),
      from: dayText,
      to: dayText.nullable(),
      suspended: z.boolean(),
      resolutionId: z.string().nullable(),
      delegates: z.array(delegateView),
      ending: z
        .object({
          id: z.string(),
          lastDay: dayText,
          reason: z.string(),
          version: z.number(),
          /** The reader proposed it and so cannot confirm it. */
          own: z.boolean(),
        })
        .nullable(),
    })
    .nullable(),
  /** Who takes the seat on a later day, where that is settled. */
  next: z.object({ name: z.string(), from: dayText }).nullable(),
});
export type SeatLine = z.output<typeof seatRow>;

export const bodySeatsOutput = z.object({
  body: z.object({
    id: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    seatsPlanned: z.number().nullable(),
    termYears: z.number().nullable(),
  }),
  today: dayText,
  terms: z.array(termView),
  expired: z.boolean(),
  seats: z.array(seatRow),
  composition: z.array(compositionFinding),
  /** Who could act for a member: its representatives and the people with a role for it; empty for other readers. */
  people: z.array(z.object({ personId: z.string(), name: z.string(), membershipId: z.string() })),
  /** The reader may appoint, end, and change rules here. */
  manages: z.boolean(),
});

export const radarInput = z.strictObject({});
export const radarOutput = z.object({
  today: dayText,
  terms: z.array(
    z.object({
      bodyId: z.string(),
      bodyName: z.string(),
      bodyNameEn: z.string().nullable(),
      term: termView,
      expired: z.boolean(),
      electionId: z.string().nullable(),
    }),
  ),
  vacancies: z.array(
    z.object({
      bodyId: z.string(),
      bodyName: z.string(),
      bodyNameEn: z.string().nullable(),
      vacant: z.array(z.number()),
      termEndsOn: dayText.nullable(),
    }),
  ),
  withoutAlternate: z.array(
    z.object({
      bodyId: z.string(),
      bodyName: z.string(),
      bodyNameEn: z.string().nullable(),
      seats: z.array(z.object({ number: z.number(), holder: z.string() })),
    }),
  ),
  letters: z.array(
    z.object({
      bodyId: z.string(),
      bodyName: z.string(),
      bodyNameEn: z.string().nullable(),
      seatNumber: z.number(),
      holder: z.string(),
      person: z.string(),
      kind: z.enum(["principal", "alternate"]),
      until: dayText,
      over: z.boolean(),
    }),
  ),
  breaches: z.array(
    z.object({
      bodyId: z.string(),
      bodyName: z.string(),
      bodyNameEn: z.string().nullable(),
      finding: compositionFinding,
    }),
  ),
});
export type Radar = z.output<typeof radarOutput>;
