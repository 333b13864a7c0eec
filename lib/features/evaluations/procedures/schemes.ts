import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import {
  addIndicator,
  indicatorRefusals,
  removeIndicator,
  updateIndicator,
} from "../commands/indicators";
import {
  createScheme,
  nextEdition,
  publishRefusals,
  publishScheme,
  updateScheme,
} from "../commands/schemes";
import { getScheme, listSchemes } from "../queries/schemes";
import {
  addIndicatorInput,
  createSchemeInput,
  getSchemeInput,
  listSchemesInput,
  nextEditionInput,
  publishSchemeInput,
  removeIndicatorInput,
  schemeChanged,
  schemeOutput,
  schemePage,
  updateIndicatorInput,
  updateSchemeInput,
} from "../schema/schemes";

const place = "tenant" as const;
const base = "/alliances/{alliance}/evaluation-schemes" as const;
const one = `${base}/{schemeId}` as const;
const output = schemeChanged;

export const listSchemesQuery = defineQuery({
  id: "evaluations.listSchemes",
  path: base,
  place,
  summary: "Schemes of evaluation: published ones, and drafts for who writes them",
  permission: permission("evaluation.read"),
  input: listSchemesInput,
  output: schemePage,
  run: listSchemes,
});

export const exportSchemesQuery = defineWhole(listSchemesQuery, {
  id: "evaluations.exportSchemes",
  summary: "The filtered list of schemes as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "evaluation-scheme",
});

export const getSchemeQuery = defineQuery({
  id: "evaluations.getScheme",
  path: one,
  place,
  summary:
    "One scheme with its tree of indicators, their rules, and what keeps it from being published",
  permission: permission("evaluation.read"),
  input: getSchemeInput,
  output: schemeOutput,
  run: getScheme,
});

export const createSchemeCommand = defineCommand({
  id: "evaluations.createScheme",
  path: base,
  place,
  summary: "Begins a scheme of evaluation",
  permission: permission("evaluation.write_scheme"),
  refusals: [],
  input: createSchemeInput,
  output,
  run: createScheme,
});

export const updateSchemeCommand = defineCommand({
  id: "evaluations.updateScheme",
  method: "PATCH",
  path: one,
  place,
  summary: "Changes name, bands and experts of a scheme that is not published",
  permission: permission("evaluation.write_scheme"),
  refusals: ["scheme-published"],
  input: updateSchemeInput,
  output,
  run: updateScheme,
});

export const addIndicatorCommand = defineCommand({
  id: "evaluations.addIndicator",
  path: `${one}/indicators`,
  place,
  summary: "Adds a heading or an indicator with its rule",
  permission: permission("evaluation.write_scheme"),
  refusals: ["scheme-published", "indicator-code-taken", "indicator-no-heading", "metric-unknown"],
  input: addIndicatorInput,
  output,
  run: addIndicator,
});

export const updateIndicatorCommand = defineCommand({
  id: "evaluations.updateIndicator",
  method: "PATCH",
  path: `${one}/indicators/{indicatorId}`,
  place,
  summary: "Changes an indicator of a scheme that is not published",
  permission: permission("evaluation.write_scheme"),
  refusals: indicatorRefusals,
  input: updateIndicatorInput,
  output,
  run: updateIndicator,
});

export const removeIndicatorCommand = defineCommand({
  id: "evaluations.removeIndicator",
  method: "DELETE",
  path: `${one}/indicators/{indicatorId}`,
  place,
  summary: "Takes an indicator, or a heading without any, out of a scheme that is not published",
  permission: permission("evaluation.write_scheme"),
  refusals: ["scheme-published", "indicator-has-children"],
  input: removeIndicatorInput,
  output,
  run: removeIndicator,
});

export const publishSchemeCommand = defineCommand({
  id: "evaluations.publishScheme",
  path: `${one}/publish`,
  place,
  summary: "Publishes a scheme that another person wrote and whose weights sum exactly",
  permission: permission("evaluation.publish_scheme"),
  refusals: publishRefusals,
  input: publishSchemeInput,
  output,
  run: publishScheme,
});

export const nextEditionCommand = defineCommand({
  id: "evaluations.nextEdition",
  path: `${one}/next`,
  place,
  summary: "A draft of the next edition with the same tree",
  permission: permission("evaluation.write_scheme"),
  refusals: ["scheme-not-published", "scheme-draft-exists"],
  input: nextEditionInput,
  output,
  run: nextEdition,
});
