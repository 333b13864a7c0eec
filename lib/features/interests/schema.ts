import { z } from "zod";
import { day, id, line, optional } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { interestKinds } from "./types";

export const declareInput = z.strictObject({
  kind: z.enum(interestKinds, { error: "required" }),
  /** Whom it ties to the counterpart: a member organization; without it, the declaring person. */
  organizationId: optional(id()),
  counterpartId: id(),
  note: optional(line(300)),
  validFrom: optional(day()),
});
export const endInput = z.strictObject({ interestId: id(), validTo: day() });
export const interestAnswer = z.object({ id: z.string() });

export const listInput = z.strictObject({
  ...pagingShape,
  q: optional(z.string().trim().max(100)),
  kind: optional(z.enum(interestKinds)),
});
const interestRow = z.object({
  id: z.string(),
  kind: z.enum(interestKinds),
  /** The person, or the organization. */
  name: z.string(),
  counterpart: z.string(),
  note: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  ended: z.boolean(),
  own: z.boolean(),
});
export type InterestRow = z.output<typeof interestRow>;
export const listOutput = pageOf(interestRow);
