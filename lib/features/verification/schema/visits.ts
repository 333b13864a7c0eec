import { z } from "zod";
import { day, id, line, optional, prose } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";

export const listVisitsSchema = z.strictObject({
  ...pagingShape,
  organization: optional(id()),
  record: optional(id()),
});
const visit = z.object({
  id: z.uuid(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  visitedOn: z.string(),
  place: z.string(),
  visitors: z.string(),
  findings: z.string(),
  synthetic: z.boolean(),
  records: z.array(z.object({ id: z.uuid(), title: z.string() })),
  files: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type Visit = z.output<typeof visit>;
export const visitListSchema = pageOf(visit);

export const recordVisitSchema = z.strictObject({
  organizationId: id(),
  visitedOn: day(),
  place: line(200),
  /** Names, parted by commas. */
  visitors: line(300),
  findings: prose(2000),
  recordIds: z.array(id()).max(50, "too-long").optional(),
  fileIds: z.array(id()).max(20, "too-long").optional(),
});
export const visitedSchema = z.object({ id: z.uuid() });
