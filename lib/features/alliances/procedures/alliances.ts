import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { permission } from "../../access/policy";
import { applyTemplate } from "../commands/apply-template";
import { createAlliance, createAllianceRefusals } from "../commands/create-alliance";
import { saveLabels } from "../commands/save-labels";
import { updateAlliance, updateAllianceRefusals } from "../commands/update-alliance";
import { getAlliance } from "../queries/get-alliance";
import { getFrame } from "../queries/get-frame";
import { getStructure } from "../queries/get-structure";
import { listAlliances } from "../queries/list-alliances";
import {
  allianceOutput,
  applyTemplateInput,
  applyTemplateOutput,
  createAllianceInput,
  createAllianceOutput,
  frameOutput,
  getAllianceInput,
  listAlliancesInput,
  listAlliancesOutput,
  saveLabelsInput,
  saveLabelsOutput,
  structureInput,
  structureOutput,
  updateAllianceInput,
  updateAllianceOutput,
} from "../schema/alliances";

export const list = defineQuery({
  id: "alliances.list",
  place: "platform",
  path: "/alliances",
  summary: "Alliances that the reader may know of, own ones first",
  permission: permission("alliance.list"),
  input: listAlliancesInput,
  output: listAlliancesOutput,
  run: listAlliances,
});

export const get = defineQuery({
  id: "alliances.get",
  place: "tenant",
  path: "/alliances/{alliance}",
  summary:
    "Profile, leads, chain, programmes, platforms, delegated powers and relations of an alliance",
  permission: permission("alliance.read_public"),
  input: getAllianceInput,
  output: allianceOutput,
  run: getAlliance,
});

export const frame = defineQuery({
  id: "alliances.frame",
  place: "tenant",
  path: "/alliances/{alliance}/frame",
  summary: "Name of an alliance and the reader's own alliances",
  permission: permission("alliance.read_public"),
  input: getAllianceInput,
  output: frameOutput,
  run: getFrame,
});

export const create = defineCommand({
  id: "alliances.create",
  place: "platform",
  path: "/alliances",
  summary: "Creates an alliance with a first secretariat and the bodies of a structure template",
  permission: permission("alliance.create"),
  refusals: createAllianceRefusals,
  input: createAllianceInput,
  output: createAllianceOutput,
  run: createAlliance,
});

export const updateProfile = defineCommand({
  id: "alliances.updateProfile",
  method: "PUT",
  place: "tenant",
  path: "/alliances/{alliance}",
  summary: "Replaces the profile of an alliance; also its status and whether it is published",
  permission: permission("alliance.update_profile"),
  refusals: updateAllianceRefusals,
  input: updateAllianceInput,
  output: updateAllianceOutput,
  run: updateAlliance,
});

export const savePositionLabels = defineCommand({
  id: "alliances.savePositionLabels",
  method: "PUT",
  place: "tenant",
  path: "/alliances/{alliance}/position-labels",
  summary: "Replaces the alliance's own words for positions",
  permission: permission("alliance.update_profile"),
  refusals: [],
  input: saveLabelsInput,
  output: saveLabelsOutput,
  run: saveLabels,
});

export const applyStructureTemplate = defineCommand({
  id: "structure.applyTemplate",
  place: "tenant",
  path: "/alliances/{alliance}/structure",
  summary: "Lays the bodies of a template into an alliance that has none",
  permission: permission("alliance.update_profile"),
  refusals: ["structure-exists"],
  input: applyTemplateInput,
  output: applyTemplateOutput,
  run: applyTemplate,
});

export const structure = defineQuery({
  id: "structure.get",
  place: "tenant",
  path: "/alliances/{alliance}/structure",
  summary:
    "The tree of bodies with seats planned, existing, filled and voting, and who holds them today",
  permission: permission("seat.read"),
  input: structureInput,
  output: structureOutput,
  run: getStructure,
});
