import { expect, test } from "vitest";
import { assignExpertCommand, declareCommand } from "@/lib/features/calls/procedures/assess";
import {
  createCallCommand,
  listCallsQuery,
  officeStepCommand,
} from "@/lib/features/calls/procedures/needs";
import { expertHomeProcedure } from "@/lib/features/homes/procedures";
import {
  exportProjectsQuery,
  getProjectProcedure,
  listProjectsProcedure,
} from "@/lib/features/projects/procedures/projects";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import { useDatabase } from "@/tests/support/database";
import { callWorld, need, runningCall, seen, value, versionOf } from "./world";

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

test("an expert reads what is restricted after he has declared, not before; whoever steps back never does", async () => {
  const world = await callWorld();
  const restricted = { ...need, secrecy: "restricted" as const, publicTitle: "示例匿名难题" };
  const { id } = value(await perform(createCallCommand, world.enterprise, restricted));
  value(await perform(officeStepCommand, world.office, { ...(await versionOf(id)), step: "pass" }));
  const [expert, tied] = world.experts;
  for (const one of [expert, tied]) {
    const personId = one.actor.personId ?? "";
    value(await perform(assignExpertCommand, world.office, { id, personId }));
    const [view, list, home] = [
      await seen(world, id, one),
      await ask(listCallsQuery, one, {}),
      await ask(expertHomeProcedure, one, {}),
    ];
    expect(view).toMatchObject({ title: "示例匿名难题", poster: null, details: null });
    // He has to know about whom he declares.
    expect(view.judging?.units).toEqual([world.poster.name]);
    expect(list.items.map(({ title }) => title)).toEqual(["示例匿名难题"]);
    expect(home.waiting.map(({ title }) => title)).toEqual(["示例匿名难题"]);
  }
  value(await perform(declareCommand, expert, { id, answer: "clear" }));
  expect(await seen(world, id, expert)).toMatchObject({
    title: need.title,
    details: { problem: need.problem },
  });
  expect((await ask(listCallsQuery, expert, {})).items.map(({ title }) => title)).toEqual([
    need.title,
  ]);
  const back = { id, answer: "conflict" as const, reason: "示例：曾任顾问" };
  value(await perform(declareCommand, tied, back));
  await expect(seen(world, id, tied)).rejects.toMatchObject({ code: "not-found" });
});
