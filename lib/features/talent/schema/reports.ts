import { z } from "zod";
import { programmeLevels } from "@/lib/features/alliances/types";
import { skillLevels } from "@/lib/features/people/types";
import { academicYear } from "@/lib/features/programmes/schema";
import { id, optional, prose, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { matchForms, reportKinds, reportStates } from "../types";

const ratio = z.object({ part: z.number(), whole: z.number() });
const inBoth = { name: z.string(), nameEn: z.string().nullable() };
/** What alliance and issuer were called when it was counted; editions from before this was kept follow the names of today. */
const heading = { names: z.object({ alliance: z.string(), issuer: z.string() }).optional() };

/** 《职业院校专业结构与产业结构吻合度报告》, as it was counted on one day. */
const fitSnapshot = z.object({
  kind: z.literal("fit"),
  ...heading,
  programmes: z.number(),
  offerings: z.number(),
  schools: z.number(),
  fit: ratio,
  /** Of published supplies of the year; the employment is of the last year that is known. */
  students: z.number(),
  employed: z.number(),
  industries: z.array(
    z.object({
      ...inBoth,
      key: z.boolean(),
      offerings: z.number(),
      students: z.number(),
      employed: z.number(),
      employedYear: z.number().nullable(),
      /** Thousandths; null where a share is not known. */
      deviation: z.number().nullable(),
    }),
  ),
  gaps: z.array(z.object({ ...inBoth, demand: z.number(), supply: z.number(), gap: z.number() })),
  overlap: z.array(
    z.object({ name: z.string(), level: z.enum(programmeLevels), schools: z.number() }),
  ),
});

/** 《行业人才引进动态》 */
const bulletinSnapshot = z.object({
  kind: z.literal("bulletin"),
  ...heading,
  enterprises: z.number(),
  demands: z.number(),
  headcount: z.number(),
  /** Hired ÷ confirmed heads. */
  filled: ratio,
  occupations: z.array(
    z.object({
      ...inBoth,
      demands: z.number(),
      headcount: z.number(),
      taken: z.number(),
      hired: z.number(),
    }),
  ),
  skills: z.array(z.object({ level: z.enum(skillLevels), headcount: z.number() })),
  forms: z.array(z.object({ form: z.enum(matchForms), matches: z.number(), hired: z.number() })),
});

/** 《重点产业目录》 */
const keySnapshot = z.object({
  kind: z.literal("key_industries"),
  ...heading,
  keyIndustries: z.number(),
  industries: z.array(
    z.object({
      ...inBoth,
      key: z.boolean(),
      offerings: z.number(),
      schools: z.number(),
      employed: z.number().nullable(),
      employedYear: z.number().nullable(),
      source: z.string().nullable(),
    }),
  ),
});

export const reportSnapshot = z.discriminatedUnion("kind", [
  fitSnapshot,
  bulletinSnapshot,
  keySnapshot,
]);
export type ReportSnapshot = z.output<typeof reportSnapshot>;
export type FitSnapshot = z.output<typeof fitSnapshot>;
export type BulletinSnapshot = z.output<typeof bulletinSnapshot>;
export type KeySnapshot = z.output<typeof keySnapshot>;

export const listReportsInput = z.strictObject({
  ...pagingShape,
  kind: optional(z.enum(reportKinds)),
  year: optional(academicYear()),
});
const reportHead = {
  id: z.string(),
  kind: z.enum(reportKinds),
  year: z.number(),
  edition: z.number().nullable(),
  state: z.enum(reportStates),
  issuer: z.object({ id: z.string(), name: z.string() }),
  takenAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
  correction: z.string().nullable(),
  /** A later edition of the same kind and year is published. */
  corrected: z.boolean(),
};
const reportRow = z.object(reportHead);
export type ReportRow = z.output<typeof reportRow>;
export const listReportsOutput = pageOf(reportRow).extend({ mayDraft: z.boolean() });

export const getReportInput = z.strictObject({ reportId: id() });
export const getReportOutput = z.object({
  ...reportHead,
  note: z.string().nullable(),
  snapshot: reportSnapshot,
  sha256: z.string(),
  version: z.number(),
  alliance: z.string(),
  may: z.object({ review: z.boolean(), publish: z.boolean(), discard: z.boolean() }),
});
export type ReportView = z.output<typeof getReportOutput>;

export const draftReportInput = z.strictObject({
  kind: z.enum(reportKinds, { error: "required" }),
  year: academicYear(),
  /** In whose name it appears: 发展改革委, 人社局, 教育局, a park. */
  issuerId: id(),
  note: optional(prose(1000)),
  /** Where an edition is published already: what was wrong with it. */
  correction: optional(prose(500)),
});
export const reportStepInput = z.strictObject({ reportId: id(), version: version() });
export const reportOutput = z.object({
  id: z.string(),
  state: z.enum(reportStates),
  edition: z.number().nullable(),
  version: z.number(),
});
export type MovedReport = z.output<typeof reportOutput>;

export const talentOverviewInput = z.strictObject({});
export const talentOverviewOutput = z.object({
  year: z.number(),
  /** M78: open demands, by number and heads. */
  open: z.object({ demands: z.number(), heads: z.number() }),
  /** M79: hired ÷ confirmed heads of this academic year. */
  filled: ratio,
  supply: z.object({ offerings: z.number(), graduates: z.number(), taken: z.number() }),
  matches: z.object({ live: z.number(), hired: z.number() }),
  /** Demand − supply per occupation in the year. */
  gaps: z.array(z.object({ ...inBoth, demand: z.number(), supply: z.number(), gap: z.number() })),
});
export type TalentOverview = z.output<typeof talentOverviewOutput>;
