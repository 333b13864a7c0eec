import { z } from "zod";
import { academicYear, heads } from "@/lib/features/programmes/schema";
import { digits, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { classKinds, stagePlaces } from "./types";

const named = z.object({ id: z.string(), name: z.string() });

const sorts = ["-current", "name", "-name", "school", "-school"] as const;
export const listClassesInput = z.strictObject({
  ...pagingShape,
  q: optional(z.string().trim().max(100)),
  kind: optional(z.enum(classKinds)),
  organization: optional(id()),
  sort: z.enum(sorts).default("-current"),
});

const yearHeads = {
  academicYear: z.number(),
  planned: z.number(),
  enrolled: z.number(),
  current: z.number(),
  completed: z.number(),
  hired: z.number(),
};
const classRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(classKinds),
  school: named,
  programme: z.string().nullable(),
  partners: z.array(named),
  mentors: z.number(),
  /** Of the last academic year that was entered. */
  latest: z.object(yearHeads).nullable(),
});
export type ClassRow = z.output<typeof classRow>;
export const listClassesOutput = pageOf(classRow).extend({ mayCreate: z.boolean() });

export const classSummaryInput = z.strictObject({});
/** Each class counts with its last academic year: persons on roll are a stock, not a sum over years. */
export const classSummaryOutput = z.object({
  /** Schools with an order class whose heads are known, and the students on roll in them. */
  orderSchools: z.number(),
  orderStudents: z.number(),
  schools: z.number(),
  mentors: z.number(),
  byKind: z.array(
    z.object({
      kind: z.enum(classKinds),
      classes: z.number(),
      counted: z.number(),
      schools: z.number(),
      current: z.number(),
      completed: z.number(),
      hired: z.number(),
    }),
  ),
});
export type ClassSummary = z.output<typeof classSummaryOutput>;

export const getClassInput = z.strictObject({ classId: id() });
const stage = { title: z.string(), months: z.number(), place: z.enum(stagePlaces) };
export const getClassOutput = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  kind: z.enum(classKinds),
  school: named,
  offering: z.object({ id: z.string(), programme: z.string() }).nullable(),
  college: named.nullable(),
  startYear: z.number().nullable(),
  months: z.number().nullable(),
  note: z.string().nullable(),
  stages: z.array(z.object({ ordinal: z.number(), ...stage })),
  partners: z.array(named.extend({ mentors: z.number() })),
  years: z.array(z.object({ ...yearHeads, version: z.number() })),
  /** Those about this class that the reader may know. */
  agreements: z.array(z.object({ id: z.string(), title: z.string() })),
  mayManage: z.boolean(),
});
export type ClassView = z.output<typeof getClassOutput>;

const months = () =>
  digits()
    .transform(Number)
    .pipe(z.number().int("not-a-quantity").min(1, "out-of-range").max(120, "out-of-range"));

export const createClassInput = z.strictObject({
  organizationId: id(),
  offeringId: optional(id()),
  /** The industry college that runs it, if one does. */
  collegeId: optional(id()),
  kind: z.enum(classKinds, { error: "required" }),
  name: line(100),
  startYear: optional(academicYear()),
  months: optional(months()),
  note: optional(prose(500)),
  stages: z
    .array(
      z.strictObject({
        title: line(100),
        months: months(),
        place: z.enum(stagePlaces, { error: "required" }),
      }),
    )
    .max(12, "too-many")
    .default([]),
  partners: z
    .array(z.strictObject({ organizationId: id(), mentors: heads().default(0) }))
    .max(50, "too-many")
    .default([]),
});
export const classOutput = z.object({ id: z.string(), version: z.number() });

export const recordYearInput = z
  .strictObject({
    classId: id(),
    academicYear: academicYear(),
    /** Of the row that is corrected; a year that is entered first has none. */
    yearVersion: optional(version()),
    planned: heads(),
    enrolled: heads(),
    current: heads(),
    completed: heads(),
    hired: heads(),
  })
  .refine(({ hired, completed }) => hired <= completed, {
    path: ["hired"],
    message: "more-hired-than-completed",
  });

export const setPartnerInput = z.strictObject({
  classId: id(),
  version: version(),
  organizationId: id(),
  /** Masters by number; nobody is named. */
  mentors: heads(),
});
