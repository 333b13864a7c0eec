import { z } from "zod";
import { academicYear } from "@/lib/features/programmes/schema";
import { day, id, line, optional, prose, ticked, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import {
  editionEvents,
  editionStates,
  editionSteps,
  editionWaits,
  reviewSeats,
  sectionKinds,
  sectionStates,
} from "../types";
import { printedCase } from "./cases";
import { figureView } from "./figures";
import { toldNumber } from "./told-numbers";

const named = z.object({ id: z.uuid(), name: z.string() });

const sorts = ["-year", "year", "due"] as const;
export const listEditionsInput = z.strictObject({
  state: optional(z.enum(editionStates)),
  year: optional(z.coerce.number().int().min(1980).max(2100)),
  /** Only reports in which this metric is frozen … */
  metric: optional(z.string().regex(/^M\d{2}$/, "invalid")),
  /** … at this time or later: what was verified then is in the number. */
  frozenFrom: optional(z.iso.datetime()),
  sort: z.enum(sorts).default("-year"),
  ...pagingShape,
});
const editionRow = z.object({
  id: z.uuid(),
  year: z.number().int(),
  title: z.string(),
  state: z.enum(editionStates),
  stateSince: z.date(),
  dueOn: z.string(),
  publishedAt: z.date().nullable(),
  /** Chapters that are accepted, of how many. */
  accepted: z.number().int(),
  sections: z.number().int(),
});
export type EditionRow = z.output<typeof editionRow>;
export const editionPage = pageOf(editionRow).extend({ mayCreate: z.boolean() });

export const getEditionInput = z.strictObject({ editionId: id() });

const sectionView = z.object({
  id: z.uuid(),
  kind: z.enum(sectionKinds),
  title: z.string(),
  organization: named.nullable(),
  dueOn: z.string(),
  late: z.boolean(),
  state: z.enum(sectionStates),
  stateSince: z.date(),
  isPublic: z.boolean(),
  textNumber: z.number().int(),
  returnReason: z.string().nullable(),
  version: z.number().int(),
  /** The text as it stands; null where the reader does not read it yet. */
  text: z.string().nullable(),
  mayWrite: z.boolean(),
});
export type SectionView = z.output<typeof sectionView>;

const signature = z.object({ name: z.string().nullable(), at: z.date() }).nullable();
const insideSchema = z.object({
  waiting: z.enum(editionWaits),
  waitingSince: z.date(),
  stateReason: z.string().nullable(),
  secretaryReview: signature,
  chairReview: signature,
  resolution: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  events: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(editionEvents),
      section: z.enum(sectionKinds).nullable(),
      note: z.string().nullable(),
      actor: z.string().nullable(),
      at: z.date(),
    }),
  ),
  /** Numbers of few persons that everybody would read: for those who publish. */
  smallNumbers: z.array(toldNumber),
  may: z.object({
    plan: z.boolean(),
    confirm: z.boolean(),
    steps: z.array(z.enum(editionSteps)),
    sign: z.array(z.enum(reviewSeats)),
    /** The reader would sign, but wrote part of it or signed before. */
    signBlocked: z.boolean(),
    sendBack: z.boolean(),
    approve: z.boolean(),
    submit: z.boolean(),
    publish: z.boolean(),
  }),
});
export type EditionInside = z.output<typeof insideSchema>;

export const editionOutput = z.object({
  id: z.uuid(),
  year: z.number().int(),
  title: z.string(),
  alliance: z.string(),
  authority: z.string().nullable(),
  dueOn: z.string(),
  state: z.enum(editionStates),
  version: z.number().int(),
  submittedTo: z.string().nullable(),
  submittedOn: z.string().nullable(),
  documentNo: z.string().nullable(),
  publishedAt: z.date().nullable(),
  today: z.string(),
  sections: z.array(sectionView),
  /** Selected cases that the reader may read: they belong to the chapter of cases. */
  cases: z.array(printedCase),
  /** Frozen numbers: all for those inside, those of the public chapters and of published sources for everybody. */
  figures: z.array(figureView),
  /** Null for whoever reads the public version. */
  inside: insideSchema.nullable(),
});
export type EditionView = z.output<typeof editionOutput>;

export const getSectionInput = z.strictObject({ sectionId: id() });
export const sectionOutput = sectionView.extend({
  edition: z.object({
    id: z.uuid(),
    title: z.string(),
    year: z.number().int(),
    state: z.enum(editionStates),
  }),
  figures: z.array(figureView),
  texts: z.array(
    z.object({
      number: z.number().int(),
      body: z.string(),
      author: z.string().nullable(),
      at: z.date(),
    }),
  ),
  may: z.object({
    accept: z.boolean(),
    return: z.boolean(),
    plan: z.boolean(),
    /** It waits for a decision that the reader may not take, because the text is its own. */
    decideBlocked: z.boolean(),
  }),
});
export type OneSection = z.output<typeof sectionOutput>;

export const createEditionInput = z.strictObject({
  year: academicYear(),
  title: line(200),
  authority: optional(line(200)),
  dueOn: day(),
  /** By when the members hand in their chapters. */
  sectionsDueOn: day(),
});
export const editionChanged = z.object({ id: z.uuid(), version: z.number().int() });
export type Changed = z.output<typeof editionChanged>;

const ofEdition = { editionId: id(), version: version() };
export const stepEditionInput = z.strictObject({ ...ofEdition, to: z.enum(editionSteps) });
export const signReviewInput = z.strictObject({ ...ofEdition, seat: z.enum(reviewSeats) });
export const sendBackInput = z.strictObject({ ...ofEdition, reason: prose(500) });
export const approveEditionInput = z.strictObject({ ...ofEdition, resolutionId: id() });
export const submitEditionInput = z.strictObject({
  ...ofEdition,
  submittedTo: line(200),
  submittedOn: day(),
  documentNo: optional(line(100)),
});
export const publishEditionInput = z.strictObject(ofEdition);

const ofSection = { sectionId: id(), version: version() };
export const planSectionInput = z.strictObject({
  ...ofSection,
  title: line(100),
  /** Left out: the secretariat writes it. */
  organizationId: optional(id()),
  dueOn: day(),
  isPublic: ticked().default(false),
});
export const writeSectionInput = z.strictObject({ ...ofSection, body: prose(20_000) });
export const submitSectionInput = z.strictObject(ofSection);
export const acceptSectionInput = z.strictObject(ofSection);
export const returnSectionInput = z.strictObject({ ...ofSection, reason: prose(500) });
