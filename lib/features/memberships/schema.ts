import { z } from "zod";
import { day, id, line, optional } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { chainPositions, enterpriseTags, organizationKinds } from "../organizations/types";
import { memberPositions, memberSorts, membershipStatuses, representativeKinds } from "./types";

/** What narrows the register; the same words in the address, in REST and in the export. */
export const memberFilters = {
  q: optional(z.string().max(200, "too-long")),
  /** One kind, or the four kinds of vocational schools together. */
  kind: optional(z.enum([...organizationKinds, "vocational"])),
  position: optional(z.enum(memberPositions)),
  /** Stands in this part of the chain; "none": in no part. */
  chain: optional(z.enum([...chainPositions, "none"])),
  node: optional(id()),
  tag: optional(z.enum(enterpriseTags)),
  lead: optional(z.enum(["true"])),
  /** "current": active, suspended or leaving. */
  status: z.enum(["current", "all", ...membershipStatuses]).default("current"),
  /** The register as it stood on this day; today unless given. */
  asOf: optional(day()),
  sort: z.enum([...memberSorts, ...memberSorts.map((sort) => `-${sort}` as const)]).default("name"),
};

export const listMembersInput = z.strictObject({ ...memberFilters, ...pagingShape });

export const memberRow = z.object({
  membershipId: z.string(),
  organizationId: z.string(),
  number: z.number(),
  /** The name of the as-of day. */
  name: z.string(),
  /** Today's name, where it is another one. */
  nameNow: z.string().nullable(),
  shortName: z.string().nullable(),
  nameEn: z.string().nullable(),
  kind: z.enum(organizationKinds),
  regionCode: z.string().nullable(),
  position: z.enum(memberPositions),
  isLead: z.boolean(),
  status: z.enum(membershipStatuses),
  since: z.string(),
  until: z.string().nullable(),
  chain: z.array(z.enum(chainPositions)),
  tags: z.array(z.enum(enterpriseTags)),
  seats: z.number(),
  synthetic: z.boolean(),
  /** The next three are null for those who may not see the inside of the register. */
  creditCode: z.string().nullable(),
  representative: z.string().nullable(),
  letterUntil: z.string().nullable(),
});
export type MemberRow = z.output<typeof memberRow>;

export const listMembersOutput = pageOf(memberRow).extend({
  /** The day that the rows are true for. */
  asOf: z.string(),
  /** Whether codes, representatives and letters are in the rows. */
  internal: z.boolean(),
});

export const exportMembersInput = z.strictObject(memberFilters);
export const exportMembersOutput = z.object({ items: z.array(memberRow), asOf: z.string() });

export const compositionInput = z.strictObject({ asOf: optional(day()) });
export const compositionOutput = z.object({
  asOf: z.string(),
  total: z.number(),
  byKind: z.array(z.object({ kind: z.enum(organizationKinds), count: z.number() })),
  byPosition: z.array(z.object({ position: z.enum(memberPositions), count: z.number() })),
  /** Members with at least one node there; one member may stand in several parts of the chain. */
  byChain: z.array(z.object({ chain: z.enum(chainPositions), count: z.number() })),
  unplaced: z.number(),
  nodes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nameEn: z.string().nullable(),
      chain: z.enum(chainPositions),
      count: z.number(),
    }),
  ),
});

export const changeRepresentativeInput = z.strictObject({
  membershipId: id(),
  kind: z.enum(representativeKinds, { error: "required" }),
  /** A person already in the system; else a name. */
  personId: optional(id()),
  name: optional(line(100)),
  title: optional(line(100)),
  phone: optional(line(40).pipe(z.string().regex(/^[+0-9][0-9 -]{5,38}$/, "not-a-phone"))),
  from: day(),
  letterUntil: optional(day()),
});

export const changeRepresentativeOutput = z.object({
  id: z.string(),
  /** Other members of this alliance that the same person speaks for: allowed, and said. */
  alsoFor: z.array(z.string()),
});

export const endRepresentativeInput = z.strictObject({ representativeId: id(), lastDay: day() });
