import { expect, test } from "vitest";
import {
  createCallCommand,
  officeStepCommand,
  posterStepCommand,
} from "@/lib/features/calls/procedures/needs";
import { enterpriseStandingProcedure } from "@/lib/features/enterprises/procedures";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { callWorld, need, value, versionOf } from "../calls/world";

useDatabase();

test("a problem that the office sent back waits for its enterprise until it is handed in again; a draft of its own does not", async () => {
  const world = await callWorld();
  const owed = async () =>
    (await ask(enterpriseStandingProcedure, world.enterprise, {})).owed.map(({ kind, id }) => [
      kind,
      id,
    ]);
  value(await perform(createCallCommand, world.enterprise, { ...need, submit: false }));
  const { id } = value(await perform(createCallCommand, world.enterprise, need));
  expect(await owed()).toEqual([]);
  const back = { step: "give_back" as const, reason: "示例：预算请核对" };
  value(await perform(officeStepCommand, world.office, { ...(await versionOf(id)), ...back }));
  expect(await owed()).toEqual([["call", id]]);
  const again = { ...(await versionOf(id)), step: "submit" as const };
  value(await perform(posterStepCommand, world.enterprise, again));
  expect(await owed()).toEqual([]);
});
