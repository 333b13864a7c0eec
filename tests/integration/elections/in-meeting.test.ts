import { beforeEach, expect, test } from "vitest";
import { castPaperCommand, openBallotCommand } from "@/lib/features/elections/procedures";
import * as run from "@/lib/features/meetings/procedures/run";
import { perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { cast, checked, close, createWorld, good, view, type World } from "./world";

const { db } = useDatabase();
let world: World;
beforeEach(async () => {
  world = await createWorld(db());
});

const seatOf = (index: number) => world.voters[index]?.seatId ?? "";

/** The electing council sits: everybody whose seat is filled is there. */
async function meeting() {
  const allianceId = world.alliance.id;
  const { council, voters } = world;
  const { id } = await db().meeting.create({
    data: {
      allianceId,
      bodyId: council.body.id,
      title: "示例选举会议",
      mode: "room",
      state: "open",
      scheduledAt: new Date(),
      openedAt: new Date(),
    },
  });
  await db().meetingSeat.createMany({
    data: council.seats.map((seat, index) => ({
      allianceId,
      meetingId: id,
      seatId: seat.id,
      number: seat.number,
      position: seat.position,
      voting: true,
      eligible: index < voters.length,
      holderName: council.holders[index]?.organization.name ?? null,
      membershipId: council.holders[index]?.membership.id ?? null,
      organizationId: council.holders[index]?.organization.id ?? null,
      personId: voters[index]?.actor.personId ?? null,
      frozenAt: new Date(),
    })),
  });
  for (const [index, { actor }] of voters.entries()) await enter(id, index, actor.personId);
  return id;
}

const enter = (meetingId: string, index: number, personId: string | null) =>
  db().presence.create({
    data: {
      allianceId: world.alliance.id,
      meetingId,
      seatId: seatOf(index),
      personId,
      personName: "示例",
      capacity: "principal",
      mode: "room",
      cameAt: new Date(),
    },
  });

const leave = (meetingId: string, index: number) =>
  db().presence.updateMany({
    where: { meetingId, seatId: seatOf(index), leftAt: null },
    data: { leftAt: new Date() },
  });

async function openIn(meetingId: string, electionId: string) {
  const { version } = await view(world, electionId);
  return perform(openBallotCommand, world.by(world.clerk), {
    electionId,
    version,
    minutes: 60,
    meetingId,
  });
}
const roundOf = async (electionId: string) =>
  (await db().electionRound.findFirstOrThrow({ where: { electionId } })).id;

test("whoever has left the meeting does not cast; back in the seat the paper is taken", async () => {
  const { id, ids } = await checked(world, 3);
  const meetingId = await meeting();
  good(await openIn(meetingId, id));
  const roundId = await roundOf(id);
  await leave(meetingId, 0);
  expect(await cast(world, roundId, 0, ids.slice(0, 1))).toMatchObject({ reason: "not-present" });
  expect(await db().electionIssue.count({ where: { roundId } })).toBe(0);
  await enter(meetingId, 0, world.voters[0]?.actor.personId ?? null);
  good(await cast(world, roundId, 0, ids.slice(0, 1)));
});

test("somebody else in the seat is not the person who casts for it", async () => {
  const { id } = await checked(world, 3);
  const meetingId = await meeting();
  good(await openIn(meetingId, id));
  const roundId = await roundOf(id);
  await leave(meetingId, 0);
  await enter(meetingId, 0, world.voters[1]?.actor.personId ?? null);
  expect(await cast(world, roundId, 0, [])).toMatchObject({ reason: "not-present" });
  await expect(
    perform(castPaperCommand, world.by(world.voters[2]?.actor ?? world.clerk), {
      roundId,
      seatId: seatOf(0),
      marks: [],
    }),
  ).rejects.toMatchObject({ code: "forbidden" });
});

test("a ballot outside of a meeting asks for nobody's presence", async () => {
  const { id } = await checked(world, 3);
  const { version } = await view(world, id);
  const ref = { electionId: id, version, minutes: 60 };
  good(await perform(openBallotCommand, world.by(world.clerk), ref));
  good(await cast(world, await roundOf(id), 0, []));
});

test("the meeting does not close, break or freeze its seats anew under a ballot that runs in it", async () => {
  const { id } = await checked(world, 3);
  const meetingId = await meeting();
  good(await openIn(meetingId, id));
  const call = world.by(world.clerk);
  const ref = { meetingId, version: 1 };
  for (const answer of [
    await perform(run.closeMeetingCommand, call, ref),
    await perform(run.suspendMeetingCommand, call, { ...ref, reason: "示例" }),
    await perform(run.refreezeCommand, call, { meetingId, reason: "示例" }),
  ]) {
    expect(answer).toMatchObject({ reason: "vote-open" });
  }
  const roundId = await roundOf(id);
  for (const index of world.voters.keys()) good(await cast(world, roundId, index, []));
  good(await close(world, id));
  good(await perform(run.suspendMeetingCommand, call, { ...ref, reason: "示例" }));
});

test("seats that changed since the meeting opened are frozen anew before its ballot opens", async () => {
  const { id } = await checked(world, 3);
  const meetingId = await meeting();
  const person = await db().person.create({ data: { name: "示例接任者" } });
  await db().seatDelegate.updateMany({
    where: { personId: world.voters[6]?.actor.personId ?? "" },
    data: { personId: person.id },
  });
  expect(await openIn(meetingId, id)).toMatchObject({ reason: "seats-changed" });
  good(await perform(run.refreezeCommand, world.by(world.clerk), { meetingId, reason: "示例" }));
  good(await openIn(meetingId, id));
});
