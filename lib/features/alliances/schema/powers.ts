import { z } from "zod";
import { day, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { organizationRef } from "../../organizations/schema/organizations";
import { powerKinds, powerStates } from "../types";

const details = {
  grantorId: optional(id()),
  granteeId: optional(id()),
  basis: optional(line(300)),
  content: optional(prose(500)),
  conditions: optional(prose(500)),
};
export const proposePowerInput = z.strictObject({
  kind: z.enum(powerKinds, { error: "required" }),
  ...details,
});
const aPower = { powerId: id(), version: version() };
export const updatePowerInput = z.strictObject({ ...aPower, ...details });
export const stepPowerInput = z.strictObject({
  ...aPower,
  to: z.enum(powerStates, { error: "required" }),
  on: day(),
  note: optional(line(500)),
  fileId: optional(id()),
  documentId: optional(id()),
  /** Last day, and the day before which it is to be reviewed. */
  validTo: optional(day()),
  reviewOn: optional(day()),
});
export const powerChanged = z.object({ id: z.string(), version: z.number() });

const bodyRef = z.object({ id: z.string(), name: z.string(), nameEn: z.string().nullable() });
const power = z.object({
  id: z.string(),
  version: z.number(),
  kind: z.enum(powerKinds),
  state: z.enum(powerStates),
  grantor: organizationRef.nullable(),
  grantee: bodyRef.nullable(),
  basis: z.string().nullable(),
  content: z.string().nullable(),
  conditions: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  reviewOn: z.string().nullable(),
});
export const listPowersInput = z.strictObject({});
export const listPowersOutput = z.object({ today: z.string(), items: z.array(power) });
export const getPowerInput = z.strictObject({ powerId: id() });
export const powerOutput = power.extend({
  today: z.string(),
  document: z.object({ id: z.string(), title: z.string() }).nullable(),
  events: z.array(
    z.object({
      id: z.string(),
      state: z.enum(powerStates),
      on: z.string(),
      note: z.string().nullable(),
      file: z.object({ id: z.string(), name: z.string() }).nullable(),
      resolution: z.object({ id: z.string(), year: z.number(), number: z.number() }).nullable(),
    }),
  ),
});
