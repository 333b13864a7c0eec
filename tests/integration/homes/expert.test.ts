import { expect, test } from "vitest";
import { assignExpertCommand, declareCommand } from "@/lib/features/calls/procedures/assess";
import { expertHomeProcedure } from "@/lib/features/homes/procedures";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { biddingCall, callWorld, judge, need, openedCall, score, value } from "../calls/world";

const { db } = useDatabase();
const homeOf = (call: Parameters<typeof perform>[1]) => ask(expertHomeProcedure, call, {});

test("an expert declares, then judges bid by bid; what was given in is told to him and to no other expert", async () => {
  const world = await callWorld();
  const id = await openedCall(world);
  const [, second, third] = world.experts;
  expect(await homeOf(third)).toMatchObject({ waiting: [], given: [], givenCount: 0 });
  const personId = second.actor.personId ?? "";
  value(await perform(assignExpertCommand, world.office, { id, personId }));
  const bids = { kind: "call_bids", id, title: need.title };
  expect((await homeOf(second)).waiting).toMatchObject([{ ...bids, step: "declare", left: null }]);
  value(await perform(declareCommand, second, { id, answer: "clear" }));
  expect((await homeOf(second)).waiting).toMatchObject([{ ...bids, step: "judge", left: 2 }]);
  await score(world, id, second, [91, 73]);
  const home = await homeOf(second);
  expect(home.waiting).toEqual([]);
  expect(home.given).toMatchObject([bids]);
  // Neither marks nor teams stand on a first screen, the own ones included.
  const text = JSON.stringify(home);
  for (const { name } of world.teams) expect(text).not.toContain(name);
  expect(text).not.toContain("91");
  expect((await homeOf(third)).given).toEqual([]);
});

test("bids that were far apart come back for a second sheet", async () => {
  const world = await callWorld();
  const id = await openedCall(world);
  for (const [index, points] of [
    [95, 70],
    [60, 70],
  ].entries()) {
    await score(world, id, await judge(world, id, index), points);
  }
  expect((await homeOf(world.experts[0])).waiting).toEqual([]);
  const bid = await db().bid.findFirstOrThrow({
    where: { callId: id },
    orderBy: { submittedAt: "asc" },
  });
  await db().callDiscussion.create({
    data: {
      allianceId: world.alliance.id,
      callId: id,
      bidId: bid.id,
      spread: 3500,
      text: "示例讨论",
    },
  });
  expect((await homeOf(world.experts[0])).waiting).toMatchObject([{ id, step: "judge", left: 1 }]);
});

test("who steps back from a restricted call reads its public title alone, and nothing waits any more", async () => {
  const world = await callWorld();
  const publicTitle = "示例：某类焊接难题";
  const id = await biddingCall(world, { secrecy: "restricted", publicTitle });
  const part = await db().callExpert.findFirstOrThrow({ where: { callId: id, stage: "need" } });
  expect((await homeOf(world.experts[0])).given).toMatchObject([
    { kind: "call_need", title: need.title },
  ]);
  await db().callExpert.update({
    where: { id: part.id },
    data: { state: "recused", reason: "示例：曾任顾问" },
  });
  const home = await homeOf(world.experts[0]);
  expect(home.waiting).toEqual([]);
  expect(JSON.stringify(home)).not.toContain(need.title);
  expect(JSON.stringify(home)).not.toContain(world.poster.name);
});

test("who is no expert has no such page, and another alliance's expert none here", async () => {
  const [world, other] = [await callWorld(), await callWorld()];
  await expect(homeOf(world.office)).rejects.toMatchObject({ code: "forbidden" });
  await expect(homeOf(world.enterprise)).rejects.toMatchObject({ code: "forbidden" });
  const stranger = { ...world.experts[0], tenant: other.alliance.slug };
  await expect(homeOf(stranger)).rejects.toMatchObject({ code: "forbidden" });
});
