import { expect, test } from "vitest";
import { listEntriesQuery } from "@/lib/features/audit/procedures";
import { castPaperCommand } from "@/lib/features/elections/procedures";
import { getFileProcedure } from "@/lib/features/files/procedures";
import {
  confirmPaperCommand,
  countHandsCommand,
  demandMeetingCommand,
  enterPaperCommand,
} from "@/lib/features/votes/procedures/ballots";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createStoredFile } from "@/prisma/seed/factories/governance";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import * as election from "../elections/world";
import { cast, castSecret, close, declare, got, opened, seatOf, sitting } from "../votes/world";

const { db } = useDatabase();

test("A-22 while a vote by name is open, the chain tells nobody what was chosen; afterwards it does", async () => {
  const world = await sitting();
  const supervisor = await createActor(db(), "supervisor", { allianceId: world.alliance.id });
  const vote = await opened(world);
  got(await cast(world, vote.id, 0, "no"));
  got(await cast(world, vote.id, 0, "yes"));
  const seen = () =>
    ask(listEntriesQuery, world.call(supervisor), { action: "ballot.cast", limit: 10 });
  const during = (await seen()).items;
  expect(during).toHaveLength(2);
  expect(JSON.stringify(during)).not.toMatch(/"(choice|before)"/);
  for (let index = 1; index < 9; index += 1) got(await cast(world, vote.id, index, "yes"));
  got(await declare(world, got(await close(world, vote.id))));
  const after = (await seen()).items;
  expect(after.every(({ details }) => JSON.stringify(details).includes('"choice"'))).toBe(true);
});

test("A-22 the second counter of hands does not read the first one's numbers in the chain", async () => {
  const world = await sitting();
  const vote = await opened(world, { method: "hands" });
  const counted = { voteId: vote.id, yes: 7, no: 1, abstain: 1 };
  got(await perform(countHandsCommand, world.call(world.secretary), counted));
  const { items } = await ask(listEntriesQuery, world.call(world.second), {
    action: "ballot.count_hands",
    limit: 10,
  });
  expect(items).toHaveLength(1);
  expect(JSON.stringify(items[0]?.details)).not.toMatch(/"(yes|no|abstain)"/);
});

test("A-16 a person with two seats who casts for both at once has cast once", async () => {
  for (const method of ["named", "secret"] as const) {
    let most = 0;
    for (let round = 0; round < 8; round += 1) {
      const world = await sitting();
      const twice = world.people[0];
      const second = seatOf(world, 1);
      const where = { meetingId: world.meeting.id, seatId: second };
      await db().seatDelegate.updateMany({
        where: { holding: { seatId: second } },
        data: { personId: twice?.personId ?? "" },
      });
      await db().meetingSeat.updateMany({ where, data: { personId: twice?.personId ?? null } });
      await db().presence.updateMany({ where, data: { personId: twice?.personId ?? null } });
      const vote = await opened(world, { method });
      const both =
        method === "named"
          ? [cast(world, vote.id, 0, "yes", 0), cast(world, vote.id, 0, "yes", 1)]
          : [
              castSecret(world, vote.id, 0, "yes"),
              castSecret(
                {
                  ...world,
                  people: [world.people[1] ?? world.secretary, twice ?? world.secretary],
                },
                vote.id,
                1,
                "yes",
              ),
            ];
      const answers = await Promise.all(both);
      most = Math.max(most, answers.filter(({ ok }) => ok).length);
    }
    expect(most).toBe(1);
  }
}, 60_000);

test("I-03 a correspondence vote whose time is over is not ended by a demand for a meeting", async () => {
  const world = await sitting({
    mode: "correspondence",
    state: "noticed",
    options: { mail: { allowed: true, minHours: 1, demandMeeting: 1 } },
  });
  const vote = await opened(world, {}, { hours: 24 });
  await db().$executeRaw`ALTER TABLE votes DISABLE TRIGGER USER`;
  await db()
    .$executeRaw`UPDATE votes SET closes_at = now() - interval '1 minute' WHERE id = ${vote.id}::uuid`;
  await db().$executeRaw`ALTER TABLE votes ENABLE TRIGGER USER`;
  const demanded = await perform(
    demandMeetingCommand,
    world.call(world.people[1] ?? world.secretary),
    {
      voteId: vote.id,
      seatId: seatOf(world, 1),
    },
  );
  expect(demanded).toMatchObject({ ok: false, reason: "wrong-state" });
  expect(await db().vote.findUniqueOrThrow({ where: { id: vote.id } })).toMatchObject({
    state: "open",
  });
});

test("I-09 a secret paper of an election leaves no fingerprint beside the name of its sender", async () => {
  const world = await election.createWorld(db());
  const { id, ids } = await election.checked(world, 3);
  const roundId = await election.opened(world, id);
  const [voter] = world.voters;
  const answer = await perform(
    castPaperCommand,
    { ...world.by(voter?.actor ?? world.clerk), idempotencyKey: "one-paper" },
    { roundId, seatId: voter?.seatId ?? "", marks: [ids[0] ?? ""] },
  );
  expect(answer.ok).toBe(true);
  expect(
    await db().idempotencyRecord.count({ where: { actorKey: voter?.actor.userId ?? "" } }),
  ).toBe(0);
});

test("A-23 one person's entry of a paper keeps nobody from casting, and a misread one can be mended", async () => {
  const world = await sitting();
  const vote = await opened(world);
  const file = await createStoredFile(db(), { allianceId: world.alliance.id });
  const enter = (index: number, choice: "yes" | "no") =>
    perform(enterPaperCommand, world.call(world.secretary), {
      voteId: vote.id,
      seatId: seatOf(world, index),
      choice,
      paperFileId: file.id,
    });
  got(await enter(1, "no"));
  got(await cast(world, vote.id, 1, "no"));
  const own = await db().ballot.findFirstOrThrow({
    where: { voteId: vote.id, seatId: seatOf(world, 1) },
  });
  expect(own).toMatchObject({ paperFileId: null, castById: world.people[1]?.userId });
  expect(await enter(1, "yes")).toMatchObject({ ok: false, reason: "already-cast" });
  got(await enter(2, "no"));
  got(await enter(2, "yes"));
  const confirm = await perform(confirmPaperCommand, world.call(world.second), {
    voteId: vote.id,
    seatId: seatOf(world, 2),
    choice: "yes",
  });
  got(confirm);
  expect(await enter(2, "no")).toMatchObject({ ok: false, reason: "already-cast" });
  expect(got(await close(world, vote.id)).state).toBe("counted");
});

test("A-22 the scan of a ballot opens for others when the result has been declared", async () => {
  const world = await sitting();
  const vote = await opened(world);
  const file = await createStoredFile(db(), { allianceId: world.alliance.id });
  const paper = { voteId: vote.id, seatId: seatOf(world, 8), choice: "yes" as const };
  const entered = { ...paper, paperFileId: file.id };
  got(await perform(enterPaperCommand, world.call(world.secretary), entered));
  got(await perform(confirmPaperCommand, world.call(world.second), paper));
  const read = (index: number) =>
    ask(getFileProcedure, world.call(world.people[index] ?? world.secretary), { id: file.id });
  await expect(read(0)).rejects.toMatchObject({ code: "not-found" });
  expect((await ask(getFileProcedure, world.call(world.second), { id: file.id })).id).toBe(file.id);
  for (let index = 0; index < 8; index += 1) got(await cast(world, vote.id, index, "yes"));
  got(await declare(world, got(await close(world, vote.id))));
  expect((await read(0)).id).toBe(file.id);
});

test("A-16 one person in two seats casts one paper in an election by post, also twice at once", async () => {
  const world = await election.createWorld(db());
  const [first, second] = world.voters;
  await db().seatDelegate.updateMany({
    where: { personId: second?.actor.personId ?? "" },
    data: { personId: first?.actor.personId ?? "" },
  });
  const { id, ids } = await election.checked(world, 3);
  const roundId = await election.opened(world, id);
  const answers = await Promise.all(
    [first, second].map((voter) =>
      perform(castPaperCommand, world.by(first?.actor ?? world.clerk), {
        roundId,
        seatId: voter?.seatId ?? "",
        marks: [ids[0] ?? ""],
      }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: "one-seat-only" });
});

test("A-21 who left the room casts no more, though somebody else sits in the seat by now", async () => {
  const world = await sitting();
  const vote = await opened(world);
  const seat = { meetingId: world.meeting.id, seatId: seatOf(world, 3) };
  const alternate = await createActor(db(), "delegate", { allianceId: world.alliance.id });
  await db().presence.updateMany({ where: seat, data: { leftAt: new Date() } });
  await db().presence.create({
    data: {
      ...seat,
      allianceId: world.alliance.id,
      personId: alternate.personId,
      personName: alternate.name,
      capacity: "alternate",
      mode: "room",
      cameAt: new Date(),
    },
  });
  expect(await cast(world, vote.id, 3, "no")).toMatchObject({ ok: false, reason: "not-present" });
  got(await cast({ ...world, people: [alternate] }, vote.id, 0, "yes", 3));
});
