import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { fillSet, removeIndicator, saveIndicator, setRules } from "./commands/content";
import { dropSet, enforceSet, reviseSet, startSet } from "./commands/sets";
import { getSet, listSets } from "./queries/sets";
import {
  enforceSetInput,
  fillSetInput,
  fillSetOutput,
  getSetInput,
  getSetOutput,
  listSetsInput,
  listSetsOutput,
  removeIndicatorInput,
  reviseSetInput,
  saveIndicatorInput,
  setOutput,
  setRulesInput,
  setStepInput,
  startSetInput,
} from "./schema";

const path = "/alliances/{alliance}/indicator-sets" as const;
const common = { place: "tenant", permission: permission("indicator.manage") } as const;

export const listSetsQuery = defineQuery({
  id: "indicators.list",
  path,
  place: "tenant",
  summary: "Versions of the indicator sets with their source documents",
  permission: permission("indicator.read"),
  input: listSetsInput,
  output: listSetsOutput,
  run: listSets,
});

export const exportSetsQuery = defineWhole(listSetsQuery, {
  id: "indicators.export",
  summary: "The indicator sets as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "indicator-set",
});

export const getSetQuery = defineQuery({
  id: "indicators.get",
  path: `${path}/{setId}`,
  place: "tenant",
  summary: "One version of a set: its tree, its checks over several indicators, what is missing",
  permission: permission("indicator.read"),
  input: getSetInput,
  output: getSetOutput,
  run: getSet,
});

export const startSetCommand = defineCommand({
  ...common,
  id: "indicators.start",
  path,
  summary: "Starts a set from the metrics, from the frame of the national standard, or blank",
  refusals: ["set-exists", "set-in-hand", "registry-empty"],
  input: startSetInput,
  output: setOutput,
  run: startSet,
});

export const reviseSetCommand = defineCommand({
  ...common,
  id: "indicators.revise",
  path: `${path}/{setId}/revise`,
  summary: "Drafts the next version of a set in force",
  refusals: ["set-in-force", "set-not-in-force", "set-in-hand"],
  input: reviseSetInput,
  output: setOutput,
  run: reviseSet,
});

export const saveIndicatorCommand = defineCommand({
  ...common,
  id: "indicators.save",
  path: `${path}/{setId}/indicators`,
  summary: "Adds an indicator to a draft, or changes one",
  refusals: [
    "set-in-force",
    "code-taken",
    "aggregation-of-kind",
    "unit-missing",
    "too-deep",
    "kind-has-children",
  ],
  input: saveIndicatorInput,
  output: setOutput,
  run: saveIndicator,
});

export const removeIndicatorCommand = defineCommand({
  ...common,
  id: "indicators.remove",
  path: `${path}/{setId}/indicators/{indicatorId}/remove`,
  summary: "Takes an indicator out of a draft",
  refusals: ["set-in-force", "kind-has-children"],
  input: removeIndicatorInput,
  output: setOutput,
  run: removeIndicator,
});

export const setRulesCommand = defineCommand({
  ...common,
  id: "indicators.setRules",
  path: `${path}/{setId}/rules`,
  summary: "Sets the checks over several indicators of a draft",
  refusals: ["set-in-force"],
  input: setRulesInput,
  output: setOutput,
  run: setRules,
});

export const fillSetCommand = defineCommand({
  ...common,
  id: "indicators.fill",
  path: `${path}/{setId}/fill`,
  summary: "Fills a draft with the rows of a spreadsheet, all of them or none",
  refusals: ["set-in-force"],
  input: fillSetInput,
  output: fillSetOutput,
  run: fillSet,
});

export const enforceSetCommand = defineCommand({
  ...common,
  id: "indicators.enforce",
  path: `${path}/{setId}/enforce`,
  summary: "Puts a draft into force; it never changes afterwards",
  isolation: "serializable",
  refusals: [
    "set-in-force",
    "set-empty",
    "weights-missing",
    "weights-sum",
    "leaf-without-kind",
    "kind-with-children",
    "part-of-unknown",
    "level-count",
    "rule-unknown-code",
    "valid-from-taken",
  ],
  input: enforceSetInput,
  output: setOutput,
  run: enforceSet,
});

export const dropSetCommand = defineCommand({
  ...common,
  id: "indicators.drop",
  path: `${path}/{setId}/drop`,
  summary: "Drops a draft",
  refusals: ["set-in-force"],
  input: setStepInput,
  output: setOutput,
  run: dropSet,
});
