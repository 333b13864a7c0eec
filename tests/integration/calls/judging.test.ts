import { expect, test } from "vitest";
import {
  assignExpertCommand,
  candidatesQuery,
  declareCommand,
  discussCommand,
  releaseExpertCommand,
  scoreBidCommand,
} from "@/lib/features/calls/procedures/assess";
import { listCallsQuery, officeStepCommand } from "@/lib/features/calls/procedures/needs";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { callWorld, judge, openedCall, score, seen, value, versionOf, type World } from "./world";

const { db } = useDatabase();

const conclude = async (world: World, id: string) =>
  perform(officeStepCommand, world.office, { ...(await versionOf(id)), step: "conclude" });

test("conflict gate: who is tied to the enterprise or to a team is not assigned, and sees nothing before he declares", async () => {
  const world = await callWorld();
  const id = await openedCall(world);
  const tied = world.experts[2];
  const personId = tied.actor.personId ?? "";
  const assign = () => perform(assignExpertCommand, world.office, { id, personId });
  const interest = await db().interest.create({
    data: {
      allianceId: world.alliance.id,
      kind: "family",
      personId,
      counterpartId: world.teams[1].id,
      validFrom: new Date("2020-01-01"),
    },
  });
  expect(await assign()).toMatchObject({ reason: "expert-conflicted" });
  const { items } = await ask(candidatesQuery, world.office, { id });
  expect(items.find((one) => one.personId === personId)?.ties).toEqual([world.teams[1].name]);
  await db().interest.update({
    where: { id: interest.id },
    data: { validTo: new Date("2021-01-01") },
  });
  value(await assign());
  expect(await assign()).toMatchObject({ reason: "expert-assigned-already" });
  const before = await seen(world, id, tied);
  expect(before.blind).toEqual([]);
  expect(before.judging?.units.toSorted()).toEqual(
    [world.poster.name, world.teams[0].name, world.teams[1].name].toSorted(),
  );
  const back = { id, answer: "conflict" as const, reason: "示例：曾任顾问" };
  value(await perform(declareCommand, tied, back));
  expect((await seen(world, id, tied)).judging).toBeNull();
});

test("blind: an expert reads plans by letter, no team, no other expert's points", async () => {
  const world = await callWorld();
  const id = await openedCall(world);
  const [first, second] = [await judge(world, id, 0), await judge(world, id, 1)];
  await score(world, id, first, [90, 70]);
  const view = await seen(world, id, second);
  expect(view.blind.map(({ letter, organization }) => [letter, organization])).toEqual([
    [1, null],
    [2, null],
  ]);
  const text = JSON.stringify([view.blind, view.inside, view.award]);
  expect(text).not.toContain(world.teams[0].id);
  expect(text).not.toContain("示例负责人");
  expect(view.blind.every(({ points, spread }) => points === null && spread === null)).toBe(true);
  expect(view.judging?.sheets.map(({ points }) => points)).toEqual([{}, {}]);
  expect(view.judging?.sheets.every(({ due }) => due)).toBe(true);
});

test("a sheet is whole, comes once, and only from an expert who is clear", async () => {
  const world = await callWorld();
  const id = await openedCall(world);
  const [bid] = await db().bid.findMany({ where: { callId: id } });
  const criteria = await db().callCriterion.findMany({ where: { callId: id } });
  const points = criteria.map((one) => ({ criterionId: one.id, points: 80 }));
  const give = (call = world.experts[0], given = points) =>
    perform(scoreBidCommand, call, { bidId: bid?.id ?? "", points: given });
  await expect(give(world.experts[1])).rejects.toMatchObject({ code: "forbidden" });
  const personId = world.experts[0].actor.personId ?? "";
  value(await perform(assignExpertCommand, world.office, { id, personId }));
  expect(await give()).toMatchObject({ reason: "expert-not-clear" });
  value(await perform(declareCommand, world.experts[0], { id, answer: "clear" }));
  expect(await give(world.experts[0], points.slice(1))).toMatchObject({
    reason: "criteria-incomplete",
  });
  await expect(
    give(
      world.experts[0],
      points.map((one) => ({ ...one, points: 101 })),
    ),
  ).rejects.toMatchObject({
    code: "malformed",
  });
  const both = await Promise.allSettled([give(), give()]);
  expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
  expect(await give()).toMatchObject({ reason: "expert-has-judged" });
  const part = await db().callExpert.findFirstOrThrow({ where: { callId: id, stage: "bids" } });
  expect(
    await perform(releaseExpertCommand, world.office, { expertId: part.id, reason: "示例" }),
  ).toMatchObject({ reason: "expert-has-judged" });
  await expect(
    db()
      .$executeRaw`INSERT INTO bid_scores (id, alliance_id, bid_id, expert_id, criterion_id, points)
      SELECT gen_random_uuid(), e.alliance_id, ${bid?.id}::uuid, e.id, ${criteria[0]?.id}::uuid, 1
      FROM call_experts e WHERE e.call_id = ${id}::uuid AND e.stage = 'need'`,
  ).rejects.toThrow(/assigned expert without a conflict/);
});

test("outlier moderation: more than 20 points apart are discussed and scored again before the ranks are computed", async () => {
  const world = await callWorld();
  const id = await openedCall(world);
  const first = await judge(world, id, 0);
  expect(await conclude(world, id)).toMatchObject({ reason: "too-few-experts" });
  const second = await judge(world, id, 1);
  await score(world, id, first, [95, 70]);
  expect(await conclude(world, id)).toMatchObject({
    reason: "sheets-missing",
    details: { count: 2 },
  });
  await score(world, id, second, [60, 70]);
  expect(await conclude(world, id)).toMatchObject({ reason: "bids-far-apart" });
  const bids = await db().bid.findMany({ where: { callId: id }, orderBy: { submittedAt: "asc" } });
  const discuss = (place: number) =>
    perform(discussCommand, world.office, { bidId: bids[place]?.id ?? "", text: "示例合议" });
  expect(await discuss(1)).toMatchObject({ reason: "not-far-apart" });
  value(await discuss(0));
  expect(await conclude(world, id)).toMatchObject({ reason: "sheets-missing" });
  const criteria = await db().callCriterion.findMany({ where: { callId: id } });
  for (const [call, points] of [
    [first, 85],
    [second, 71],
  ] as const) {
    const given = criteria.map((one) => ({ criterionId: one.id, points }));
    value(await perform(scoreBidCommand, call, { bidId: bids[0]?.id ?? "", points: given }));
  }
  value(await conclude(world, id));
  const ranked = (await seen(world, id)).inside?.bids ?? [];
  expect(ranked.map(({ rank, points }) => [rank, points])).toEqual([
    [1, "78.00"],
    [2, "70.00"],
  ]);
});

test("the list and the page say the same of whom a call waits for: experts who owe a sheet, then the office", async () => {
  const world = await callWorld();
  const id = await openedCall(world);
  // Asked about the need, and never answered: nobody waits for that any more.
  await db().callExpert.create({
    data: {
      ...{ allianceId: world.alliance.id, callId: id, stage: "need" as const },
      personId: world.experts[2].actor.personId ?? "",
    },
  });
  const waiting = async (call = world.office) => [
    (await seen(world, id, call)).waiting?.party,
    (await ask(listCallsQuery, call, {})).items[0]?.waiting?.party,
  ];
  expect(await waiting()).toEqual(["secretariat", "secretariat"]);
  const expert = await judge(world, id, 0);
  expect(await waiting()).toEqual(["experts", "experts"]);
  expect(await waiting(world.enterprise)).toEqual(["experts", "experts"]);
  await score(world, id, expert, [80, 70]);
  expect(await waiting()).toEqual(["secretariat", "secretariat"]);
  const second = await judge(world, id, 1);
  await score(world, id, second, [50, 70]);
  const [bid] = await db().bid.findMany({ where: { callId: id }, orderBy: { submittedAt: "asc" } });
  const talk = { bidId: bid?.id ?? "", text: "示例合议" };
  value(await perform(discussCommand, world.office, talk));
  expect(await waiting()).toEqual(["experts", "experts"]);
});
