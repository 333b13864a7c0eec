import { z } from "zod";
import { day, id, line, optional, prose, version, yuan } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { listKinds, listStandings, painCategories, skillLevels } from "../types";

const entry = {
  kind: z.enum(listKinds, { error: "required" }),
  title: line(200),
  detail: prose(2000),
  stewardName: line(60),
  pain: optional(z.enum(painCategories)),
  budget: optional(yuan()),
  occupation: optional(line(100)),
  skill: optional(z.enum(skillLevels)),
  headcount: optional(z.coerce.number().int().min(1).max(100_000)),
  neededOn: optional(day()),
};

type Entry = {
  kind: string;
  occupation?: string | undefined;
  headcount?: number | undefined;
};
const hasOccupation = (given: Entry) => given.kind !== "talent" || given.occupation !== undefined;
const hasHeadcount = (given: Entry) => given.kind !== "talent" || given.headcount !== undefined;

export const createItemInput = z
  .strictObject({ ...entry, organizationId: optional(id()) })
  .refine(hasOccupation, { error: "required", path: ["occupation"] })
  .refine(hasHeadcount, { error: "required", path: ["headcount"] });

export const updateItemInput = z
  .strictObject({ id: id(), version: version(), ...entry })
  .refine(hasOccupation, { error: "required", path: ["occupation"] })
  .refine(hasHeadcount, { error: "required", path: ["headcount"] });

export const itemStepInput = z.strictObject({ id: id(), version: version() });
export const itemAnswer = z.object({ id: z.uuid(), version: z.number().int() });
export const toCallAnswer = z.object({ id: z.uuid(), version: z.number().int() });

const sorts = ["-new", "new", "expires", "-expires", "organization", "-organization"] as const;

export const listItemsInput = z.strictObject({
  kind: z.enum(listKinds).default("technology"),
  q: optional(line(100)),
  organization: optional(id()),
  /** Lines that have expired or ended are shown when they are asked for. */
  show: optional(z.enum(["current", "expired", "ended"])),
  sort: z.enum(sorts).default("-new"),
  ...pagingShape,
});

export const itemSchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  kind: z.enum(listKinds),
  organization: z.object({ id: z.uuid(), name: z.string() }),
  title: z.string(),
  detail: z.string(),
  stewardName: z.string(),
  pain: z.enum(painCategories).nullable(),
  budget: z.string().nullable(),
  occupation: z.string().nullable(),
  skill: z.string().nullable(),
  headcount: z.number().int().nullable(),
  neededOn: z.string().nullable(),
  standing: z.enum(listStandings),
  confirmedOn: z.string(),
  expiresOn: z.string(),
  /** The call that it has become, if any. */
  call: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  mayEdit: z.boolean(),
  mayCall: z.boolean(),
});
export type ListItem = z.output<typeof itemSchema>;

export const itemsPage = pageOf(itemSchema).extend({
  counts: z.object({ product: z.number(), technology: z.number(), talent: z.number() }),
  mayAdd: z.boolean(),
  /** For whom the reader may add a line: own enterprises; the office names any. */
  own: z.array(z.object({ id: z.uuid(), name: z.string() })),
  anyMember: z.boolean(),
});

export const exportItemsInput = z.strictObject({ kind: z.enum(listKinds).default("technology") });
export const exportedItems = z.object({
  items: z.array(itemSchema.omit({ mayEdit: true, mayCall: true, call: true })),
  alliance: z.string(),
  today: z.string(),
});
