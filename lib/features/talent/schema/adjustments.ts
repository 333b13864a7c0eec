import { z } from "zod";
import { programmeLevels } from "@/lib/features/alliances/types";
import { academicYear } from "@/lib/features/programmes/schema";
import { id, optional, prose, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { adjustmentKinds, adjustmentStates } from "../types";

const named = z.object({ id: z.string(), name: z.string() });

export const listAdjustmentsInput = z.strictObject({
  ...pagingShape,
  state: optional(z.enum(adjustmentStates)),
  kind: optional(z.enum(adjustmentKinds)),
});
const adjustmentRow = z.object({
  id: z.string(),
  kind: z.enum(adjustmentKinds),
  state: z.enum(adjustmentStates),
  stateSince: z.iso.datetime(),
  academicYear: z.number(),
  school: named,
  programme: z.object({ name: z.string(), level: z.enum(programmeLevels) }),
  demand: z.object({
    id: z.string(),
    enterprise: z.string(),
    occupation: z.string(),
    headcount: z.number(),
    academicYear: z.number(),
  }),
  reason: z.string(),
  answer: z.string().nullable(),
  version: z.number(),
  may: z.object({
    endorse: z.boolean(),
    refuse: z.boolean(),
    carryOut: z.boolean(),
    withdraw: z.boolean(),
  }),
});
export type AdjustmentRow = z.output<typeof adjustmentRow>;
export const listAdjustmentsOutput = pageOf(adjustmentRow).extend({ mayPropose: z.boolean() });

export const proposeAdjustmentInput = z.strictObject({
  organizationId: id(),
  kind: z.enum(adjustmentKinds, { error: "required" }),
  programmeId: id(),
  /** S002-36: no programme because of the teachers and machines at hand; the demand is named, always. */
  demandId: id(),
  academicYear: academicYear(),
  reason: prose(500),
});
const step = { adjustmentId: id(), version: version() };
export const adjustmentStepInput = z.strictObject({ ...step, answer: optional(prose(500)) });
export const refuseAdjustmentInput = z.strictObject({ ...step, answer: prose(500) });
export const adjustmentOutput = z.object({
  id: z.string(),
  state: z.enum(adjustmentStates),
  version: z.number(),
});
export type MovedAdjustment = z.output<typeof adjustmentOutput>;
