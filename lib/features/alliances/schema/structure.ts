import { z } from "zod";
import { day, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { organizationRef } from "../../organizations/schema/organizations";
import { bodyKinds, bodyTiers, branchTemplates, entityKinds } from "../types";

const seats = () =>
  optional(
    z.coerce
      .number({ error: "not-a-quantity" })
      .int("not-a-quantity")
      .min(1, "out-of-range")
      .max(1000, "out-of-range"),
  );

const bodyFields = {
  name: line(100),
  nameEn: optional(line(120)),
  tier: optional(z.enum(bodyTiers)),
  /** The body above it; none: it stands at the top. */
  parentId: optional(id()),
  /** Where its office is. */
  hostId: optional(id()),
  seatsPlanned: seats(),
  duties: optional(prose(500)),
  dutiesEn: optional(prose(500)),
};
export const addBodyInput = z.strictObject({
  kind: z.enum(bodyKinds, { error: "required" }),
  ...bodyFields,
});
const aBody = { bodyId: id(), version: version() };
export const updateBodyInput = z.strictObject({ ...aBody, ...bodyFields });
export const bodyChanged = z.object({ id: z.string(), version: z.number() });
export const removeBodyInput = z.strictObject(aBody);
export const dissolveBodyInput = z.strictObject({ ...aBody, on: day(), reason: line(300) });
export const addBranchInput = z.strictObject({
  branch: z.enum(branchTemplates, { error: "required" }),
  parentId: optional(id()),
  /** Stands before each name: the college, the programme group. */
  prefix: optional(line(40)),
});
export const addBranchOutput = z.object({ bodies: z.number() });

export const saveEntityInput = z.strictObject({
  ...aBody,
  kind: z.enum(entityKinds, { error: "required" }),
  organizationId: optional(id()),
  functions: prose(1000),
});
export const saveSharesInput = z.strictObject({
  ...aBody,
  shares: z
    .array(
      z.strictObject({
        organizationId: id(),
        /** Percent, at most two decimals. */
        percent: z
          .string({ error: "required" })
          .regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/, "not-a-percentage"),
      }),
    )
    .max(50),
});
export const appointManagerInput = z.strictObject({
  ...aBody,
  name: line(60),
  title: optional(line(60)),
  from: day(),
  note: optional(line(300)),
  resolutionId: optional(id()),
});
export const endManagerInput = z.strictObject({ ...aBody, on: day() });

export const getBodyInput = z.strictObject({ bodyId: id() });
export const bodyOutput = z.object({
  id: z.string(),
  version: z.number(),
  kind: z.enum(bodyKinds),
  name: z.string(),
  nameEn: z.string().nullable(),
  tier: z.enum(bodyTiers).nullable(),
  parent: z.object({ id: z.string(), name: z.string(), nameEn: z.string().nullable() }).nullable(),
  host: organizationRef.nullable(),
  seatsPlanned: z.number().nullable(),
  duties: z.string().nullable(),
  dutiesEn: z.string().nullable(),
  dissolvedOn: z.string().nullable(),
  meetings: z.number(),
  rules: z.number(),
  seats: z.number(),
  /** Nothing hangs on it yet: it may be taken out as if it had never been. */
  removable: z.boolean(),
  entity: z
    .object({
      kind: z.enum(entityKinds),
      organization: organizationRef.nullable(),
      functions: z.array(z.string()),
      /** Hundredths of a percent. */
      shares: z.array(z.object({ organization: organizationRef, share: z.number() })),
      managers: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          title: z.string().nullable(),
          validFrom: z.string(),
          validTo: z.string().nullable(),
          note: z.string().nullable(),
          resolution: z.object({ id: z.string(), year: z.number(), number: z.number() }).nullable(),
        }),
      ),
    })
    .nullable(),
});
