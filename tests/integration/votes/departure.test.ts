import { expect, test } from "vitest";
import { votesOfMeetingQuery } from "@/lib/features/votes/procedures/ballots";
import { recordDepartureCommand } from "@/lib/features/votes/procedures/departure";
import { answerChallengeCommand } from "@/lib/features/votes/procedures/run";
import { clockIn } from "@/lib/kernel/dates";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { decided, got, proxy, seatOf, sitting, type World } from "./world";

const { db } = useDatabase();
const yes = (count: number) => Array.from({ length: count }, () => "yes" as const);
const now = () => clockIn(new Date(), "Asia/Shanghai");

/** `time`: a minute that was read before the vote, so that it lies before it whenever the clock turns. */
const leftBefore = (world: World, index: number, time: string, actor?: Actor) =>
  perform(recordDepartureCommand, world.call(actor ?? world.secretary), {
    meetingId: world.meeting.id,
    seatId: seatOf(world, index),
    time,
    reason: "示例：签退表所记",
  });

const challengeOf = async (world: World, voteId: string) => {
  const { items } = await ask(votesOfMeetingQuery, world.call(world.secretary), {
    meetingId: world.meeting.id,
  });
  return items.flatMap(({ votes }) => votes).find(({ id }) => id === voteId)?.challenge;
};

test("Departure recorded late: System lists votes affected (“vote 3 was one short”); result not changed silently", async () => {
  const world = await sitting({ present: 6, items: 2 });
  const time = now();
  const vote = await decided(world, yes(6));
  const before = await db().vote.findUniqueOrThrow({ where: { id: vote.id } });
  const found = got(await leftBefore(world, 5, time));
  expect(found.votes).toEqual([expect.objectContaining({ id: vote.id, short: 1, changes: true })]);
  const after = await db().vote.findUniqueOrThrow({ where: { id: vote.id } });
  expect(after).toMatchObject({
    state: "declared",
    tally: before.tally,
    closing: before.closing,
    closingHash: before.closingHash,
    motionId: before.motionId,
  });
  expect(await challengeOf(world, vote.id)).toMatchObject({
    upheld: null,
    departures: [{ number: 6, short: 1 }],
  });
  const audits = await db().auditEntry.findMany({ where: { chain: world.alliance.id } });
  expect(audits.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["presence.correct_departure", "vote.doubt_departure"]),
  );
});

test("Departure recorded late: chair must confirm with reason or void", async () => {
  for (const upheld of [false, true]) {
    const world = await sitting({ present: 6 });
    const time = now();
    const vote = await decided(world, yes(6));
    got(await leftBefore(world, 5, time));
    const answer = (actor: Actor | undefined) =>
      perform(answerChallengeCommand, world.call(actor ?? world.second), {
        voteId: vote.id,
        upheld,
        answer: "示例：经核对",
      });
    expect(await answer(world.secretary)).toMatchObject({ reason: "own-challenge" });
    expect(got(await answer(world.people[0])).state).toBe(upheld ? "voided" : "declared");
    const events = await db().resolutionEvent.findMany({
      where: { allianceId: world.alliance.id },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ kind }) => kind)).toEqual([
      "under_review",
      upheld ? "repealed" : "review_ended",
    ]);
  }
});

test("a departure that changes nothing is listed and doubts nothing; a proxy goes with its holder", async () => {
  const world = await sitting({ present: 9 });
  const time = now();
  const vote = await decided(world, yes(9));
  expect(got(await leftBefore(world, 8, time)).votes).toMatchObject([{ short: 0, changes: false }]);
  expect(await challengeOf(world, vote.id)).toBeNull();

  const other = await sitting({ present: 6 });
  await proxy(other, 8, 5);
  const later = now();
  const carried = await decided(other, yes(6));
  expect(got(await leftBefore(other, 5, later)).votes).toMatchObject([
    { id: carried.id, short: 1 },
  ]);
});

test("sent twice, by the wrong person, before the arrival and in the future: refused, and nothing changed", async () => {
  const world = await sitting({ present: 6 });
  const time = now();
  const vote = await decided(world, yes(6));
  const minutes = (count: number) =>
    clockIn(new Date(Date.now() + count * 60_000), "Asia/Shanghai");
  expect(await leftBefore(world, 5, minutes(10))).toMatchObject({
    reason: "departure-in-future",
  });
  expect(await leftBefore(world, 5, minutes(-30))).toMatchObject({ ok: false });
  await expect(leftBefore(world, 5, time, world.people[1] as Actor)).rejects.toThrow();
  expect(await challengeOf(world, vote.id)).toBeNull();
  got(await leftBefore(world, 5, time));
  expect(await leftBefore(world, 5, time)).toMatchObject({ reason: "not-there-then" });
  expect((await challengeOf(world, vote.id))?.departures).toHaveLength(1);
});
