import { expect, test } from "vitest";
import { addItemCommand } from "@/lib/features/meetings/procedures/prepare";
import { castBallotCommand, votesOfMeetingQuery } from "@/lib/features/votes/procedures/ballots";
import * as run from "@/lib/features/votes/procedures/run";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import {
  cast,
  castAll,
  castSecret,
  close,
  decided,
  declare,
  got,
  leave,
  open,
  opened,
  prepare,
  proxy,
  recuse,
  seatOf,
  sitting,
  usual,
  type World,
} from "./world";

const { db } = useDatabase();
const yes = "yes" as const;
const no = "no" as const;
const abstain = "abstain" as const;

const arrive = (world: World, index: number) =>
  db().presence.create({
    data: {
      allianceId: world.alliance.id,
      meetingId: world.meeting.id,
      seatId: seatOf(world, index),
      personId: world.people[index]?.personId ?? null,
      personName: world.people[index]?.name ?? "",
      capacity: "principal",
      mode: "room",
      cameAt: new Date(),
    },
  });

const stateOf = async (id: string) => (await db().vote.findUniqueOrThrow({ where: { id } })).state;

test("Quorum falls while a vote is open: at close recomputed from presence at close; missing → INQUORATE, not failed", async () => {
  const world = await sitting({ present: 6 });
  const vote = await opened(world);
  await castAll(world, vote.id, [yes, yes, yes, yes, yes, yes]);
  await leave(world, 5);
  expect(got(await close(world, vote.id)).state).toBe("inquorate");
  const row = await db().vote.findUniqueOrThrow({ where: { id: vote.id } });
  expect([row.tally, row.motionId]).toEqual([null, null]);
  expect((row.closing as { votes: { yes: number } }).votes.yes).toBe(0);
});

test("Quorum falls while a vote is open, and the chair regains it: the vote is taken again for lack of quorum", async () => {
  const world = await sitting({ present: 6 });
  const vote = await opened(world);
  await leave(world, 5);
  got(await close(world, vote.id));
  expect(await prepare(world)).toMatchObject({ ok: false, reason: "revote-needs-reason" });
  await arrive(world, 6);
  const again = await opened(world, { reason: "no_quorum" });
  await castAll(world, again.id, [yes, yes, yes, yes, yes]);
  expect(got(await declare(world, got(await close(world, again.id)))).outcome).toBe("carried");
});

test("a vote is not opened without quorum, and the refusal says how many are missing", async () => {
  const world = await sitting({ present: 5 });
  const prepared = got(await prepare(world));
  expect(await open(world, prepared)).toMatchObject({
    ok: false,
    reason: "quorum-missing",
    details: { count: 5, needed: 6 },
  });
  expect(await stateOf(prepared.id)).toBe("prepared");
});

test("Network loss of an online voter: uncast ballot stays castable until close; secretary may extend the vote once", async () => {
  const world = await sitting({ mode: "online" });
  const vote = await opened(world, {}, { minutes: 5 });
  await db().presence.updateMany({
    where: { seatId: seatOf(world, 2) },
    data: { seenAt: new Date(Date.now() - 600_000) },
  });
  got(await cast(world, vote.id, 2, yes));
  const extend = (version: number) =>
    perform(run.extendVoteCommand, world.call(world.secretary), {
      voteId: vote.id,
      version,
      minutes: 10,
    });
  const longer = got(await extend(vote.version));
  expect(await extend(longer.version)).toMatchObject({ ok: false, reason: "extended-already" });
});

test("Late joiner: eligible for votes opened after arrival only", async () => {
  const world = await sitting({ present: 6, items: 2 });
  const first = await opened(world);
  await arrive(world, 7);
  await expect(cast(world, first.id, 7, yes)).rejects.toMatchObject({ code: "forbidden" });
  const seen = await ask(votesOfMeetingQuery, world.call(world.people[7] ?? world.secretary), {
    meetingId: world.meeting.id,
  });
  expect([seen.items[0]?.late, seen.items[0]?.cards]).toEqual([true, []]);
  const second = await opened(world, { item: 1 });
  got(await cast(world, second.id, 7, yes));
});

test("Everybody abstains: PRESENT base fails; YES_PLUS_NO base 0 fails", async () => {
  const all = Array.from({ length: 9 }, () => abstain);
  expect((await decided(await sitting(), all)).outcome).toBe("rejected");
  const rule = { ...usual, pass: { base: "yes_plus_no", num: 1, den: 2, cmp: "gt" } } as const;
  expect((await decided(await sitting({ rule }), all)).outcome).toBe("rejected");
});

test("Recusals break the quorum: EXCLUDE shrinks the base down to minRemaining", async () => {
  const world = await sitting({ present: 8 });
  for (const index of [0, 1, 2]) await recuse(world, index);
  // Five of six: without the recused, two thirds of six are four.
  const result = await decided(world, [null, null, null, yes, yes, yes]);
  expect(result.outcome).toBe("carried");
  const motion = await db().motion.findFirstOrThrow({ where: { allianceId: world.alliance.id } });
  expect([motion.quorumBase, motion.present, motion.recused, motion.passBase]).toEqual([
    6, 8, 3, 5,
  ]);
});

test("Recusals break the quorum: below minRemaining → REFER_UP, nobody votes", async () => {
  const world = await sitting();
  for (const index of [0, 1, 2, 3, 4, 5, 6]) await recuse(world, index);
  const prepared = got(await prepare(world));
  expect(got(await open(world, prepared)).state).toBe("aborted");
  const item = await db().agendaItem.findUniqueOrThrow({ where: { id: world.items[0]?.id ?? "" } });
  expect(item.state).toBe("referred_up");
});

test("Recusals break the quorum: KEEP → no quorum", async () => {
  const world = await sitting({ present: 7, options: { recusal: { quorumBase: "keep" } } });
  await recuse(world, 0);
  await recuse(world, 1);
  expect(await open(world, got(await prepare(world)))).toMatchObject({
    ok: false,
    reason: "quorum-missing",
    details: { count: 5 },
  });
});

test("recusal is not abstention: the seat has no card, cannot cast, and its proxy is void for the item", async () => {
  const world = await sitting({ present: 8 });
  await proxy(world, 8, 1);
  await recuse(world, 8);
  await recuse(world, 2);
  const vote = await opened(world);
  await expect(cast(world, vote.id, 2, yes)).rejects.toMatchObject({ code: "forbidden" });
  await expect(cast(world, vote.id, 1, yes, 8)).rejects.toMatchObject({ code: "forbidden" });
  const seen = await ask(votesOfMeetingQuery, world.call(world.people[2] ?? world.secretary), {
    meetingId: world.meeting.id,
  });
  expect([seen.items[0]?.ownRecused, seen.items[0]?.cards]).toEqual([true, []]);
});

test("Vacant seats: SEATS_ALL counts them, SEATS_FILLED does not", async () => {
  const all = { ...usual, quorum: { ...usual.quorum, base: "seats_all" } } as const;
  const vacant = { seats: 12, filled: 9, present: 7 };
  const byAll = await sitting({ ...vacant, rule: all });
  expect(await open(byAll, got(await prepare(byAll)))).toMatchObject({
    ok: false,
    details: { needed: 8, count: 7 },
  });
  const byFilled = await sitting(vacant);
  expect(got(await open(byFilled, got(await prepare(byFilled)))).state).toBe("open");
});

test("Result challenged after declaration: state stays DECLARED + challenged; body decides; then VOIDED or upheld", async () => {
  const world = await sitting();
  const result = await decided(
    world,
    Array.from({ length: 9 }, () => yes),
  );
  const voteId = result.id;
  const challenge = () =>
    perform(run.challengeVoteCommand, world.call(world.people[3] ?? world.secretary), {
      voteId,
      reason: "示例：计票有误",
    });
  got(await challenge());
  expect(await challenge()).toMatchObject({ ok: false, reason: "challenged-already" });
  expect(await stateOf(voteId)).toBe("declared");
  const answer = (upheld: boolean) =>
    perform(run.answerChallengeCommand, world.call(world.secretary), {
      voteId,
      upheld,
      answer: "示例：经复核",
    });
  got(await answer(false));
  expect(await stateOf(voteId)).toBe("declared");
  got(await challenge());
  got(await answer(true));
  expect(await stateOf(voteId)).toBe("voided");
  const events = await db().resolutionEvent.findMany({
    orderBy: { createdAt: "asc" },
    where: { allianceId: world.alliance.id },
  });
  expect(events.map(({ kind }) => kind).sort()).toEqual([
    "repealed",
    "review_ended",
    "under_review",
    "under_review",
  ]);
  expect(await db().motion.count({ where: { allianceId: world.alliance.id } })).toBe(1);
  const again = await opened(world, { reason: "challenge_upheld" });
  await castAll(world, again.id, [no, no, no, no, no, no]);
  expect(got(await declare(world, got(await close(world, again.id)))).outcome).toBe("rejected");
});

test("Departure recorded late: the result is not changed silently; it is voided with a reason by a second person", async () => {
  const world = await sitting();
  const result = await decided(
    world,
    Array.from({ length: 9 }, () => yes),
  );
  const annul = (actor = world.secretary) =>
    perform(run.voidVoteCommand, world.call(actor), {
      voteId: result.id,
      reason: "示例：一席早退",
    });
  expect(await annul()).toMatchObject({ ok: false, reason: "declared-by-oneself" });
  got(await annul(world.second));
  const events = await db().resolutionEvent.findMany({ where: { allianceId: world.alliance.id } });
  expect(events.map(({ kind }) => kind)).toEqual(["repealed"]);
});

test("Block vote with one item objected: that item leaves the block automatically and is voted alone", async () => {
  const world = await sitting({ items: 3 });
  const first = got(await prepare(world));
  const second = got(await prepare(world, { item: 1, blockWith: first.id }));
  const third = got(await prepare(world, { item: 2, blockWith: first.id }));
  const object = () =>
    perform(run.leaveBlockCommand, world.call(world.people[4] ?? world.secretary), {
      voteId: second.id,
    });
  got(await object());
  expect(await object()).toMatchObject({ ok: false, reason: "not-in-block" });
  got(await open(world, first));
  expect([await stateOf(first.id), await stateOf(second.id), await stateOf(third.id)]).toEqual([
    "open",
    "prepared",
    "open",
  ]);
  for (const id of [first.id, third.id]) await castAll(world, id, [yes, yes, yes, yes, yes]);
  const closed = got(await close(world, first.id));
  expect(await stateOf(third.id)).toBe("counted");
  got(await declare(world, closed));
  expect([await stateOf(third.id), await stateOf(second.id)]).toEqual(["declared", "prepared"]);
  const alone = await db().vote.findUniqueOrThrow({ where: { id: second.id } });
  got(await open(world, alone));
  expect(await db().resolution.count({ where: { allianceId: world.alliance.id } })).toBe(2);
});

test("Clock or double click: casting is idempotent per seat and vote", async () => {
  const world = await sitting();
  const vote = await opened(world);
  const call = { ...world.call(world.people[1] ?? world.secretary), idempotencyKey: "same" };
  const once = () =>
    perform(castBallotCommand, call, { voteId: vote.id, seatId: seatOf(world, 1), choice: yes });
  const answers = await Promise.all([once(), once(), once()]);
  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(await db().ballot.findMany({ where: { voteId: vote.id } })).toMatchObject([
    { changes: 0 },
  ]);
});

test("Person with two seats: one ballot per seat only if the rule allows", async () => {
  for (const twoSeats of [false, true]) {
    const world = await sitting({ options: { twoSeats } });
    await db().presence.updateMany({
      where: { meetingId: world.meeting.id, seatId: seatOf(world, 2) },
      data: { personId: world.people[1]?.personId ?? null },
    });
    const vote = await opened(world);
    got(await cast(world, vote.id, 1, yes));
    const second = await cast(world, vote.id, 1, yes, 2);
    expect(second).toMatchObject(twoSeats ? { ok: true } : { ok: false, reason: "one-seat-only" });
    // Changing the first one is no second vote.
    got(await cast(world, vote.id, 1, no));
  }
});

test("proxy: one card per vote carried, with the principal's instruction; the holder may vote differently", async () => {
  const world = await sitting({ present: 8 });
  await proxy(world, 8, 1, "no");
  const vote = await opened(world);
  const seen = await ask(votesOfMeetingQuery, world.call(world.people[1] ?? world.secretary), {
    meetingId: world.meeting.id,
  });
  expect(
    seen.items[0]?.cards.map(({ number, proxy: carried, instruction }) => [
      number,
      carried,
      instruction,
    ]),
  ).toEqual([
    [2, false, null],
    [9, true, "no"],
  ]);
  got(await cast(world, vote.id, 1, yes));
  got(await cast(world, vote.id, 1, yes, 8));
  expect(
    await db().ballot.findFirstOrThrow({ where: { voteId: vote.id, seatId: seatOf(world, 8) } }),
  ).toMatchObject({
    choice: "yes",
    proxySeatId: seatOf(world, 1),
  });
});

test("proxy: a holder who left cannot cast, for neither seat", async () => {
  const world = await sitting({ present: 8 });
  await proxy(world, 8, 1);
  const vote = await opened(world);
  await leave(world, 1);
  expect(await cast(world, vote.id, 1, yes)).toMatchObject({ ok: false, reason: "not-present" });
  expect(await cast(world, vote.id, 1, yes, 8)).toMatchObject({ ok: false, reason: "not-present" });
});

test("proxy: the principal who checks in acts again, except in a vote in which the proxy has cast", async () => {
  const world = await sitting({ present: 7, items: 2 });
  const given = await proxy(world, 8, 1);
  const first = await opened(world);
  const second = await opened(world, { item: 1 });
  got(await cast(world, first.id, 1, yes, 8));
  await db().proxy.updateMany({ where: { id: given.id }, data: { state: "revoked" } });
  await arrive(world, 8);
  expect(await cast(world, first.id, 8, no)).toMatchObject({ ok: false, reason: "proxy-has-cast" });
  got(await cast(world, second.id, 8, no));
  await expect(cast(world, second.id, 1, yes, 8)).rejects.toMatchObject({ code: "forbidden" });
});

const half = { ...usual, pass: { base: "yes_plus_no", num: 1, den: 2, cmp: "gt" } } as const;
const even = [yes, yes, yes, yes, no, no, no, no, abstain];

test("ties: FAILS", async () => {
  expect((await decided(await sitting({ rule: half }), even)).outcome).toBe("rejected");
});

test("ties: CHAIR_CASTS is a separate act with reason, by whoever chairs, and only once", async () => {
  const world = await sitting({ rule: { ...half, tie: "chair_casts" } });
  const vote = await opened(world);
  await castAll(world, vote.id, even);
  const closed = got(await close(world, vote.id));
  expect(await declare(world, closed)).toMatchObject({ ok: false, reason: "casting-vote-missing" });
  const decide = (actor = world.people[0]) =>
    perform(run.decideTieCommand, world.call(actor ?? world.secretary), {
      voteId: vote.id,
      choice: yes,
      reason: "示例：工作需要",
    });
  await expect(decide(world.people[1])).rejects.toMatchObject({ code: "forbidden" });
  const cast1 = got(await decide());
  expect(await decide()).toMatchObject({ ok: false, reason: "no-casting-vote" });
  expect(got(await declare(world, cast1)).outcome).toBe("carried");
  const motion = await db().motion.findFirstOrThrow({ where: { allianceId: world.alliance.id } });
  expect([motion.yes, motion.no]).toEqual([4, 4]);
});

test("ties: one more round, then fails", async () => {
  const world = await sitting({ rule: { ...half, tie: "one_more_round_then_fails" } });
  expect((await decided(world, even)).outcome).toBe("tied");
  const second = await decided(world, even, { reason: "tie" });
  expect(second.outcome).toBe("rejected");
});

test("ties: REFER_UP, and no casting vote in a secret ballot", async () => {
  const up = await sitting({ rule: { ...half, tie: "refer_up" } });
  expect((await decided(up, even)).outcome).toBe("tied");
  expect(
    (await db().agendaItem.findUniqueOrThrow({ where: { id: up.items[0]?.id ?? "" } })).state,
  ).toBe("referred_up");
  const world = await sitting({ rule: { ...half, tie: "chair_casts" } });
  const vote = await opened(world, { method: "secret" });
  for (const [index, choice] of even.entries())
    got(await castSecret(world, vote.id, index, choice));
  const closed = got(await close(world, vote.id));
  expect(
    await perform(run.decideTieCommand, world.call(world.secretary), {
      voteId: vote.id,
      choice: yes,
      reason: "示例",
    }),
  ).toMatchObject({ ok: false, reason: "no-casting-vote" });
  expect(got(await declare(world, closed)).outcome).toBe("tied");
});

test("re-vote on new facts in the same meeting needs a procedural majority first; the later resolution replaces the former", async () => {
  const world = await sitting({ items: 1 });
  const put = (more: { kind: "decide" | "procedural"; matter: string }) =>
    perform(addItemCommand, world.call(world.secretary), {
      meetingId: world.meeting.id,
      title: "示例：就第 1 项再次表决",
      ...more,
    });
  const all = Array.from({ length: 9 }, () => yes);
  await decided(world, all);
  expect(await prepare(world, { reason: "new_facts" })).toMatchObject({
    ok: false,
    reason: "procedural-majority-first",
  });
  expect(await prepare(world, { reason: "tie" })).toMatchObject({
    ok: false,
    reason: "revote-reason-does-not-fit",
  });
  // Nothing that was not on the agenda can be put while the meeting sits, but how to go on with it can.
  expect(await put({ kind: "decide", matter: "ordinary" })).toMatchObject({
    ok: false,
    reason: "wrong-state",
  });
  expect(await put({ kind: "procedural", matter: "ordinary" })).toMatchObject({
    ok: false,
    reason: "wrong-state",
  });
  const motion = got(await put({ kind: "procedural", matter: "procedural" }));
  world.items.push(await db().agendaItem.findUniqueOrThrow({ where: { id: motion.id } }));
  await decided(world, all, { item: 1 });
  await decided(world, all, { reason: "new_facts" });
  const events = await db().resolutionEvent.findMany({
    where: { allianceId: world.alliance.id },
    include: { byResolution: true },
  });
  expect(events.map(({ kind, byResolution }) => [kind, byResolution?.number])).toEqual([
    ["superseded", 3],
  ]);
});
