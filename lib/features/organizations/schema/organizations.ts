import { z } from "zod";
import { day, flag, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { isCreditCode, normalizeCreditCode } from "../rules/credit-code";
import {
  enterpriseScales,
  enterpriseTags,
  mergeParts,
  mergeStates,
  organizationKinds,
  recognitionLevels,
  zoneTypes,
} from "../types";

export const creditCode = () =>
  z
    .string({ error: "required" })
    .max(60, "too-long")
    .transform(normalizeCreditCode)
    .pipe(z.string().min(1, "required").refine(isCreditCode, "not-a-credit-code"));

export const regionCode = () => z.string().regex(/^\d{6}$/, "not-a-region");
const count = () => z.coerce.number({ error: "not-a-quantity" }).int("not-a-quantity").min(0);
/** A checkbox in a form, a boolean in JSON. */
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

const moved = z.object({ what: z.enum(mergeParts), count: z.number() });

export const previewMergeInput = z.strictObject({ survivorId: id(), absorbedId: id() });

const mergeSide = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(organizationKinds),
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
  state: z.enum(mergeStates),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedAt: z.string().nullable(),
  decisionReason: z.string().nullable(),
  /** The reader is the proposer: another person decides. */
  own: z.boolean(),
});

export const organizationSaved = z.object({ id: z.string(), version: z.number() });
/** `proposed`: key fields wait for the other alliances of the organization. */
export const organizationUpdated = organizationSaved.extend({ proposed: z.boolean() });
export const tagSaved = z.object({ id: z.string() });

export const listMergesInput = z.strictObject({
  state: optional(z.enum(mergeStates)),
  ...pagingShape,
});
export const listMergesOutput = pageOf(mergeProposal);
export const getMergeInput = z.strictObject({ proposalId: id() });
export const getMergeOutput = z.object({ proposal: mergeProposal, preview: previewMergeOutput });
export const mergeDecided = z.object({ id: z.string(), survivorId: z.string() });
