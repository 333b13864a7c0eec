import { z } from "zod";
import { organizationKinds } from "@/lib/features/organizations/types";
import { day, id, line, optional, prose, quantity, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { outcomeStates } from "./types";

const metricCode = () => z.string().regex(/^M\d{2}$/, "invalid");

const calendarYear = () => z.coerce.number().int().min(1980).max(2100);

const reportShape = {
  title: line(200),
  occurredOn: day(),
  quantity: quantity(),
  naturalKey: optional(line(120)),
  projectId: optional(id()),
  fileId: optional(id()),
};

export const reportOutcomeSchema = z.strictObject({
  organizationId: id(),
  metricCode: metricCode(),
  ...reportShape,
});

export const amendOutcomeSchema = z.strictObject({ id: id(), version: version(), ...reportShape });
export const returnOutcomeSchema = z.strictObject({
  id: id(),
  version: version(),
  reason: prose(500),
});
export const verifyOutcomeSchema = z.strictObject({ id: id(), version: version() });
export const getOutcomeSchema = z.strictObject({ id: id() });

export const outcomeSorts = [
  "occurredOn",
  "-occurredOn",
  "quantity",
  "-quantity",
  "stateSince",
] as const;

export const listOutcomesSchema = z.strictObject({
  ...pagingShape,
  q: optional(z.string().trim().max(100)),
  metric: optional(metricCode()),
  year: optional(calendarYear()),
  /** First and last year of a stretch. */
  from: optional(calendarYear()),
  to: optional(calendarYear()),
  /** "approved" is verified or published: what the dashboards count; "live" also what waits for verification. */
  state: optional(z.enum([...outcomeStates, "approved", "live"])),
  organization: optional(id()),
  /** Of organizations of one kind. */
  organizationKind: optional(z.enum(organizationKinds)),
  /** Results that came out of this project, where the reader may know of it. */
  project: optional(id()),
  sort: z.enum(outcomeSorts).default("-occurredOn"),
});

export const outcomeRowSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  metricCode: z.string(),
  metricZh: z.string(),
  metricEn: z.string(),
  unitZh: z.string(),
  unitEn: z.string(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  year: z.number().int(),
  occurredOn: z.string(),
  /** Decimal text in the metric's unit. */
  quantity: z.string(),
  state: z.enum(outcomeStates),
  stateSince: z.string(),
  naturalKey: z.string().nullable(),
});
export type OutcomeRow = z.output<typeof outcomeRowSchema>;

/** `quantity` is the sum over all rows of the list, where they share one metric; else null: units never mix. */
export const outcomeListSchema = pageOf(outcomeRowSchema).extend({
  quantity: z.string().nullable(),
});

export const outcomeSchema = outcomeRowSchema.extend({
  projectId: z.uuid().nullable(),
  projectTitle: z.string().nullable(),
  file: z
    .object({ id: z.uuid(), name: z.string(), size: z.number(), sha256: z.string() })
    .nullable(),
  returnReason: z.string().nullable(),
  returns: z.number().int(),
  enteredBy: z.string().nullable(),
  submittedAt: z.string().nullable(),
  verifiedBy: z.string().nullable(),
  verifiedAt: z.string().nullable(),
  version: z.number().int(),
  synthetic: z.boolean(),
  /** What the caller may do now. */
  may: z.object({ amend: z.boolean(), decide: z.boolean(), download: z.boolean() }),
});
export type Outcome = z.output<typeof outcomeSchema>;

export const outcomeAnswerSchema = z.object({ id: z.uuid(), version: z.number().int() });
