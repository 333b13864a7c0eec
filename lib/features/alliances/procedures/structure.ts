import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { permission } from "../../access/policy";
import { addBody, addBranch, dissolveBody, removeBody, updateBody } from "../commands/edit-bodies";
import { appointManager, endManager, saveEntity, saveShares } from "../commands/entities";
import { getBody } from "../queries/get-body";
import {
  addBodyInput,
  addBranchInput,
  addBranchOutput,
  appointManagerInput,
  bodyChanged,
  bodyOutput,
  dissolveBodyInput,
  endManagerInput,
  getBodyInput,
  removeBodyInput,
  saveEntityInput,
  saveSharesInput,
  updateBodyInput,
} from "../schema/structure";

const base = "/alliances/{alliance}/structure/bodies";
const one = `${base}/{bodyId}` as const;
const edits = permission("structure.edit");

export const getBodyQuery = defineQuery({
  id: "structure.body",
  path: one,
  place: "tenant",
  summary: "A body with its place, its duties and the entity that carries it",
  permission: permission("seat.read"),
  input: getBodyInput,
  output: bodyOutput,
  run: getBody,
});

export const addBodyCommand = defineCommand({
  id: "structure.addBody",
  path: base,
  place: "tenant",
  summary: "One more body in the structure",
  permission: edits,
  refusals: ["body-dissolved", "body-name-taken"],
  input: addBodyInput,
  output: bodyChanged,
  run: addBody,
});

export const addBranchCommand = defineCommand({
  id: "structure.addBranch",
  path: "/alliances/{alliance}/structure/branches",
  place: "tenant",
  summary: "The bodies of a template below one that stands",
  permission: edits,
  refusals: ["body-dissolved", "body-name-taken"],
  input: addBranchInput,
  output: addBranchOutput,
  run: addBranch,
});

export const updateBodyCommand = defineCommand({
  id: "structure.updateBody",
  method: "PUT",
  path: one,
  place: "tenant",
  summary: "Name, place, tier, host, seats planned and duties of a body",
  permission: edits,
  refusals: ["body-dissolved", "body-below-itself"],
  input: updateBodyInput,
  output: bodyChanged,
  run: updateBody,
});

export const removeBodyCommand = defineCommand({
  id: "structure.removeBody",
  method: "DELETE",
  path: one,
  place: "tenant",
  summary: "Takes out a body that was never used",
  permission: edits,
  refusals: ["body-in-use"],
  input: removeBodyInput,
  output: bodyChanged,
  run: removeBody,
});

export const dissolveBodyCommand = defineCommand({
  id: "structure.dissolveBody",
  path: `${one}/dissolution`,
  place: "tenant",
  summary: "Ends a body on a day; its records stay",
  permission: edits,
  refusals: ["body-dissolved", "body-has-children", "body-has-meeting", "body-has-seats"],
  input: dissolveBodyInput,
  output: bodyChanged,
  run: dissolveBody,
});

export const saveEntityCommand = defineCommand({
  id: "structure.saveEntity",
  method: "PUT",
  path: `${one}/entity`,
  place: "tenant",
  summary: "The institute or company that carries a body, with its functions",
  permission: edits,
  refusals: ["not-an-entity", "body-dissolved"],
  input: saveEntityInput,
  output: bodyChanged,
  run: saveEntity,
});

export const saveSharesCommand = defineCommand({
  id: "structure.saveShares",
  method: "PUT",
  path: `${one}/shares`,
  place: "tenant",
  summary: "All shareholders of an entity, together one hundred percent",
  permission: edits,
  refusals: ["not-an-entity", "shares-not-whole", "shareholder-twice"],
  input: saveSharesInput,
  output: bodyChanged,
  run: saveShares,
});

export const appointManagerCommand = defineCommand({
  id: "structure.appointManager",
  path: `${one}/managers`,
  place: "tenant",
  summary: "Names the manager of an entity from a day; the former one ends the day before",
  permission: edits,
  refusals: ["not-an-entity", "body-dissolved", "manager-before-former"],
  input: appointManagerInput,
  output: bodyChanged,
  run: appointManager,
});

export const endManagerCommand = defineCommand({
  id: "structure.endManager",
  path: `${one}/managers/end`,
  place: "tenant",
  summary: "Ends the appointment of the manager",
  permission: edits,
  refusals: ["not-an-entity", "no-manager"],
  input: endManagerInput,
  output: bodyChanged,
  run: endManager,
});
