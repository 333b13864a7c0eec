import { z } from "zod";
import { programmeLevels } from "@/lib/features/alliances/types";
import { skillLevels } from "@/lib/features/people/types";
import { academicYear, heads, someHeads } from "@/lib/features/programmes/schema";
import { id, optional, prose, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { matchForms, matchStates, supplyStates } from "../types";

const named = z.object({ id: z.string(), name: z.string() });
const inBoth = named.extend({ nameEn: z.string().nullable() });

const sorts = ["school", "-school", "graduates", "-graduates", "-year"] as const;
export const listSuppliesInput = z.strictObject({
  ...pagingShape,
  q: optional(z.string().trim().max(100)),
  state: optional(z.enum(supplyStates)),
  year: optional(academicYear()),
  organization: optional(id()),
  sort: z.enum(sorts).default("-year"),
});
const supplyRow = z.object({
  id: z.string(),
  school: named,
  programme: z.string(),
  level: z.enum(programmeLevels),
  academicYear: z.number(),
  enrolled: z.number(),
  onRoll: z.number(),
  graduates: z.number(),
  capacity: z.number(),
  taken: z.number(),
  state: z.enum(supplyStates),
  stateSince: z.iso.datetime(),
  returnReason: z.string().nullable(),
  version: z.number(),
  may: z.object({
    change: z.boolean(),
    confirmSchool: z.boolean(),
    confirmBureau: z.boolean(),
    publish: z.boolean(),
    giveBack: z.boolean(),
  }),
});
export type SupplyRow = z.output<typeof supplyRow>;
export const listSuppliesOutput = pageOf(supplyRow).extend({ mayEnter: z.boolean() });

export const getSupplyInput = z.strictObject({ supplyId: id() });
export const getSupplyOutput = supplyRow.extend({
  bureau: named.nullable(),
  publishedAt: z.iso.datetime().nullable(),
});
export type SupplyView = z.output<typeof getSupplyOutput>;

const numbers = { enrolled: heads(), onRoll: heads(), graduates: heads(), capacity: heads() };
export const enterSupplyInput = z.strictObject({
  offeringId: id(),
  academicYear: academicYear(),
  ...numbers,
});
const step = { supplyId: id(), version: version() };
export const changeSupplyInput = z.strictObject({ ...step, ...numbers });
export const supplyStepInput = z.strictObject(step);
/** In whose name: the education bureau, or the one that keeps the technician schools. */
export const confirmBureauInput = z.strictObject({ ...step, bureauId: id() });
export const giveBackSupplyInput = z.strictObject({ ...step, reason: prose(500) });
export const supplyOutput = z.object({
  id: z.string(),
  state: z.enum(supplyStates),
  version: z.number(),
});
export type MovedSupply = z.output<typeof supplyOutput>;

export const candidatesInput = z.strictObject({ demandId: id() });
const candidate = z.object({
  supplyId: z.string(),
  school: named,
  programme: z.string(),
  academicYear: z.number(),
  graduates: z.number(),
  /** Graduates that nobody has been promised. */
  free: z.number(),
});
export type Candidate = z.output<typeof candidate>;
export const candidatesOutput = z.object({
  /** Heads of the demand that nobody fills as yet. */
  open: z.number(),
  items: z.array(candidate),
});

export const listMatchesInput = z.strictObject({
  ...pagingShape,
  state: optional(z.enum(matchStates)),
});
const matchCard = z.object({
  id: z.string(),
  demandId: z.string(),
  enterprise: named,
  occupation: inBoth,
  skillLevel: z.enum(skillLevels),
  school: named,
  programme: z.string(),
  state: z.enum(matchStates),
  stateSince: z.iso.datetime(),
  quantity: z.number(),
  hired: z.number(),
  form: z.enum(matchForms).nullable(),
});
export type MatchCard = z.output<typeof matchCard>;
export const listMatchesOutput = pageOf(matchCard).extend({
  counts: z.array(z.object({ state: z.enum(matchStates), matches: z.number(), heads: z.number() })),
});

export const suggestMatchInput = z.strictObject({
  demandId: id(),
  supplyId: id(),
  quantity: someHeads(),
});
const matchStep = { matchId: id(), version: version() };
export const contactMatchInput = z.strictObject({ ...matchStep, text: optional(prose(500)) });
export const agreeMatchInput = z.strictObject({
  ...matchStep,
  quantity: someHeads(),
  form: z.enum(matchForms, { error: "required" }),
  classId: optional(id()),
  text: optional(prose(500)),
});
export const recordResultInput = z.strictObject({
  ...matchStep,
  hired: heads(),
  text: optional(prose(500)),
});
export const dropMatchInput = z.strictObject({ ...matchStep, text: prose(500) });
export const matchOutput = z.object({
  id: z.string(),
  state: z.enum(matchStates),
  version: z.number(),
});
export type MovedMatch = z.output<typeof matchOutput>;
