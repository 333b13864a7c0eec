import { z } from "zod";
import { programmeLevels } from "@/lib/features/alliances/types";
import { digits, id, line, optional, ticked, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { offeringStatuses, pathwayModels } from "./types";

const bounded = (least: number, most: number) =>
  digits()
    .transform(Number)
    .pipe(z.number().int("not-a-quantity").min(least, "out-of-range").max(most, "out-of-range"));

export const academicYear = () => bounded(1980, 2100);
export const heads = () => bounded(0, 100_000);
export const someHeads = () => bounded(1, 100_000);

const named = z.object({ id: z.string(), name: z.string() });
const inBoth = z.object({ id: z.string(), name: z.string(), nameEn: z.string().nullable() });
const ratio = z.object({ part: z.number(), whole: z.number() });

export const overviewInput = z.strictObject({});
export const overviewOutput = z.object({
  /** Entries of the catalogue and points of teaching: two different numbers. */
  programmes: z.number(),
  offerings: z.number(),
  schools: z.number(),
  /** Offerings linked to key industries ÷ all that run. */
  fit: ratio,
  byLevel: z.array(z.object({ level: z.enum(programmeLevels), count: z.number() })),
  byIndustry: z.array(
    z.object({ industry: inBoth.nullable(), key: z.boolean(), count: z.number() }),
  ),
});
export type ProgrammeOverview = z.output<typeof overviewOutput>;

const sorts = ["school", "-school", "programme", "-programme"] as const;
export const listOfferingsInput = z.strictObject({
  ...pagingShape,
  q: optional(z.string().trim().max(100)),
  level: optional(z.enum(programmeLevels)),
  status: optional(z.enum(offeringStatuses)),
  industry: optional(id()),
  organization: optional(id()),
  fit: optional(z.enum(["key", "other"])),
  sort: z.enum(sorts).default("school"),
});
const offeringRow = z.object({
  id: z.string(),
  school: named,
  programme: z.object({
    id: z.string(),
    name: z.string(),
    code: z.string().nullable(),
    level: z.enum(programmeLevels),
  }),
  status: z.enum(offeringStatuses),
  version: z.number(),
  industry: inBoth.extend({ key: z.boolean() }).nullable(),
  group: named.nullable(),
  nodes: z.array(inBoth),
  mayManage: z.boolean(),
});
export type OfferingRow = z.output<typeof offeringRow>;
export const listOfferingsOutput = pageOf(offeringRow).extend({ mayAdd: z.boolean() });

export const getOfferingInput = z.strictObject({ offeringId: id() });
export const getOfferingOutput = offeringRow.extend({
  openedOn: z.string().nullable(),
  pathways: z.array(
    z.object({
      id: z.string(),
      model: z.enum(pathwayModels),
      academicYear: z.number(),
      quota: z.number(),
      from: z.object({ id: z.string(), school: z.string(), programme: z.string() }),
      to: z.object({ id: z.string(), school: z.string(), programme: z.string() }),
      mayManage: z.boolean(),
      /** How many went over, the newest year first. */
      transitions: z.array(
        z.object({
          year: z.number(),
          moved: z.number(),
          evidence: z.string(),
          version: z.number(),
        }),
      ),
      /** Those about this pathway that the reader may know. */
      agreements: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
});
export type OfferingView = z.output<typeof getOfferingOutput>;

export const overlapInput = z.strictObject({ ...pagingShape });
export const overlapOutput = pageOf(
  z.object({
    programme: z.object({ id: z.string(), name: z.string(), level: z.enum(programmeLevels) }),
    schools: z.array(z.string()),
  }),
).extend({
  /** Columns of the matrix: the schools that stand in a row of this page. */
  schools: z.array(named),
});
export type Overlap = z.output<typeof overlapOutput>;

export const choicesInput = z.strictObject({});
export const choicesOutput = z.object({
  /** Organizations of this alliance for which the reader acts. */
  mine: z.array(named),
  programmes: z.array(
    z.object({ id: z.string(), name: z.string(), level: z.enum(programmeLevels) }),
  ),
  industries: z.array(inBoth),
  nodes: z.array(inBoth),
  groups: z.array(named.extend({ organizationId: z.string() })),
  offerings: z.array(
    z.object({
      id: z.string(),
      organizationId: z.string(),
      school: z.string(),
      programme: z.string(),
      level: z.enum(programmeLevels),
      status: z.enum(offeringStatuses),
    }),
  ),
  pathways: z.array(
    z.object({
      id: z.string(),
      model: z.enum(pathwayModels),
      academicYear: z.number(),
      from: z.object({ school: z.string(), programme: z.string() }),
      to: z.object({ school: z.string(), programme: z.string() }),
    }),
  ),
});
export type ProgrammeChoices = z.output<typeof choicesOutput>;

export const addOfferingInput = z.strictObject({
  organizationId: id(),
  name: line(100),
  level: z.enum(programmeLevels, { error: "required" }),
  code: optional(z.string().regex(/^\d{4,12}$/, "invalid")),
});
export const placeOfferingInput = z.strictObject({
  offeringId: id(),
  version: version(),
  industryId: optional(id()),
  groupId: optional(id()),
  nodeIds: z.array(id()).max(50, "too-many").default([]),
});
export const addedOutput = z.object({ id: z.string(), version: z.number() });

export const createGroupInput = z.strictObject({
  organizationId: id(),
  name: line(100),
  leadOfferingId: optional(id()),
});
export const addPathwayInput = z.strictObject({
  fromOfferingId: id(),
  toOfferingId: id(),
  model: z.enum(pathwayModels, { error: "required" }),
  academicYear: academicYear(),
  quota: someHeads(),
});
export const recordTransitionInput = z.strictObject({
  pathwayId: id(),
  /** Calendar year in which they went over. */
  year: academicYear(),
  moved: heads(),
  evidence: line(300),
  /** Of the year that is corrected; one that is entered first has none. */
  yearVersion: optional(version()),
});
export const removePathwayInput = z.strictObject({ pathwayId: id() });
export const doneOutput = z.object({ id: z.string() });

export const industriesInput = z.strictObject({});
const industryRow = inBoth.extend({
  key: z.boolean(),
  version: z.number(),
  offerings: z.number(),
  years: z.array(z.object({ year: z.number(), employed: z.number(), source: z.string() })),
});
export type IndustryRow = z.output<typeof industryRow>;
export const industriesOutput = z.object({ items: z.array(industryRow), mayManage: z.boolean() });

export const saveIndustryInput = z.strictObject({
  industryId: optional(id()),
  version: optional(version()),
  name: line(100),
  nameEn: optional(line(100)),
  key: ticked().default(false),
});
export const recordEmploymentInput = z.strictObject({
  industryId: id(),
  year: academicYear(),
  employed: bounded(0, 1_000_000_000),
  source: line(300),
});
