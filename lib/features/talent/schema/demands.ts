import { z } from "zod";
import { skillLevels } from "@/lib/features/people/types";
import { academicYear, someHeads } from "@/lib/features/programmes/schema";
import { day, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { demandStates, matchForms, matchStates } from "../types";

const named = z.object({ id: z.string(), name: z.string() });
const inBoth = named.extend({ nameEn: z.string().nullable() });

const sorts = ["-createdAt", "fromOn", "-fromOn", "headcount", "-headcount"] as const;
export const listDemandsInput = z.strictObject({
  ...pagingShape,
  q: optional(z.string().trim().max(100)),
  state: optional(z.enum(demandStates)),
  occupation: optional(id()),
  organization: optional(id()),
  year: optional(academicYear()),
  sort: z.enum(sorts).default("-createdAt"),
});

const demandRow = z.object({
  id: z.string(),
  organization: named,
  occupation: inBoth,
  skillLevel: z.enum(skillLevels),
  headcount: z.number(),
  taken: z.number(),
  hired: z.number(),
  fromOn: z.string(),
  toOn: z.string(),
  academicYear: z.number(),
  state: z.enum(demandStates),
  stateSince: z.iso.datetime(),
  expiresOn: z.string().nullable(),
});
export type DemandRow = z.output<typeof demandRow>;
export const listDemandsOutput = pageOf(demandRow).extend({ mayPost: z.boolean() });

export const getDemandInput = z.strictObject({ demandId: id() });
const demandMatch = z.object({
  id: z.string(),
  school: named,
  programme: z.string(),
  academicYear: z.number(),
  state: z.enum(matchStates),
  stateSince: z.iso.datetime(),
  quantity: z.number(),
  hired: z.number(),
  form: z.enum(matchForms).nullable(),
  trainingClass: named.nullable(),
  version: z.number(),
  may: z.object({
    contact: z.boolean(),
    agree: z.boolean(),
    recordResult: z.boolean(),
    drop: z.boolean(),
  }),
});
export type DemandMatch = z.output<typeof demandMatch>;
const demandEvent = z.object({
  id: z.string(),
  step: z.string(),
  text: z.string().nullable(),
  quantity: z.number().nullable(),
  school: z.string().nullable(),
  author: z.string().nullable(),
  at: z.iso.datetime(),
});
export type DemandEventView = z.output<typeof demandEvent>;
export const getDemandOutput = demandRow.extend({
  version: z.number(),
  note: z.string().nullable(),
  matches: z.array(demandMatch),
  events: z.array(demandEvent),
  may: z.object({
    change: z.boolean(),
    submit: z.boolean(),
    renew: z.boolean(),
    withdraw: z.boolean(),
    giveBack: z.boolean(),
    confirm: z.boolean(),
    open: z.boolean(),
    suggest: z.boolean(),
  }),
});
export type DemandView = z.output<typeof getDemandOutput>;

const fields = {
  occupationId: id(),
  skillLevel: z.enum(skillLevels, { error: "required" }),
  headcount: someHeads(),
  fromOn: day(),
  toOn: day(),
  note: optional(prose(500)),
};
const inOrder = ({ fromOn, toOn }: { fromOn: string; toOn: string }) => fromOn <= toOn;
const disorder = { path: ["toOn"], message: "ends-before-start" };
export const postDemandInput = z
  .strictObject({ organizationId: id(), ...fields })
  .refine(inOrder, disorder);
const step = { demandId: id(), version: version() };
export const changeDemandInput = z.strictObject({ ...step, ...fields }).refine(inOrder, disorder);
export const demandStepInput = z.strictObject({ ...step, text: optional(prose(500)) });
/** Steps that nobody understands without their reason. */
export const demandReasonInput = z.strictObject({ ...step, text: prose(500) });
export const demandOutput = z.object({
  id: z.string(),
  state: z.enum(demandStates),
  version: z.number(),
});
export type MovedDemand = z.output<typeof demandOutput>;

export const occupationsInput = z.strictObject({});
const occupationRow = inBoth.extend({
  version: z.number(),
  demands: z.number(),
  programmes: z.array(z.object({ id: z.string(), name: z.string(), level: z.string() })),
});
export type OccupationRow = z.output<typeof occupationRow>;
export const occupationsOutput = z.object({
  items: z.array(occupationRow),
  mayManage: z.boolean(),
});
export const saveOccupationInput = z.strictObject({
  occupationId: optional(id()),
  version: optional(version()),
  name: line(100),
  nameEn: optional(line(100)),
  /** Programmes of the catalogue that lead to it. */
  programmeIds: z.array(id()).max(100, "too-many").default([]),
});
export const occupationOutput = z.object({ id: z.string(), version: z.number() });
