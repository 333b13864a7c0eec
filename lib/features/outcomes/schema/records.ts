import { z } from "zod";
import { certificateStates } from "@/lib/features/certificates/types";
import { organizationKinds } from "@/lib/features/organizations/types";
import { day, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { quantityFault } from "../rules/reported";
import { follows, outcomeStates, resultLevels } from "../types";
import { adjustmentSchema, chainStepSchema, coClaimSchema, shareSchema } from "./claims";

export const metricCode = () => z.string().regex(/^M\d{2}$/, "invalid");

const calendarYear = () => z.coerce.number().int().min(1980).max(2100);

/** What the result is known by; which of these belong to it follows from its metric. */
export const keyShape = {
  /** Number or name of the thing: patent, contract, standard, awarded work, enterprise. */
  naturalKey: optional(line(120)),
  /** Parties of a contract, parted by commas. */
  parties: optional(line(200)),
  /** Who gave the award. */
  issuer: optional(line(100)),
  level: optional(z.enum(resultLevels)),
};

/** A plain number in the metric's unit; any other text is told why it is none. */
const quantity = () =>
  z
    .string({ error: "required" })
    .min(1, "required")
    .max(40, "too-long")
    .transform((text) => text.trim())
    .superRefine((text, context) => {
      const message = quantityFault(text);
      if (message) context.addIssue({ code: "custom", message });
    });

const reportShape = {
  title: line(200),
  occurredOn: day(),
  quantity: quantity(),
  ...keyShape,
  projectId: optional(id()),
  fileId: optional(id()),
  /** The enterprise's sealed certificate that it rests on: economic benefit and new output only. */
  certificateId: optional(id()),
};

export const reportOutcomeSchema = z.strictObject({
  organizationId: id(),
  metricCode: metricCode(),
  ...reportShape,
  /** The earlier record of the same thing, and how this one goes on from it. */
  followsId: optional(id()),
  follow: optional(z.enum(follows)),
});

export const amendOutcomeSchema = z.strictObject({ id: id(), version: version(), ...reportShape });
export const returnOutcomeSchema = z.strictObject({
  id: id(),
  version: version(),
  reason: prose(500),
});
export const verifyOutcomeSchema = z.strictObject({
  id: id(),
  version: version(),
  /** The date that stands on the paper. */
  paperOn: optional(day()),
  /** Does the paper name the organization? */
  ownerNamed: optional(z.enum(["yes", "no"])),
  /** Why what was found is passed over. */
  passOver: optional(prose(500)),
});
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
  /** Who reported it or owns a part of it. */
  participant: optional(id()),
  level: optional(z.enum(resultLevels)),
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
  level: z.enum(resultLevels).nullable(),
  /** What was taken off because it counts elsewhere; zero or below. */
  adjustment: z.string(),
  /** Per cent that belong to the organization that the list is about; null where it is about none. */
  share: z.string().nullable(),
});
export type OutcomeRow = z.output<typeof outcomeRowSchema>;

/** `quantity` is what counts of all rows of the list, where they share one metric; else null: units never mix. */
export const outcomeListSchema = pageOf(outcomeRowSchema).extend({
  quantity: z.string().nullable(),
  /** The quantity is only a bound: several records may name the same person or firm. */
  atMost: z.boolean(),
});

export const outcomeSchema = outcomeRowSchema.omit({ share: true }).extend({
  keyName: z.string().nullable(),
  parties: z.string().nullable(),
  issuer: z.string().nullable(),
  shares: z.array(shareSchema),
  coClaims: z.array(coClaimSchema),
  chain: z.array(chainStepSchema),
  adjustments: z.array(adjustmentSchema),
  /** A refused co-claim waits for the secretariat: until then it is neither verified nor published. */
  provisional: z.boolean(),
  projectId: z.uuid().nullable(),
  projectTitle: z.string().nullable(),
  file: z
    .object({ id: z.uuid(), name: z.string(), size: z.number(), sha256: z.string() })
    .nullable(),
  /** What the enterprise sealed, where the result rests on it. */
  certificate: z
    .object({
      id: z.uuid(),
      enterpriseName: z.string(),
      year: z.number().int(),
      state: z.enum(certificateStates),
    })
    .nullable(),
  /** The paper proves no longer, since this day; or the acceptance of its project's milestone was taken back. */
  evidenceGone: z
    .object({
      kind: z.enum(["withdrawn", "expired", "reopened"]),
      endsOn: z.string(),
      reason: z.string(),
    })
    .nullable(),
  /** The training that proves it together with its other numbers. */
  training: z.object({ id: z.uuid(), course: z.string() }).nullable(),
  returnReason: z.string().nullable(),
  returns: z.number().int(),
  enteredBy: z.string().nullable(),
  submittedAt: z.string().nullable(),
  verifiedBy: z.string().nullable(),
  verifiedAt: z.string().nullable(),
  version: z.number().int(),
  synthetic: z.boolean(),
  /** What the caller may do now. */
  may: z.object({
    amend: z.boolean(),
    decide: z.boolean(),
    download: z.boolean(),
    /** Offer a part of it to another member. */
    offer: z.boolean(),
  }),
});
export type Outcome = z.output<typeof outcomeSchema>;

export const outcomeAnswerSchema = z.object({ id: z.uuid(), version: z.number().int() });
