import { expect, test } from "vitest";
import * as attend from "@/lib/features/meetings/procedures/attend";
import * as run from "@/lib/features/meetings/procedures/run";
import { perform } from "@/lib/platform/corridor/faces";
import { createStoredFile } from "@/prisma/seed/factories/governance";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import {
  checkedIn,
  delegate,
  enter,
  letter,
  look,
  noticed,
  opened,
  out,
  type Sitting,
  sitting,
  value,
  versionOf,
} from "./sitting";

const { db } = useDatabase();

const online = (council: Sitting, meetingId: string, number: number) =>
  perform(attend.checkInCommand, council.person(number), {
    meetingId,
    seatId: council.seat(number),
    mode: "online",
  });

test("the code of the wall checks in its own seat; a renewed one shuts the old", async () => {
  const council = await sitting();
  const { id } = await checkedIn(council, 0);
  const code = async () =>
    value(await perform(attend.renewCodeCommand, council.call, { meetingId: id })).secret;
  const first = await code();
  const enterWith = (secret: string | undefined, number = 2, seat = number) =>
    perform(attend.checkInCommand, council.person(number), {
      meetingId: id,
      seatId: council.seat(seat),
      mode: "room",
      code: secret,
    });
  expect(await enterWith("wrong")).toMatchObject({ reason: "code-wrong" });
  expect(await enterWith(undefined)).toMatchObject({ reason: "code-wrong" });
  const presence = value(await enterWith(first));
  expect(value(await enterWith(first))).toEqual(presence);
  await expect(enterWith(first, 3, 4)).rejects.toMatchObject({ code: "forbidden" });
  const second = await code();
  expect(await enterWith(first, 3)).toMatchObject({ reason: "code-wrong" });
  expect(await enterWith(second, 3)).toMatchObject({ ok: true });
  const stored = await db().meeting.findUniqueOrThrow({ where: { id } });
  expect(stored.checkInHash).not.toContain(second);
  expect((await look(council, id)).headcount).toMatchObject({ present: 2 });
});

test("nobody is online at a meeting in a room", async () => {
  const council = await sitting();
  const { id } = await checkedIn(council, 0, { mode: "room" });
  expect(await online(council, id, 2)).toMatchObject({ reason: "not-online" });
});

test("A-21 ten check-ins at once leave one presence", async () => {
  const council = await sitting();
  const { id } = await checkedIn(council, 0);
  const answers = await Promise.all(Array.from({ length: 10 }, () => online(council, id, 2)));
  expect(new Set(answers.map((answer) => (answer.ok ? answer.value.id : answer.reason))).size).toBe(
    1,
  );
  expect(await db().presence.count({ where: { meetingId: id } })).toBe(1);
});

test("Two alternates appear: first accepted holds; switching by secretary, logged", async () => {
  const council = await sitting();
  const allianceId = council.alliance.id;
  const holding = council.holders[1]?.holding.id ?? "";
  const one = await createActor(db(), "delegate", { allianceId });
  const two = await createActor(db(), "delegate", { allianceId });
  await delegate(allianceId, holding, one, "alternate");
  await delegate(allianceId, holding, two, "alternate");
  const { id } = await checkedIn(council, 0);
  const seatId = council.seat(2);
  const come = (actor: typeof one) =>
    perform(attend.checkInCommand, council.as(actor), { meetingId: id, seatId, mode: "online" });
  value(await come(one));
  expect(await come(two)).toMatchObject({ reason: "seat-taken" });
  const mark = (relieve: boolean) =>
    perform(attend.markPresentCommand, council.call, {
      meetingId: id,
      seatId,
      personId: two.personId ?? "",
      mode: "online",
      relieve,
    });
  expect(await mark(false)).toMatchObject({ reason: "seat-taken" });
  value(await mark(true));
  expect((await look(council, id)).seats[1]?.present).toMatchObject({
    personName: two.name,
    capacity: "alternate",
  });
  expect(await db().presence.count({ where: { meetingId: id, leftAt: null } })).toBe(1);
  const logged = await db().auditEntry.count({
    where: { subjectId: id, action: "presence.switch" },
  });
  expect(logged).toBe(1);
});

test.each([
  [{}, false],
  [{ twoSeats: true }, true],
])("Person with two seats: %j", async (options, allowed) => {
  const council = await sitting({ options });
  const me = council.people[1];
  if (!me) throw new Error("nobody");
  const holding = council.holders[2]?.holding.id ?? "";
  await delegate(council.alliance.id, holding, me, "alternate");
  const { id } = await checkedIn(council, 0);
  const come = (number: number) =>
    perform(attend.checkInCommand, council.as(me), {
      meetingId: id,
      seatId: council.seat(number),
      mode: "online",
    });
  value(await come(2));
  expect(await come(3)).toMatchObject(allowed ? { ok: true } : { reason: "two-seats" });
});

test("Network loss of an online voter: unclear after 3 minutes, clear again with a sign of life", async () => {
  const council = await sitting();
  const { id } = await checkedIn(council, 0);
  value(await online(council, id, 2));
  const silent = (seconds: number) =>
    db().presence.updateMany({
      where: { meetingId: id },
      data: { seenAt: new Date(Date.now() - seconds * 1000) },
    });
  const unclear = async () => (await look(council, id)).seats[1]?.present?.unclear;
  await silent(170);
  expect(await unclear()).toBe(false);
  await silent(190);
  expect(await unclear()).toBe(true);
  expect((await look(council, id)).headcount).toMatchObject({ present: 1, unclear: 1 });
  const { revision } = await look(council, id);
  const beat = value(await perform(attend.heartbeatCommand, council.person(2), { meetingId: id }));
  expect(beat.revision).toBe(revision + 1);
  expect(await unclear()).toBe(false);
});

test("who leaves is gone; who is not there cannot leave; comings and goings stay as intervals", async () => {
  const council = await sitting();
  const { id } = await checkedIn(council, 3);
  const gone = { meetingId: id, seatId: council.seat(2) };
  value(await perform(attend.leaveCommand, council.person(2), gone));
  expect(await perform(attend.leaveCommand, council.person(2), gone)).toMatchObject({
    reason: "not-there",
  });
  await enter(council, id, 2);
  expect(await db().presence.count({ where: gone })).toBe(2);
  expect((await look(council, id)).headcount).toMatchObject({ present: 3 });
});

test("check-in waits for its window, and the vacant seat stays empty", async () => {
  const council = await sitting({ seats: 10, filled: 9 });
  const late = await noticed(council, { hours: 30 });
  const begin = { meetingId: late.id, version: await versionOf(late.id) };
  expect(await perform(run.startCheckInCommand, council.call, begin)).toMatchObject({
    reason: "check-in-too-early",
  });
  const { id } = await checkedIn(council, 1);
  const vacant = { meetingId: id, seatId: council.seat(10) };
  expect(await perform(attend.markPresentCommand, council.call, vacant)).toMatchObject({
    reason: "seat-vacant",
  });
});

test("I-14 a letter counts from its acceptance by another person on", async () => {
  const council = await sitting();
  const { id } = await noticed(council);
  expect(value(await letter(council, id, 9, 1))).toMatchObject({ state: "accepted" });
  const file = await createStoredFile(db(), { allianceId: council.alliance.id });
  const paper = value(
    await perform(attend.recordProxyCommand, council.call, {
      meetingId: id,
      principalSeatId: council.seat(8),
      holderSeatId: council.seat(2),
      letterFileId: file.id,
    }),
  );
  const acceptance = { proxyId: paper.id, version: 1 };
  expect(await perform(attend.acceptProxyCommand, council.call, acceptance)).toMatchObject({
    reason: "own-proxy",
  });
  value(await perform(attend.acceptProxyCommand, council.as(council.colleague), acceptance));
  const begin = { meetingId: id, version: await versionOf(id) };
  value(await perform(run.startCheckInCommand, council.call, begin));
  for (const number of [1, 2]) await enter(council, id, number);
  expect((await look(council, id)).headcount).toMatchObject({ present: 4 });
});

test.each([
  ["proxy-exists", 9, 2],
  ["proxy-chain", 8, 9],
  ["proxy-chain", 1, 3],
  ["proxy-cap", 8, 1],
  ["seat-without-vote", 8, 8],
] as const)("I-14 after 9→1: %s for %i→%i", async (reason, from, to) => {
  const council = await sitting();
  const { id } = await noticed(council);
  value(await letter(council, id, 9, 1));
  expect(await letter(council, id, from, to)).toMatchObject({ ok: false, reason });
  expect(await db().proxy.count({ where: { meetingId: id } })).toBe(1);
});

test("I-14 the database refuses a chain and a second letter to a full holder", async () => {
  const council = await sitting();
  const { id } = await noticed(council);
  value(await letter(council, id, 9, 1));
  const insert = (from: number, to: number) =>
    db().proxy.create({
      data: {
        allianceId: council.alliance.id,
        meetingId: id,
        principalSeatId: council.seat(from),
        holderSeatId: council.seat(to),
        cap: 1,
      },
    });
  await expect(insert(1, 2)).rejects.toThrow();
  await expect(insert(2, 9)).rejects.toThrow();
  await expect(insert(8, 1)).rejects.toThrow();
});

test("I-14 two letters to one holder at once: one", async () => {
  const council = await sitting();
  const { id } = await noticed(council);
  const answers = await Promise.all([letter(council, id, 8, 1), letter(council, id, 9, 1)]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
});

test.each([
  ["proxies-barred", { proxy: { allowed: false } }],
  ["proxy-other-organization", { proxy: { holder: "same_org" } }],
])("the rule says: %s", async (reason, options) => {
  const council = await sitting({ options });
  const { id } = await noticed(council);
  expect(await letter(council, id, 9, 1)).toMatchObject({ reason });
});

test("no letter without paper, nor with somebody else's, nor for another's seat", async () => {
  const council = await sitting();
  const { id } = await noticed(council);
  const give = (number: number, letterFileId?: string) =>
    perform(attend.grantProxyCommand, council.person(number), {
      meetingId: id,
      principalSeatId: council.seat(9),
      holderSeatId: council.seat(1),
      letterFileId,
    });
  expect(await give(9)).toMatchObject({ reason: "letter-missing" });
  expect(await give(9, council.file.id)).toMatchObject({ reason: "letter-missing" });
  await expect(give(8, council.file.id)).rejects.toMatchObject({ code: "forbidden" });
});

test("the principal's check-in revokes at once", async () => {
  const council = await sitting();
  const { id } = await noticed(council);
  value(await letter(council, id, 9, 1));
  const begin = { meetingId: id, version: await versionOf(id) };
  value(await perform(run.startCheckInCommand, council.call, begin));
  await enter(council, id, 1);
  expect((await look(council, id)).headcount).toMatchObject({ present: 2 });
  await enter(council, id, 9);
  const after = await look(council, id);
  expect(after.headcount).toMatchObject({ present: 2 });
  expect(after.proxies).toMatchObject([{ state: "revoked" }]);
  expect(await letter(council, id, 9, 2)).toMatchObject({ reason: "principal-there" });
});

test("Holder leaves: his proxies leave with him; the meter shows both losses", async () => {
  const council = await sitting();
  const { id } = await noticed(council);
  value(await letter(council, id, 9, 6));
  const begin = { meetingId: id, version: await versionOf(id) };
  value(await perform(run.startCheckInCommand, council.call, begin));
  for (const number of [1, 2, 3, 4, 5, 6]) await enter(council, id, number);
  expect((await look(council, id)).headcount).toMatchObject({ present: 7, spare: 0 });
  await out(council, id, 6);
  expect((await look(council, id)).headcount).toMatchObject({ present: 5, spare: -1, met: false });
});

test("an accepted letter is active from the opening; one revoked never comes back", async () => {
  const council = await sitting();
  const meeting = await noticed(council);
  value(await letter(council, meeting.id, 9, 1));
  const begin = { meetingId: meeting.id, version: await versionOf(meeting.id) };
  value(await perform(run.startCheckInCommand, council.call, begin));
  for (const number of [1, 2, 3, 4, 5]) await enter(council, meeting.id, number);
  const open = { meetingId: meeting.id, version: await versionOf(meeting.id) };
  value(await perform(run.openMeetingCommand, council.call, open));
  const [proxy] = (await look(council, meeting.id)).proxies;
  expect(proxy?.state).toBe("active");
  const revoke = { proxyId: proxy?.id ?? "", version: proxy?.version ?? 0 };
  await expect(perform(attend.revokeProxyCommand, council.person(8), revoke)).rejects.toMatchObject(
    {
      code: "forbidden",
    },
  );
  value(await perform(attend.revokeProxyCommand, council.person(9), revoke));
  expect(await perform(attend.revokeProxyCommand, council.person(9), revoke)).toMatchObject({
    reason: "wrong-state",
  });
  expect(
    await perform(attend.acceptProxyCommand, council.call, { ...revoke, version: 4 }),
  ).toMatchObject({ reason: "wrong-state" });
});

test("a letter accepted during the meeting is active at once", async () => {
  const council = await sitting();
  const { id } = await opened(council, 6);
  expect(value(await letter(council, id, 9, 1))).toMatchObject({ state: "active" });
  expect((await look(council, id)).headcount).toMatchObject({ present: 7 });
});
