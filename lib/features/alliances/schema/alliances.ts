import { z } from "zod";
import { day, email, flag, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { memberPositions, seatPositions } from "../../memberships/types";
import { organizationRef } from "../../organizations/schema/organizations";
import { chainPositions, organizationKinds, recognitionLevels } from "../../organizations/types";
import {
  allianceStatuses,
  allianceTypes,
  bodyKinds,
  bodyTiers,
  platformKinds,
  powerKinds,
  powerStates,
  programmeLevels,
  relationKinds,
  slugPattern,
  structureTemplates,
} from "../types";

const level = () => z.enum(recognitionLevels);
const regionCode = () => z.string().regex(/^\d{6}$/, "not-a-region");
const positive = () => z.coerce.number({ error: "not-a-quantity" }).int("not-a-quantity").min(1);

export const listAlliancesInput = z.strictObject({
  q: optional(z.string().max(200, "too-long")),
  type: optional(z.enum(allianceTypes)),
  level: optional(level()),
  /** Only alliances in which the reader holds a role. */
  mine: optional(z.enum(["true"])),
  ...pagingShape,
});

export const allianceRow = z.object({
  slug: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  shortName: z.string().nullable(),
  type: z.enum(allianceTypes),
  level: level().nullable(),
  status: z.enum(allianceStatuses),
  regionCode: z.string().nullable(),
  baseParkName: z.string().nullable(),
  members: z.number(),
  published: z.boolean(),
  /** The reader holds a role in it. */
  mine: z.boolean(),
});

export const listAlliancesOutput = pageOf(allianceRow);

export const getAllianceInput = z.strictObject({});

export const positionLabel = z.object({
  position: z.enum(memberPositions),
  zh: z.string(),
  en: z.string(),
});

const chainNode = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  position: z.enum(chainPositions),
});

export const allianceOutput = z.object({
  id: z.string(),
  slug: z.string(),
  version: z.number(),
  name: z.string(),
  nameEn: z.string().nullable(),
  shortName: z.string().nullable(),
  type: z.enum(allianceTypes),
  level: level().nullable(),
  status: z.enum(allianceStatuses),
  batch: z.number().nullable(),
  batchSize: z.number().nullable(),
  approvedOn: z.string().nullable(),
  foundedOn: z.string().nullable(),
  regionCode: z.string().nullable(),
  leadIndustry: z.string().nullable(),
  structureTemplate: z.enum(structureTemplates),
  governanceModel: z.string().nullable(),
  summary: z.string().nullable(),
  published: z.boolean(),
  basePark: organizationRef.nullable(),
  positionLabels: z.array(positionLabel),
  leads: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(organizationKinds),
      position: z.enum(memberPositions),
    }),
  ),
  chainNodes: z.array(chainNode),
  programmes: z.array(
    z.object({
      name: z.string(),
      level: z.enum(programmeLevels),
      school: organizationRef,
      synthetic: z.boolean(),
    }),
  ),
  platforms: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(platformKinds),
      level: level().nullable(),
      host: organizationRef.nullable(),
      shared: z.boolean(),
      synthetic: z.boolean(),
    }),
  ),
  powers: z.array(
    z.object({
      kind: z.enum(powerKinds),
      state: z.enum(powerStates),
      grantor: organizationRef.nullable(),
      basis: z.string().nullable(),
    }),
  ),
  relations: z.array(
    z.object({
      kind: z.enum(relationKinds),
      /** Whether this alliance is the one that the relation starts from. */
      outgoing: z.boolean(),
      slug: z.string(),
      name: z.string(),
      nameEn: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
});

export const createAllianceInput = z.strictObject({
  slug: z
    .string({ error: "required" })
    .min(2, "required")
    .max(60, "too-long")
    .regex(slugPattern, "not-a-slug"),
  name: line(200),
  nameEn: optional(line(200)),
  shortName: optional(line(60)),
  type: z.enum(allianceTypes, { error: "required" }),
  level: optional(level()),
  regionCode: optional(regionCode()),
  leadIndustry: optional(line(100)),
  structureTemplate: z.enum(structureTemplates).default("empty"),
  /** The first secretariat: an account that exists. */
  secretariatEmail: email(),
});
export const createAllianceOutput = z.object({ id: z.string(), slug: z.string() });

export const updateAllianceInput = z.strictObject({
  version: version(),
  name: line(200),
  nameEn: optional(line(200)),
  shortName: optional(line(60)),
  status: z.enum(allianceStatuses, { error: "required" }),
  level: optional(level()),
  batch: optional(positive().max(100, "too-long")),
  batchSize: optional(positive().max(10_000, "too-long")),
  approvedOn: optional(day()),
  foundedOn: optional(day()),
  regionCode: optional(regionCode()),
  leadIndustry: optional(line(100)),
  governanceModel: optional(line(300)),
  basePark: optional(id()),
  summary: optional(prose(5000)),
  published: optional(flag()),
});

export const updateAllianceOutput = z.object({ version: z.number() });

const label = z
  .strictObject({ zh: optional(line(60)), en: optional(line(80)) })
  .refine(({ zh, en }) => (zh === undefined) === (en === undefined), {
    error: "both-languages",
    path: ["zh"],
  });
export const saveLabelsInput = z.strictObject({
  version: version(),
  labels: z.partialRecord(z.enum(memberPositions), label),
});
export const saveLabelsOutput = z.object({ saved: z.number() });

export const applyTemplateInput = z.strictObject({
  structureTemplate: z.enum(
    ["one_two_six_n", "one_one_two", "suzhou_full", "development_council"],
    { error: "required" },
  ),
});
export const applyTemplateOutput = z.object({ bodies: z.number() });

export const structureInput = z.strictObject({});
export const structureOutput = z.object({
  bodies: z.array(
    z.object({
      id: z.string(),
      parentId: z.string().nullable(),
      kind: z.enum(bodyKinds),
      name: z.string(),
      nameEn: z.string().nullable(),
      tier: z.enum(bodyTiers).nullable(),
      host: organizationRef.nullable(),
      seatsPlanned: z.number().nullable(),
      seats: z.number(),
      filled: z.number(),
      voting: z.number(),
      termOrdinal: z.number().nullable(),
      termEndsOn: z.string().nullable(),
      duties: z.string().nullable(),
      dutiesEn: z.string().nullable(),
      dissolvedOn: z.string().nullable(),
      holders: z.array(
        z.object({
          number: z.number(),
          position: z.enum(seatPositions),
          officeTitle: z.string().nullable(),
          voting: z.boolean(),
          organization: organizationRef.nullable(),
          person: z.string().nullable(),
          until: z.string().nullable(),
        }),
      ),
    }),
  ),
});

const allianceName = { slug: z.string(), name: z.string(), nameEn: z.string().nullable() };

export const frameOutput = z.object({
  id: z.uuid(),
  ...allianceName,
  own: z.array(z.object(allianceName)),
  /** Words that filters and tables of its pages need; the whole profile is another question. */
  positionLabels: z.array(positionLabel),
  chainNodes: z.array(chainNode),
});
