import { z } from "zod";
import { day, id, line, optional } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { changeView } from "../../organizations/schema/changes";
import { organizationRef } from "../../organizations/schema/organizations";
import {
  chainPositions,
  enterpriseScales,
  enterpriseTags,
  nameKinds,
  organizationKinds,
  organizationStatuses,
  recognitionLevels,
  zoneTypes,
} from "../../organizations/types";
import {
  memberPositions,
  memberSorts,
  membershipStatuses,
  representativeKinds,
  seatPositions,
} from "../types";

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
export const exportMembersOutput = z.object({
  items: z.array(memberRow),
  asOf: z.string(),
  internal: z.boolean(),
});

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

/** A box that was ticked. */
const confirmed = () =>
  z
    .preprocess((value) => (value === "on" || value === "true" ? true : value), z.boolean())
    .default(false);

export const changeRepresentativeInput = z.strictObject({
  membershipId: id(),
  kind: z.enum(representativeKinds, { error: "required" }),
  name: line(100),
  title: optional(line(100)),
  phone: optional(line(40).pipe(z.string().regex(/^[+0-9][0-9 -]{5,38}$/, "not-a-phone"))),
  from: day(),
  letterUntil: optional(day()),
  /** Whoever leaves still has tasks, seats or letters: the list was read and each of them arranged. */
  handover: confirmed(),
});

export const changeRepresentativeOutput = z.object({
  id: z.string(),
  /** Other members of this alliance that the same person speaks for: allowed, and said. */
  alsoFor: z.array(z.string()),
});

export const endRepresentativeInput = z.strictObject({
  representativeId: id(),
  lastDay: day(),
  handover: confirmed(),
});

export const endRepresentativeOutput = z.object({ id: z.string(), rightsEnded: z.number() });

export const getOrganizationInput = z.strictObject({ organizationId: id() });

const seatView = z.object({
  bodyName: z.string(),
  bodyNameEn: z.string().nullable(),
  position: z.enum(seatPositions),
  officeTitle: z.string().nullable(),
  personName: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
});

export const representativeView = z.object({
  id: z.string(),
  kind: z.enum(representativeKinds),
  name: z.string(),
  title: z.string().nullable(),
  phone: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  letterUntil: z.string().nullable(),
});

export const membershipView = z.object({
  membershipId: z.string(),
  allianceSlug: z.string(),
  allianceName: z.string(),
  allianceNameEn: z.string().nullable(),
  number: z.number(),
  isLead: z.boolean(),
  status: z.enum(membershipStatuses),
  position: z.enum(memberPositions).nullable(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  /** The resolution that opened the first period; null where none did, or the reader may not read resolutions. */
  admittedBy: z.object({ id: z.string(), title: z.string() }).nullable(),
  seats: z.array(seatView),
  /** Null where the reader may not know them; empty where there are none. */
  representatives: z.array(representativeView).nullable(),
  /** The reader may change representatives here. */
  changesPeople: z.boolean(),
});

const timelineEntry = z.object({
  at: z.string(),
  source: z.enum(["membership", "audit", "name"]),
  kind: z.string(),
  allianceName: z.string().nullable(),
  /** What changed, in values that need no translation: names, numbers of resolutions, reasons. */
  detail: z.string().nullable(),
});

export const organizationOutput = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  shortName: z.string().nullable(),
  nameEn: z.string().nullable(),
  kind: z.enum(organizationKinds),
  status: z.enum(organizationStatuses),
  regionCode: z.string().nullable(),
  address: z.string().nullable(),
  creditCode: z.string().nullable(),
  /** Whether the reader may know the code; a missing code is another thing. */
  creditCodeShown: z.boolean(),
  synthetic: z.boolean(),
  parent: organizationRef.nullable(),
  sponsor: organizationRef.nullable(),
  mergedInto: organizationRef.nullable(),
  names: z.array(
    z.object({
      kind: z.enum(nameKinds),
      name: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
  enterprise: z
    .object({ scale: z.enum(enterpriseScales).nullable(), aboveScale: z.boolean().nullable() })
    .nullable(),
  institution: z
    .object({
      schoolCode: z.string().nullable(),
      doubleHigh: z.boolean(),
      studentsOnRoll: z.number().nullable(),
      staff: z.number().nullable(),
    })
    .nullable(),
  park: z
    .object({
      zoneType: z.enum(zoneTypes).nullable(),
      zoneLevel: z.enum(recognitionLevels).nullable(),
      leadIndustries: z.string().nullable(),
    })
    .nullable(),
  tags: z.array(
    z.object({
      tag: z.enum(enterpriseTags),
      level: z.enum(recognitionLevels).nullable(),
      validUntil: z.string().nullable(),
    }),
  ),
  chainNodes: z.array(
    z.object({
      id: z.string(),
      allianceSlug: z.string(),
      name: z.string(),
      nameEn: z.string().nullable(),
      position: z.enum(chainPositions),
    }),
  ),
  memberships: z.array(membershipView),
  /** Slugs of the alliances in which the reader may change the profile. */
  editableIn: z.array(z.string()),
  /** The open change of key fields, for those who see the inside. */
  changes: z.array(changeView),
  timeline: z.array(timelineEntry),
});
