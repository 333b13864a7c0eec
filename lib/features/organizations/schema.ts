import { z } from "zod";
import { day, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { isCreditCode, normalizeCreditCode } from "./rules/credit-code";
import {
  enterpriseScales,
  enterpriseTags,
  organizationKinds,
  organizationStatuses,
  recognitionLevels,
  zoneTypes,
} from "./types";

export const creditCode = () =>
  z
    .string({ error: "required" })
    .max(60, "too-long")
    .transform(normalizeCreditCode)
    .pipe(z.string().min(1, "required").refine(isCreditCode, "not-a-credit-code"));

const regionCode = () => z.string().regex(/^\d{6}$/, "not-a-region");
const count = () => z.coerce.number({ error: "not-a-quantity" }).int("not-a-quantity").min(0);
/** A checkbox in a form, a boolean in JSON. */
const flag = () =>
  z.preprocess((value) => (value === "on" || value === "true" ? true : value), z.boolean());

export const lookupInput = z.strictObject({
  q: z.string().max(200, "too-long").default(""),
  membersOnly: z
    .enum(["true", "false"])
    .default("false")
    .transform((text) => text === "true"),
  /** Kinds, separated by commas. */
  kinds: optional(
    z
      .string()
      .max(300)
      .transform((text) => text.split(","))
      .pipe(z.array(z.enum(organizationKinds)).max(organizationKinds.length)),
  ),
});

export const lookupOutput = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(organizationKinds),
      creditCode: z.string().nullable(),
      /** Found by a former name or an alias. */
      alsoKnownAs: z.string().nullable(),
      member: z.boolean(),
    }),
  ),
});

const profileShape = {
  shortName: optional(line(60)),
  nameEn: optional(line(200)),
  regionCode: optional(regionCode()),
  address: optional(line(300)),
  parentId: optional(id()),
  sponsorId: optional(id()),
  alias: optional(line(200)),
  enterprise: optional(
    z.strictObject({
      scale: optional(z.enum(enterpriseScales)),
      aboveScale: optional(flag()),
    }),
  ),
  institution: optional(
    z.strictObject({
      schoolCode: optional(line(20)),
      doubleHigh: optional(flag()),
      studentsOnRoll: optional(count().max(10_000_000, "too-long")),
      staff: optional(count().max(1_000_000, "too-long")),
    }),
  ),
  park: optional(
    z.strictObject({
      zoneType: optional(z.enum(zoneTypes)),
      zoneLevel: optional(z.enum(recognitionLevels)),
      leadIndustries: optional(line(300)),
    }),
  ),
};

export const createOrganizationInput = z.strictObject({
  /** May be missing: a department of a government often has none of its own. */
  creditCode: optional(creditCode()),
  name: line(200),
  kind: z.enum(organizationKinds, { error: "required" }),
  ...profileShape,
});

export const updateOrganizationInput = z.strictObject({
  organizationId: id(),
  version: version(),
  name: line(200),
  /** First day of a new name. */
  renamedOn: optional(day()),
  kind: z.enum(organizationKinds, { error: "required" }),
  creditCode: optional(creditCode()),
  ...profileShape,
});

export const organizationRef = z.object({ id: z.string(), name: z.string() });

export const setTagInput = z.strictObject({
  organizationId: id(),
  tag: z.enum(enterpriseTags, { error: "required" }),
  level: optional(z.enum(recognitionLevels)),
  validUntil: optional(day()),
});

export const removeTagInput = z.strictObject({
  organizationId: id(),
  tag: z.enum(enterpriseTags, { error: "required" }),
});

export const setChainNodesInput = z.strictObject({
  organizationId: id(),
  nodeIds: z.array(id()).max(60, "too-long").default([]),
});

export const getOrganizationInput = z.strictObject({ organizationId: id() });

const seatView = z.object({
  bodyName: z.string(),
  position: z.string(),
  officeTitle: z.string().nullable(),
  personName: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
});

const representativeView = z.object({
  id: z.string(),
  kind: z.string(),
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
  status: z.string(),
  position: z.string().nullable(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  seats: z.array(seatView),
  /** Null where the reader may not know them; empty where there are none. */
  representatives: z.array(representativeView).nullable(),
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
      kind: z.string(),
      name: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
  enterprise: z
    .object({ scale: z.string().nullable(), aboveScale: z.boolean().nullable() })
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
      zoneType: z.string().nullable(),
      zoneLevel: z.string().nullable(),
      leadIndustries: z.string().nullable(),
    })
    .nullable(),
  tags: z.array(
    z.object({ tag: z.string(), level: z.string().nullable(), validUntil: z.string().nullable() }),
  ),
  chainNodes: z.array(
    z.object({
      id: z.string(),
      allianceSlug: z.string(),
      name: z.string(),
      nameEn: z.string().nullable(),
      position: z.string(),
    }),
  ),
  memberships: z.array(membershipView),
  timeline: z.array(timelineEntry),
});

const moved = z.object({ what: z.string(), count: z.number() });

export const previewMergeInput = z.strictObject({ survivorId: id(), absorbedId: id() });

const mergeSide = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  creditCode: z.string().nullable(),
  version: z.number(),
});

export const previewMergeOutput = z.object({
  survivor: mergeSide,
  absorbed: mergeSide,
  /** Rows that go over, by kind of row. */
  moves: z.array(moved),
  /** Alliances in which both are members: the absorbed membership ends there. */
  sharedAlliances: z.array(z.string()),
});

export const proposeMergeInput = z.strictObject({
  survivorId: id(),
  absorbedId: id(),
  reason: prose(500),
});

export const decideMergeInput = z.strictObject({ proposalId: id(), version: version() });

export const rejectMergeInput = z.strictObject({
  proposalId: id(),
  version: version(),
  reason: prose(500),
});

export const mergeProposal = z.object({
  id: z.string(),
  version: z.number(),
  allianceName: z.string(),
  survivor: organizationRef,
  absorbed: organizationRef,
  reason: z.string(),
  state: z.string(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedAt: z.string().nullable(),
  decisionReason: z.string().nullable(),
  /** The reader is the proposer: another person decides. */
  own: z.boolean(),
});

export const organizationSaved = z.object({ id: z.string(), version: z.number() });
export const tagSaved = z.object({ id: z.string() });
