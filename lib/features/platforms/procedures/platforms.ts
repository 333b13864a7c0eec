import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import {
  addEquipment,
  applyTemplate,
  recognisePlatform,
  retireEquipment,
  setLadder,
  updateComponent,
} from "../commands/parts";
import {
  answerPlatform,
  createPlatform,
  stepPlatform,
  stepRefusals,
  updatePlatform,
} from "../commands/write";
import { getPlatform } from "../queries/get";
import { listPlatforms } from "../queries/list";
import {
  addEquipmentInput,
  answerPlatformInput,
  createPlatformInput,
  getPlatformInput,
  listPlatformsInput,
  platformChanged,
  platformOutput,
  platformPage,
  recognisePlatformInput,
  retireEquipmentInput,
  setLadderInput,
  stepPlatformInput,
  updateComponentInput,
  updatePlatformInput,
  useTemplateInput,
} from "../schema/platforms";

const place = "tenant" as const;
const base = "/alliances/{alliance}/platforms" as const;
const one = `${base}/{platformId}` as const;
const output = platformChanged;

export const listPlatformsQuery = defineQuery({
  id: "platforms.list",
  path: base,
  place,
  summary: "Platforms and bases by kind and present level, each counted once",
  permission: permission("platform.read"),
  input: listPlatformsInput,
  output: platformPage,
  run: listPlatforms,
});

export const exportPlatformsQuery = defineWhole(listPlatformsQuery, {
  id: "platforms.export",
  summary: "The filtered list of platforms as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "platform",
  own: (row) => [row.host?.id, ...row.partners.map(({ id }) => id)],
});

export const getPlatformQuery = defineQuery({
  id: "platforms.get",
  path: one,
  place,
  summary: "One platform with its parties, levels, equipment and components",
  permission: permission("platform.read"),
  input: getPlatformInput,
  output: platformOutput,
  run: getPlatform,
});

export const createPlatformCommand = defineCommand({
  id: "platforms.create",
  path: base,
  place,
  summary: "Applies for a platform and asks its parties",
  permission: permission("platform.write"),
  refusals: ["platform-name-taken"],
  input: createPlatformInput,
  output,
  run: createPlatform,
});

export const updatePlatformCommand = defineCommand({
  id: "platforms.update",
  method: "PUT",
  path: one,
  place,
  summary: "Changes what a platform says of itself",
  permission: permission("platform.write"),
  refusals: ["platform-name-taken"],
  input: updatePlatformInput,
  output,
  run: updatePlatform,
});

export const answerPlatformCommand = defineCommand({
  id: "platforms.answer",
  path: `${one}/answer`,
  place,
  summary: "A party confirms or declines its part",
  permission: permission("platform.answer"),
  refusals: ["party-already-answered"],
  input: answerPlatformInput,
  output,
  run: answerPlatform,
});

export const recognisePlatformCommand = defineCommand({
  id: "platforms.recognise",
  path: `${one}/recognitions`,
  place,
  summary: "Records a recognition at a level; the latest one counts",
  permission: permission("platform.recognise"),
  refusals: ["day-in-future", "platform-recognised-that-day", "wrong-state"],
  input: recognisePlatformInput,
  output,
  run: recognisePlatform,
});

export const stepPlatformCommand = defineCommand({
  id: "platforms.step",
  path: `${one}/steps`,
  place,
  summary: "One dated step in the life of a platform",
  permission: permission("platform.write"),
  refusals: stepRefusals,
  input: stepPlatformInput,
  output,
  run: stepPlatform,
});

export const addEquipmentCommand = defineCommand({
  id: "platforms.addEquipment",
  path: `${one}/equipment`,
  place,
  summary: "Adds equipment with its value and the hours in which others may use it",
  permission: permission("platform.write"),
  refusals: [],
  input: addEquipmentInput,
  output,
  run: addEquipment,
});

export const retireEquipmentCommand = defineCommand({
  id: "platforms.retireEquipment",
  path: `${one}/equipment/{equipmentId}/retire`,
  place,
  summary: "Takes equipment out of use",
  permission: permission("platform.write"),
  refusals: ["equipment-retired", "equipment-booked"],
  input: retireEquipmentInput,
  output,
  run: retireEquipment,
});

export const setLadderCommand = defineCommand({
  id: "platforms.setLadder",
  method: "PUT",
  path: `${one}/ladder`,
  place,
  summary: "How many hold which of the eight levels in a master's studio",
  permission: permission("platform.write"),
  refusals: ["platform-no-studio"],
  input: setLadderInput,
  output,
  run: setLadder,
});

export const applyTemplateCommand = defineCommand({
  id: "platforms.useTemplate",
  path: `${one}/components`,
  place,
  summary: "The ten places of one space, two think tanks, three centres and four programmes",
  permission: permission("platform.write"),
  refusals: ["platform-has-components"],
  input: useTemplateInput,
  output,
  run: applyTemplate,
});

export const updateComponentCommand = defineCommand({
  id: "platforms.updateComponent",
  method: "PUT",
  path: `${one}/components/{componentId}`,
  place,
  summary: "Owner, state and evidence of one component",
  permission: permission("platform.write"),
  refusals: ["component-needs-name", "component-needs-evidence"],
  input: updateComponentInput,
  output,
  run: updateComponent,
});
