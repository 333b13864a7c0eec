import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { closeSample, drawSample, findInSample } from "../commands/samples";
import { recordVisit } from "../commands/visits";
import { getSample, listSamples } from "../queries/samples";
import { listVisits } from "../queries/visits";
import {
  closeSampleSchema,
  drawnSchema,
  drawSampleSchema,
  findSchema,
  getSampleSchema,
  listSamplesSchema,
  sampleAnswerSchema,
  sampleListSchema,
  sampleSchema,
} from "../schema/samples";
import {
  listVisitsSchema,
  recordVisitSchema,
  visitedSchema,
  visitListSchema,
} from "../schema/visits";

const place = "tenant" as const;
const path = "/alliances/{alliance}/samples" as const;

export const listSamplesQuery = defineQuery({
  id: "samples.list",
  path,
  place,
  summary: "Random samples of approved results, with their seeds",
  permission: permission("figure.sample"),
  input: listSamplesSchema,
  output: sampleListSchema,
  run: listSamples,
});

export const exportSamplesQuery = defineWhole(listSamplesQuery, {
  id: "samples.export",
  summary: "The random samples as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "sample",
});

export const getSampleQuery = defineQuery({
  id: "samples.get",
  path: `${path}/{id}`,
  place,
  summary: "One sample: seed, threshold, what was drawn and what was found",
  permission: permission("figure.sample"),
  input: getSampleSchema,
  output: sampleSchema,
  run: getSample,
});

export const drawSampleCommand = defineCommand({
  id: "samples.draw",
  path,
  place,
  summary: "Draws a seeded sample of the approved results of a period",
  permission: permission("figure.sample"),
  refusals: ["period-order", "sample-empty", "sample-too-large", "seed-used"],
  input: drawSampleSchema,
  output: drawnSchema,
  run: drawSample,
});

export const findInSampleCommand = defineCommand({
  id: "samples.find",
  path: `${path}/{id}/find`,
  place,
  summary: "Writes down what the second look at a drawn result found",
  permission: permission("figure.sample"),
  refusals: [
    "sample-closed",
    "finding-stands",
    "visit-first",
    "same-person",
    "own-figure",
    "note-missing",
  ],
  input: findSchema,
  output: sampleAnswerSchema,
  run: findInSample,
});

export const closeSampleCommand = defineCommand({
  id: "samples.close",
  path: `${path}/{id}/close`,
  place,
  summary: "Closes a sample whose drawn results all have their finding",
  permission: permission("figure.sample"),
  refusals: ["sample-closed", "findings-open"],
  input: closeSampleSchema,
  output: sampleAnswerSchema,
  run: closeSample,
});

export const listVisitsQuery = defineQuery({
  id: "visits.list",
  path: "/alliances/{alliance}/site-visits",
  place,
  summary: "Site visits with their findings",
  permission: permission("figure.sample"),
  input: listVisitsSchema,
  output: visitListSchema,
  run: listVisits,
});

export const exportVisitsQuery = defineWhole(listVisitsQuery, {
  id: "visits.export",
  summary: "The site visits as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "sample",
});

export const recordVisitCommand = defineCommand({
  id: "visits.record",
  path: "/alliances/{alliance}/site-visits",
  place,
  summary: "Records a site visit: day, place, visitors, findings, results and files",
  permission: permission("figure.sample"),
  refusals: ["own-figure", "day-to-come", "file-not-yours", "visit-other-organization"],
  input: recordVisitSchema,
  output: visitedSchema,
  run: recordVisit,
});
