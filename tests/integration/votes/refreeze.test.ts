import { expect, test } from "vitest";
import * as run from "@/lib/features/meetings/procedures/run";
import { getVoteQuery } from "@/lib/features/votes/procedures/ballots";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { cast, close, got, open, opened, prepare, seatOf, sitting, type World } from "./world";

const { db } = useDatabase();

/** Somebody else acts for the seat from now on. */
async function changeHands(world: World, index: number) {
  const holding = world.council.holders[index]?.holding.id ?? "";
  const person = await db().person.create({ data: { name: "示例接任者" } });
  await db().seatDelegate.updateMany({
    where: { holdingId: holding },
    data: { personId: person.id },
  });
  return person;
}

const refreeze = (world: World) =>
  perform(run.refreezeCommand, world.call(world.secretary), {
    meetingId: world.meeting.id,
    reason: "示例：第三项选举后席位变动",
  });

test("a seat filled or vacated during the meeting needs a logged re-freeze before the next vote", async () => {
  const world = await sitting({ items: 2 });
  const first = await opened(world);
  const next = got(await prepare(world, { item: 1 }));
  await changeHands(world, 8);
  // A vote that runs goes on with those who were frozen for it.
  got(await cast(world, first.id, 8, "yes"));
  expect(await open(world, next)).toMatchObject({ reason: "seats-changed" });
  expect(await refreeze(world)).toMatchObject({ reason: "vote-open" });
  const vote = await db().vote.findUniqueOrThrow({ where: { id: next.id } });
  expect([vote.state, vote.version]).toEqual(["prepared", next.version]);
});

test("frozen anew the vote opens; in a second vote there is nothing to freeze again", async () => {
  const world = await sitting({ items: 2 });
  const vote = got(await prepare(world));
  const person = await changeHands(world, 8);
  expect(await open(world, vote)).toMatchObject({ reason: "seats-changed" });
  got(await refreeze(world));
  got(await open(world, vote));
  const seat = await db().meetingSeat.findFirstOrThrow({
    where: { meetingId: world.meeting.id, seatId: seatOf(world, 8) },
  });
  expect(seat.personId).toBe(person.id);
});

test("or it is recorded why the list stays: in the snapshot and in the chain", async () => {
  const world = await sitting();
  const vote = got(await prepare(world));
  await changeHands(world, 8);
  const seatsReason = "示例：当日离任，本次会议沿用原名单";
  got(await open(world, vote, { seatsReason }));
  const stored = await db().vote.findUniqueOrThrow({ where: { id: vote.id } });
  expect(stored.opening).toMatchObject({ seatsKept: seatsReason });
  const entry = await db().auditEntry.findFirstOrThrow({
    where: { action: "vote.open", subjectId: vote.id },
  });
  expect(entry.details).toMatchObject({ seatsKept: seatsReason });
  for (const index of world.people.keys()) got(await cast(world, vote.id, index, "yes"));
  got(await close(world, vote.id));
  const sheet = await ask(getVoteQuery, world.call(world.secretary), { voteId: vote.id });
  expect(JSON.stringify(sheet)).toContain(seatsReason);
});

test("a reason that nothing asked for is not kept", async () => {
  const world = await sitting();
  const vote = got(await prepare(world));
  got(await open(world, vote, { seatsReason: "示例" }));
  const stored = await db().vote.findUniqueOrThrow({ where: { id: vote.id } });
  expect(stored.opening).not.toHaveProperty("seatsKept");
});

test("two open it at once while seats have changed: neither does, and the re-freeze lets one through", async () => {
  const world = await sitting();
  const vote = got(await prepare(world));
  await changeHands(world, 8);
  const twice = () => Promise.all([1, 2].map(() => open(world, vote).catch((error) => error)));
  expect((await twice()).map((answer) => answer.reason)).toEqual([
    "seats-changed",
    "seats-changed",
  ]);
  got(await refreeze(world));
  expect((await twice()).filter((answer) => answer.ok === true)).toHaveLength(1);
});
