import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { permission } from "../../access/policy";
import { proposePower, stepPower, stepPowerRefusals, updatePower } from "../commands/powers";
import { getPower, listPowers } from "../queries/powers";
import {
  getPowerInput,
  listPowersInput,
  listPowersOutput,
  powerChanged,
  powerOutput,
  proposePowerInput,
  stepPowerInput,
  updatePowerInput,
} from "../schema/powers";

const base = "/alliances/{alliance}/powers";
const one = `${base}/{powerId}` as const;

export const listPowersQuery = defineQuery({
  id: "powers.list",
  path: base,
  place: "tenant",
  summary: "The list of delegated powers with their states",
  permission: permission("alliance.read_public"),
  input: listPowersInput,
  output: listPowersOutput,
  run: listPowers,
});

export const getPowerQuery = defineQuery({
  id: "powers.get",
  path: one,
  place: "tenant",
  summary: "A delegated power with every step of its life",
  permission: permission("alliance.read_public"),
  input: getPowerInput,
  output: powerOutput,
  run: getPower,
});

export const proposePowerCommand = defineCommand({
  id: "powers.propose",
  path: base,
  place: "tenant",
  summary: "Proposes a matter that a department is asked to hand over",
  permission: permission("power.change"),
  refusals: ["power-exists"],
  input: proposePowerInput,
  output: powerChanged,
  run: proposePower,
});

export const updatePowerCommand = defineCommand({
  id: "powers.update",
  method: "PUT",
  path: one,
  place: "tenant",
  summary: "What is asked for, until the department has agreed",
  permission: permission("power.change"),
  refusals: ["wrong-state"],
  input: updatePowerInput,
  output: powerChanged,
  run: updatePower,
});

export const stepPowerCommand = defineCommand({
  id: "powers.step",
  path: `${one}/steps`,
  place: "tenant",
  summary: "One dated step in the life of a delegated power",
  permission: permission("power.change"),
  refusals: stepPowerRefusals,
  input: stepPowerInput,
  output: powerChanged,
  run: stepPower,
});
