import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { createClass } from "./commands/create";
import { recordYear, setPartner } from "./commands/record";
import { getClass } from "./queries/get";
import { classSummary, listClasses } from "./queries/list";
import {
  classOutput,
  classSummaryInput,
  classSummaryOutput,
  createClassInput,
  getClassInput,
  getClassOutput,
  listClassesInput,
  listClassesOutput,
  recordYearInput,
  setPartnerInput,
} from "./schema";

export const listClassesQuery = defineQuery({
  id: "classes.list",
  path: "/alliances/{alliance}/classes",
  place: "tenant",
  summary: "Order classes, apprenticeships and the other training classes",
  permission: permission("class.read"),
  input: listClassesInput,
  output: listClassesOutput,
  run: listClasses,
});

export const exportClassesQuery = defineWhole(listClassesQuery, {
  id: "classes.export",
  summary: "The filtered list of classes as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "class",
  own: (row) => [row.school.id, ...row.partners.map(({ id }) => id)],
});

export const classSummaryQuery = defineQuery({
  id: "classes.summary",
  path: "/alliances/{alliance}/class-summary",
  place: "tenant",
  summary: "Classes, schools and students by kind of class",
  permission: permission("class.read"),
  input: classSummaryInput,
  output: classSummaryOutput,
  run: classSummary,
});

export const getClassQuery = defineQuery({
  id: "classes.get",
  path: "/alliances/{alliance}/classes/{classId}",
  place: "tenant",
  summary: "One class with its stages, partners and years",
  permission: permission("class.read"),
  input: getClassInput,
  output: getClassOutput,
  run: getClass,
});

export const createClassCommand = defineCommand({
  id: "classes.create",
  path: "/alliances/{alliance}/classes",
  place: "tenant",
  summary: "Registers a class with its stages and partners",
  permission: permission("class.manage"),
  refusals: [
    "organization-not-member",
    "name-taken",
    "offering-of-another-school",
    "college-of-another-school",
    "stages-missing",
    "stages-do-not-add-up",
    "course-missing",
  ],
  input: createClassInput,
  output: classOutput,
  run: createClass,
});

export const recordYearCommand = defineCommand({
  id: "classes.recordYear",
  path: "/alliances/{alliance}/classes/{classId}/years",
  place: "tenant",
  summary: "Enters the heads of one academic year",
  permission: permission("class.manage"),
  refusals: [],
  input: recordYearInput,
  output: classOutput,
  run: recordYear,
});

export const setPartnerCommand = defineCommand({
  id: "classes.setPartner",
  path: "/alliances/{alliance}/classes/{classId}/partners",
  place: "tenant",
  summary: "Names a partner of a class and the number of its masters",
  permission: permission("class.manage"),
  refusals: [],
  input: setPartnerInput,
  output: classOutput,
  run: setPartner,
});
