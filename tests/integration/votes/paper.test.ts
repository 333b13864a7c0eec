import { expect, test } from "vitest";
import * as ballots from "@/lib/features/votes/procedures/ballots";
import { perform } from "@/lib/platform/corridor/faces";
import { createStoredFile } from "@/prisma/seed/factories/governance";
import { useDatabase } from "@/tests/support/database";
import {
  cast,
  castAll,
  close,
  declare,
  got,
  open,
  opened,
  prepare,
  seatOf,
  sitting,
  type World,
} from "./world";

const { db } = useDatabase();
const yes = "yes" as const;

const hands = (
  world: World,
  voteId: string,
  counts: { yes: number; no: number; abstain: number },
  actor = world.secretary,
) => perform(ballots.countHandsCommand, world.call(actor), { voteId, ...counts });

test("HANDS: two people enter counts separately; a difference blocks; the sum may not exceed present", async () => {
  const world = await sitting({ present: 7 });
  const vote = await opened(world, { method: "hands" });
  expect(await hands(world, vote.id, { yes: 7, no: 1, abstain: 0 })).toMatchObject({
    ok: false,
    reason: "count-exceeds-present",
  });
  got(await hands(world, vote.id, { yes: 5, no: 1, abstain: 1 }));
  expect(await close(world, vote.id)).toMatchObject({ ok: false, reason: "counts-missing" });
  got(await hands(world, vote.id, { yes: 4, no: 2, abstain: 1 }, world.second));
  expect(await close(world, vote.id)).toMatchObject({ ok: false, reason: "counts-differ" });
  expect(await hands(world, vote.id, { yes: 5, no: 1, abstain: 1 }, world.people[2])).toMatchObject(
    { ok: false, reason: "two-counted" },
  );
  got(await hands(world, vote.id, { yes: 5, no: 1, abstain: 1 }, world.second));
  expect(got(await declare(world, got(await close(world, vote.id)))).outcome).toBe("carried");
});

const mail = { mail: { allowed: true, minHours: 24, demandMeeting: 2 } };
const byMail = (more: object = {}) =>
  sitting({ mode: "correspondence", state: "noticed", options: mail, ...more });

test("correspondence: barred unless the rule allows, and not shorter than the rule says", async () => {
  const barred = await sitting({ mode: "correspondence" });
  expect(await open(barred, got(await prepare(barred)), { hours: 100 })).toMatchObject({
    ok: false,
    reason: "mail-not-allowed",
  });
  const world = await byMail();
  const prepared = got(await prepare(world));
  expect(await open(world, prepared, { hours: 23 })).toMatchObject({
    ok: false,
    reason: "mail-window-too-short",
    details: { hours: 24 },
  });
  const byHands = await byMail();
  expect(
    await open(byHands, got(await prepare(byHands, { method: "hands" })), { hours: 48 }),
  ).toMatchObject({ reason: "mail-is-not-by-hands" });
});

test("correspondence: quorum = replies; early close only when all have replied", async () => {
  const world = await byMail();
  const vote = await opened(world, {}, { hours: 48 });
  await castAll(world, vote.id, [yes, yes, yes, yes, yes]);
  expect(await close(world, vote.id)).toMatchObject({
    ok: false,
    reason: "replies-outstanding",
    details: { count: 4 },
  });
  await db().vote.updateMany({ where: { id: vote.id }, data: { closesAt: new Date() } });
  // Five of nine replies are less than two thirds.
  expect(got(await close(world, vote.id)).state).toBe("inquorate");
  const full = await byMail();
  const second = await opened(full, {}, { hours: 48 });
  await castAll(
    full,
    second.id,
    Array.from({ length: 9 }, () => yes),
  );
  expect(got(await declare(full, got(await close(full, second.id)))).outcome).toBe("carried");
});

test("correspondence: silence is not counted, or abstains, as the rule says", async () => {
  for (const [silence, base] of [
    ["not_counted", 6],
    ["abstains", 9],
  ] as const) {
    const world = await byMail({ options: { mail: { ...mail.mail, silence } } });
    const vote = await opened(world, {}, { hours: 48 });
    await castAll(world, vote.id, [yes, yes, yes, yes, "no", "no"]);
    await db().vote.updateMany({ where: { id: vote.id }, data: { closesAt: new Date() } });
    const result = got(await declare(world, got(await close(world, vote.id))));
    const motion = await db().motion.findFirstOrThrow({ where: { allianceId: world.alliance.id } });
    expect([motion.passBase, result.outcome]).toEqual([
      base,
      silence === "abstains" ? "rejected" : "carried",
    ]);
  }
});

test("correspondence: reminders at 50 % and 24 h, taken back by the reply", async () => {
  const world = await byMail();
  const vote = await opened(world, {}, { hours: 96 });
  const waiting = async () =>
    await db().outboxMail.findMany({
      where: { dedupeKey: { startsWith: `vote-reminder:${vote.id}` } },
      orderBy: { nextTryAt: "asc" },
    });
  const first = await waiting();
  expect(first).toHaveLength(18);
  const hoursAhead = (at: Date | undefined) =>
    Math.round(((at?.getTime() ?? 0) - Date.now()) / 3_600_000);
  expect([hoursAhead(first[0]?.nextTryAt), hoursAhead(first.at(-1)?.nextTryAt)]).toEqual([48, 72]);
  got(await cast(world, vote.id, 0, yes));
  expect(await waiting()).toHaveLength(16);
});

test("correspondence: any demandMeeting seats can force a live meeting while it runs", async () => {
  const world = await byMail();
  const vote = await opened(world, {}, { hours: 48 });
  const demand = (index: number) =>
    perform(ballots.demandMeetingCommand, world.call(world.people[index] ?? world.secretary), {
      voteId: vote.id,
      seatId: seatOf(world, index),
    });
  expect(got(await demand(1)).state).toBe("open");
  expect(got(await demand(1)).state).toBe("open");
  expect(got(await demand(2)).state).toBe("aborted");
  const item = await db().agendaItem.findUniqueOrThrow({ where: { id: world.items[0]?.id ?? "" } });
  expect(item.state).toBe("deferred");
  expect(
    await db().outboxMail.count({
      where: { dedupeKey: { startsWith: `vote-reminder:${vote.id}` } },
    }),
  ).toBe(0);
});

test("A-23 a reply on paper is entered by two people with its scan, and counts when both read the same", async () => {
  const world = await byMail();
  const vote = await opened(world, {}, { hours: 48 });
  const file = await createStoredFile(db(), { allianceId: world.alliance.id });
  const paper = { voteId: vote.id, seatId: seatOf(world, 8) };
  const enter = (choice: "yes" | "invalid" = yes) =>
    perform(ballots.enterPaperCommand, world.call(world.secretary), {
      ...paper,
      choice,
      paperFileId: file.id,
    });
  const confirm = (actor = world.second, choice: "yes" | "no" = yes) =>
    perform(ballots.confirmPaperCommand, world.call(actor), { ...paper, choice });
  got(await enter());
  expect(await enter()).toMatchObject({ ok: false, reason: "already-cast" });
  expect(await confirm(world.secretary)).toMatchObject({ ok: false, reason: "own-paper" });
  expect(await confirm(world.second, "no")).toMatchObject({ ok: false, reason: "paper-differs" });
  await castAll(
    world,
    vote.id,
    Array.from({ length: 8 }, () => yes),
  );
  expect(await close(world, vote.id)).toMatchObject({ ok: false, reason: "papers-unconfirmed" });
  got(await confirm());
  expect(await cast(world, vote.id, 8, "no")).toMatchObject({ reason: "paper-entered" });
  expect(got(await close(world, vote.id)).state).toBe("counted");
});
