import { z } from "zod";
import { academicYear } from "@/lib/features/programmes/schema";
import { id, line, optional, prose, ticked, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { caseLimits, MOST_SOURCES } from "../rules/cases";
import { caseLinkKinds, caseStates } from "../types";

const named = z.object({ id: z.uuid(), name: z.string() });
const titled = z.object({ id: z.uuid(), title: z.string() });

export const listCasesInput = z.strictObject({
  state: optional(z.enum(caseStates)),
  sort: z.enum(["-year", "year", "stateSince"]).default("-year"),
  ...pagingShape,
});
const caseRow = z.object({
  id: z.uuid(),
  title: z.string(),
  year: z.number().int(),
  organization: named.nullable(),
  state: z.enum(caseStates),
  stateSince: z.date(),
  edition: titled.nullable(),
});
export type CaseRow = z.output<typeof caseRow>;
export const casePage = pageOf(caseRow).extend({
  /** Units that the reader may write for; the secretariat writes for itself and for any. */
  units: z.array(named),
  forAll: z.boolean(),
});

/** A project, a college, a platform or a training class, by the name that it has or had in the edition. */
const caseLink = z.object({ kind: z.enum(caseLinkKinds), id: z.uuid(), name: z.string() });

const citedResult = z.object({
  title: z.string(),
  metricCode: z.string(),
  year: z.number().int(),
  /** Decimal text in the unit. */
  quantity: z.string(),
  unitZh: z.string(),
});

/** A selected case as its edition prints it. */
export const printedCase = z.object({
  title: z.string(),
  unit: z.string().nullable(),
  background: z.string(),
  practice: z.string(),
  effect: z.string(),
  links: z.array(caseLink),
  sources: z.array(citedResult),
});

export const getCaseInput = z.strictObject({ caseId: id() });
export const caseOutput = caseRow.extend({
  background: z.string(),
  practice: z.string(),
  effect: z.string(),
  consent: z.boolean(),
  returnReason: z.string().nullable(),
  version: z.number().int(),
  /** Results it cites: as frozen with the edition, before that as they are. */
  sources: z.array(citedResult.extend({ recordId: z.uuid(), frozen: z.boolean() })),
  /** What it tells of, as far as the reader may know of it. */
  links: z.array(caseLink.extend({ frozen: z.boolean() })),
  /** Editions that take cases, for whoever may select it. */
  editions: z.array(titled),
  may: z.object({
    write: z.boolean(),
    return: z.boolean(),
    select: z.boolean(),
    release: z.boolean(),
    /** It waits for a decision that the reader may not take, because the reader wrote in it. */
    decideBlocked: z.boolean(),
  }),
});
export type OneCase = z.output<typeof caseOutput>;

const content = {
  year: academicYear(),
  title: line(caseLimits.title),
  background: prose(caseLimits.background),
  practice: prose(caseLimits.practice),
  effect: prose(caseLimits.effect),
  consent: ticked().default(false),
  recordIds: z.array(id()).max(MOST_SOURCES, "too-many").default([]),
  projectId: optional(id()),
  collegeId: optional(id()),
  platformId: optional(id()),
  classId: optional(id()),
};
/** `organizationId` left out: the secretariat's own case. */
export const writeCaseInput = z.strictObject({ organizationId: optional(id()), ...content });
const ofCase = { caseId: id(), version: version() };
export const changeCaseInput = z.strictObject({ ...ofCase, ...content });
export const submitCaseInput = z.strictObject(ofCase);
export const returnCaseInput = z.strictObject({ ...ofCase, reason: prose(500) });
export const selectCaseInput = z.strictObject({ ...ofCase, editionId: id() });
export const releaseCaseInput = z.strictObject(ofCase);
