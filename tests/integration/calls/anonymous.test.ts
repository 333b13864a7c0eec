import { expect, test } from "vitest";
import {
  exportProjectsQuery,
  getProjectProcedure,
  listProjectsProcedure,
} from "@/lib/features/projects/procedures/projects";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import { useDatabase } from "@/tests/support/database";
import { callWorld, runningCall, seen } from "./world";

const { db } = useDatabase();

test("3.7 who stays anonymous in a restricted call is not named by its project either, nor found by a name", async () => {
  const world = await callWorld();
  const id = await runningCall(world);
  const { projectId } = await db().call.findUniqueOrThrow({ where: { id } });
  const { poster } = world;
  const visitor: Call = { actor: anonymous, tenant: world.alliance.slug };
  const asked = { id: projectId ?? "" };
  const partners = async (call = visitor) =>
    (await ask(getProjectProcedure, call, asked)).partners.map((one) => one.id);
  const found = async (call: Call, input: object) =>
    (await ask(listProjectsProcedure, call, input)).items.map((one) => [
      one.id,
      one.partners.length,
    ]);

  expect(await partners()).toEqual([poster.id]);
  expect(await found(visitor, { organization: poster.id })).toEqual([[projectId, 1]]);

  await db().call.update({
    where: { id },
    data: { secrecy: "restricted", publicTitle: "示例匿名难题" },
  });
  expect((await seen(world, id, visitor)).poster).toBeNull();
  for (const outside of [visitor, world.bidders[2]]) {
    expect(await partners(outside)).toEqual([]);
    expect(JSON.stringify(await ask(getProjectProcedure, outside, asked))).not.toContain(poster.id);
    expect(await found(outside, {})).toEqual([[projectId, 0]]);
    expect(await found(outside, { organization: poster.id })).toEqual([]);
    expect(await found(outside, { q: poster.name })).toEqual([]);
  }
  for (const inside of [world.office, world.enterprise, world.bidders[0]]) {
    expect(await partners(inside)).toEqual([poster.id]);
    expect(await found(inside, { organization: poster.id })).toEqual([[projectId, 1]]);
    expect(await found(inside, { q: poster.name })).toEqual([[projectId, 1]]);
  }

  // A file is handed on: in it the enterprise is named to the parties alone.
  const inFile = async (call: Call) =>
    (await ask(exportProjectsQuery, call, {})).items.map(({ partners: named }) => named.length);
  expect(await inFile(world.office)).toEqual([0]);
  for (const party of [world.enterprise, world.bidders[0]])
    expect(await inFile(party)).toEqual([1]);
});
