import { z } from "zod";
import { outcomeRowSchema } from "@/lib/features/outcomes/schema/records";
import { day, id, optional, prose, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { approveAnswers, evidenceEndKinds, findingKinds, findingStrengths } from "../types";

const finding = z.object({
  kind: z.enum(findingKinds),
  strength: z.enum(findingStrengths),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type FindingView = z.output<typeof finding>;

export const deskSteps = ["verify", "approve", "published", "gone"] as const;

export const listDeskSchema = z.strictObject({
  ...pagingShape,
  /** What waits for its verification, or for the second person. */
  step: z.enum(deskSteps).default("verify"),
  metric: optional(z.string().regex(/^M\d{2}$/, "invalid")),
  organization: optional(id()),
  /** Only rows without findings. */
  clean: optional(z.enum(["true"])),
});

export const deskRowSchema = outcomeRowSchema.omit({ share: true }).extend({
  version: z.number().int(),
  waitingDays: z.number().int(),
  risk: z.number().int(),
  /** Its part in the year's total, from 1 to 4; with the two below it makes the risk. */
  size: z.number().int(),
  evidenceRequired: z.boolean(),
  findings: z.array(finding),
  /** A part of it is asked for, or that was refused and the secretariat decides first. */
  ownership: z.enum(["asking", "disputed"]).nullable(),
  /** The second person must be another one. */
  mayApprove: z.boolean(),
});
export type DeskRow = z.output<typeof deskRowSchema>;
export const deskSchema = pageOf(deskRowSchema);

export const getDeskItemSchema = z.strictObject({ id: id() });
export const deskItemSchema = z.object({
  findings: z.array(finding),
  /** What was found in earlier versions of it. */
  earlier: z.array(finding.extend({ version: z.number().int() })),
  /** The last approved results of the same organization under the same metric. */
  before: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      occurredOn: z.string(),
      quantity: z.string(),
    }),
  ),
  /** Other results that are proved by the same bytes, under whatever metric. */
  samePaper: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      metricZh: z.string(),
      metricEn: z.string(),
      organizationName: z.string(),
    }),
  ),
  /** What the verifiers read on its papers, the newest first. */
  readings: z.array(
    z.object({
      version: z.number().int(),
      paperOn: z.string().nullable(),
      ownerNamed: z.boolean().nullable(),
      passed: z.array(z.string()),
      reason: z.string().nullable(),
      sha256: z.string().nullable(),
      readAt: z.string(),
    }),
  ),
  /** Visits that were about it. */
  visits: z.array(
    z.object({ id: z.uuid(), visitedOn: z.string(), place: z.string(), findings: z.string() }),
  ),
  /** What keeps its publication: an approved report or an approved cycle. */
  heldBy: z.string().nullable(),
  mayTakeBack: z.boolean(),
});
export type DeskItem = z.output<typeof deskItemSchema>;

export const approveSchema = z.strictObject({
  items: z
    .array(z.strictObject({ id: id(), version: version() }))
    .min(1, "required")
    .max(100, "too-long"),
});
export const approvedSchema = z.object({
  approved: z.number().int(),
  rows: z.array(z.object({ id: z.uuid(), title: z.string(), answer: z.enum(approveAnswers) })),
});
export type ApprovedRow = z.output<typeof approvedSchema>["rows"][number];

export const takeBackSchema = z.strictObject({ id: id(), version: version(), reason: prose(500) });
export const takenBackSchema = z.object({ id: z.uuid(), version: z.number().int() });

export const endEvidenceSchema = z.strictObject({
  /** The record whose paper it is; the paper ends for every record that it proves. */
  id: id(),
  kind: z.enum(evidenceEndKinds),
  endsOn: day(),
  reason: prose(500),
});
export const endedSchema = z.object({ records: z.number().int() });
