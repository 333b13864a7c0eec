import { expect, test } from "vitest";
import { undertakeCommand, withdrawBidCommand } from "@/lib/features/calls/procedures/bids";
import {
  extendCallCommand,
  listCallsQuery,
  officeStepCommand,
  openBidsCommand,
  posterStepCommand,
  proposeTermsCommand,
  publishCallCommand,
} from "@/lib/features/calls/procedures/needs";
import { addDays } from "@/lib/kernel/dates";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import {
  biddingCall,
  callWorld,
  closeNow,
  openedCall,
  seen,
  submit,
  today,
  value,
  versionOf,
} from "./world";

const { db } = useDatabase();

const SECRET = "示例：只有本团队知道的秘密工艺";

test("a sealed bid is read by nobody before the deadline, not by SQL and not by its own team", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  const sealed = value(await submit(world.bidders[0], id, { plan: SECRET, quote: "123456.78" }));
  const rows = await db().$queryRaw<
    { row: string }[]
  >`SELECT b::text AS row FROM bids b WHERE call_id = ${id}::uuid`;
  expect(rows).toHaveLength(1);
  for (const needle of [
    SECRET,
    "123456.78",
    Buffer.from(SECRET).toString("hex"),
    Buffer.from("123456.78").toString("hex"),
  ]) {
    expect(rows[0]?.row).not.toContain(needle);
  }
  for (const call of [world.office, world.supervisor, world.enterprise, ...world.bidders]) {
    const text = JSON.stringify(await seen(world, id, call));
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain("123456.78");
  }
  expect((await seen(world, id, world.bidders[0])).ownBids).toMatchObject([
    { sha256: sealed.sha256, state: "sealed" },
  ]);
  const chain = await db().$queryRaw<
    { n: number }[]
  >`SELECT count(*)::int AS n FROM audit_entries WHERE details::text LIKE ${`%${SECRET}%`}`;
  expect(chain[0]?.n).toBe(0);
});

test("bidders are hidden from each other, and their number from everybody, until the deadline", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  value(await submit(world.bidders[0], id));
  const other = await seen(world, id, world.bidders[1]);
  expect(JSON.stringify(other)).not.toContain(world.teams[0].id);
  expect(other.ownBids).toEqual([]);
  expect((await seen(world, id)).inside?.sealed).toBeNull();
  expect(JSON.stringify(await seen(world, id, world.enterprise))).not.toContain(world.teams[0].id);
  await closeNow(id);
  expect((await seen(world, id)).inside?.sealed).toBe(1);
});

test("a bid one second late is refused with the time said, and by the database too", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  value(await submit(world.bidders[0], id));
  const before = await db().bid.findFirstOrThrow({ where: { callId: id } });
  await closeNow(id);
  const late = await submit(world.bidders[1], id);
  expect(late).toMatchObject({ ok: false, reason: "bid-late" });
  expect(late.ok ? {} : late.details).toMatchObject({
    closed: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    now: expect.stringMatching(/:\d\d$/),
  });
  expect(await submit(world.bidders[0], id)).toMatchObject({ reason: "bid-late" });
  expect(await perform(withdrawBidCommand, world.bidders[0], { callId: id })).toMatchObject({
    reason: "bid-late",
  });
  await expect(
    db().$executeRaw`UPDATE bids SET sealed = decode('01', 'hex') WHERE id = ${before.id}::uuid`,
  ).rejects.toThrow(/bid-late/);
  expect(await db().bid.findMany({ where: { callId: id } })).toEqual([before]);
});

test("a bid is replaced and withdrawn by its team before the deadline; sent twice it is one", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  const first = value(await submit(world.bidders[0], id));
  const second = value(await submit(world.bidders[0], id, { quote: "300000" }));
  expect(second.id).toBe(first.id);
  expect(second.sha256).not.toBe(first.sha256);
  const call = { ...world.bidders[1], idempotencyKey: "bid-1" };
  const [x, y] = await Promise.all([submit(call, id), submit(call, id)]);
  expect(y).toEqual(x);
  expect(await db().bid.count({ where: { callId: id } })).toBe(2);
  value(await perform(withdrawBidCommand, world.bidders[0], { callId: id }));
  const gone = await db().bid.findUniqueOrThrow({ where: { id: first.id } });
  expect([gone.state, gone.sealed]).toEqual(["withdrawn", null]);
  expect(await perform(withdrawBidCommand, world.bidders[0], { callId: id })).toMatchObject({
    reason: "bid-none",
  });
  value(await submit(world.bidders[0], id));
});

test("two different people open, after the deadline, together", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  const open = async (call = world.office) => perform(openBidsCommand, call, await versionOf(id));
  value(await submit(world.bidders[0], id));
  expect(await open()).toMatchObject({ reason: "call-not-closed" });
  value(await submit(world.bidders[1], id, { plan: SECRET }));
  await expect(
    db()
      .$executeRaw`UPDATE bids SET state = 'excluded', excluded_reason = '示例', sealed = NULL WHERE call_id = ${id}::uuid`,
  ).rejects.toThrow(/bid-sealed/);
  await closeNow(id);
  value(await open());
  expect(JSON.stringify(await seen(world, id))).not.toContain(SECRET);
  expect(await open()).toMatchObject({ reason: "opener-twice" });
  // Who opened first is offered no second opening while the other is waited for.
  expect((await seen(world, id)).moves.open_second).toBeUndefined();
  expect((await seen(world, id, world.supervisor)).moves.open_second).toBe(true);
  await expect(
    db().call.update({
      where: { id },
      data: { secondOpenerId: world.office.actor.userId, openedAt: new Date() },
    }),
  ).rejects.toThrow(/calls_two_openers/);
  // Too long ago: the first has to come again.
  await db()
    .$executeRaw`UPDATE calls SET state_since = state_since - interval '31 minutes' WHERE id = ${id}::uuid`;
  expect((await seen(world, id)).moves.open_second).toBe(true);
  expect(value(await open(world.supervisor)).state).toBe("closed");
  const both = await Promise.allSettled([open(), open()]);
  expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
  const { inside } = await seen(world, id);
  expect(inside?.bids.map(({ letter }) => letter)).toEqual([1, 2]);
  expect(inside?.bids.some(({ content }) => content?.plan === SECRET)).toBe(true);
});

test("a seal that was swapped or spoiled opens nothing by halves", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  const a = value(await submit(world.bidders[0], id));
  const b = value(await submit(world.bidders[1], id));
  const [one, two] = [
    await db().bid.findUniqueOrThrow({ where: { id: a.id } }),
    await db().bid.findUniqueOrThrow({ where: { id: b.id } }),
  ];
  await db().bid.update({ where: { id: a.id }, data: { sealed: two.sealed } });
  await db().bid.update({ where: { id: b.id }, data: { sealed: one.sealed } });
  await closeNow(id);
  value(await perform(openBidsCommand, world.office, await versionOf(id)));
  expect(await perform(openBidsCommand, world.supervisor, await versionOf(id))).toMatchObject({
    reason: "bid-seal-broken",
    details: { count: 2 },
  });
  expect(await db().bid.count({ where: { callId: id, state: "sealed" } })).toBe(2);
});

test("who belongs to a bidder does not open", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  for (const bidder of world.bidders.slice(0, 2)) value(await submit(bidder, id));
  await closeNow(id);
  const chair = await world.as("chair", world.teams[0].id);
  expect(await perform(openBidsCommand, chair, await versionOf(id))).toMatchObject({
    reason: "opener-of-bidder",
  });
});

test("whoever is tied to the enterprise does not bid: itself, its group, its sponsor, a declared interest", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  const own = await world.as("school_leader", world.poster.id);
  expect(await submit(own, id)).toMatchObject({ reason: "bid-own-call" });
  const group = await db().organization.create({
    data: { name: "示例集团", kind: "enterprise", searchText: "示例集团", pinyin: "slijt" },
  });
  const teamId = world.teams[0].id;
  const tie = (data: object) => db().organization.update({ where: { id: teamId }, data });
  await db().organization.update({ where: { id: world.poster.id }, data: { parentId: group.id } });
  await tie({ parentId: group.id });
  expect(await submit(world.bidders[0], id)).toMatchObject({ reason: "bid-affiliated" });
  await tie({ parentId: null, sponsorId: world.poster.id });
  expect(await submit(world.bidders[0], id)).toMatchObject({ reason: "bid-affiliated" });
  await tie({ sponsorId: null });
  const interest = await db().interest.create({
    data: {
      allianceId: world.alliance.id,
      kind: "equity",
      organizationId: world.poster.id,
      counterpartId: teamId,
      validFrom: new Date("2020-01-01"),
    },
  });
  expect(await submit(world.bidders[0], id)).toMatchObject({ reason: "bid-affiliated" });
  await db().interest.update({
    where: { id: interest.id },
    data: { validTo: new Date("2021-01-01") },
  });
  value(await submit(world.bidders[0], id));
  // A tie that comes about later sets the bid apart at the opening.
  value(await submit(world.bidders[1], id));
  await tie({ sponsorId: world.poster.id });
  await closeNow(id);
  value(await perform(openBidsCommand, world.office, await versionOf(id)));
  value(await perform(openBidsCommand, world.supervisor, await versionOf(id)));
  const states = await db().bid.findMany({
    where: { callId: id },
    select: { state: true, excludedReason: true },
    orderBy: { submittedAt: "asc" },
  });
  expect(states).toEqual([
    { state: "excluded", excludedReason: "sponsor" },
    { state: "opened", excludedReason: null },
  ]);
});

test("a quote above the budget is refused, and a bid of another alliance's unit", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  expect(await submit(world.bidders[0], id, { quote: "500000.01" })).toMatchObject({
    reason: "bid-above-budget",
  });
  expect(await submit(world.bidders[0], id, { quote: "500000" })).toMatchObject({ ok: true });
  const stranger = await callWorld();
  await expect(submit(stranger.bidders[0], id)).rejects.toMatchObject({ code: "not-found" });
  await expect(
    submit(world.bidders[0], id, { organizationId: world.teams[1].id }),
  ).rejects.toMatchObject({ code: "forbidden" });
});

test("a milestone in the past, or after the day by which the enterprise needs the result, is refused", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  const due = (dueOn: string) =>
    submit(world.bidders[0], id, {
      milestones: [{ title: "示例", dueOn, deliverable: "示例", share: 100 }],
    });
  const until = addDays(today, 300);
  for (const day of [addDays(today, -1), today, addDays(until, 1)]) {
    expect(await due(day)).toMatchObject({ reason: "bid-dates-outside", details: { until } });
  }
  expect(await due(until)).toMatchObject({ ok: true });
});

test("details that are restricted are read after a signed undertaking; the public reads the anonymous title", async () => {
  const world = await callWorld();
  const id = await biddingCall(world, {
    secrecy: "restricted",
    publicTitle: "示例：某企业焊接难题",
    title: SECRET,
  });
  const visitor = { actor: anonymous, tenant: world.alliance.slug };
  for (const call of [visitor, world.bidders[0]]) {
    const view = await seen(world, id, call);
    expect(view).toMatchObject({ title: "示例：某企业焊接难题", details: null, poster: null });
    const list = await ask(listCallsQuery, call, { q: "焊接" });
    expect(JSON.stringify([view, list])).not.toContain(SECRET);
    expect(JSON.stringify([view, list])).not.toContain(world.poster.name);
    expect(list.total).toBe(1);
    expect((await ask(listCallsQuery, call, { q: SECRET })).total).toBe(0);
  }
  expect(await submit(world.bidders[0], id)).toMatchObject({ reason: "bid-needs-undertaking" });
  await expect(
    perform(undertakeCommand, world.bidders[0], { callId: id, agreed: "" as never }),
  ).rejects.toMatchObject({ code: "malformed" });
  const first = value(
    await perform(undertakeCommand, world.bidders[0], { callId: id, agreed: true }),
  );
  expect(
    value(await perform(undertakeCommand, world.bidders[0], { callId: id, agreed: true })).signedAt,
  ).toEqual(first.signedAt);
  expect((await seen(world, id, world.bidders[0])).title).toBe(SECRET);
  expect((await seen(world, id, world.bidders[1])).details).toBeNull();
  value(await submit(world.bidders[0], id));
  const kept = await db().callUndertaking.findFirstOrThrow({ where: { callId: id } });
  expect(kept.text).toContain("保密");
});

test("流榜: too few bids are never opened; extended once, re-issued once with changed terms, then ended", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  value(await submit(world.bidders[0], id));
  const office = async (step: "declare_no_bid" | "fail", more = {}) =>
    perform(officeStepCommand, world.office, { ...(await versionOf(id)), step, ...more });
  expect(await office("declare_no_bid")).toMatchObject({ reason: "call-not-closed" });
  await closeNow(id);
  expect(await perform(openBidsCommand, world.office, await versionOf(id))).toMatchObject({
    reason: "too-few-bids",
    details: { count: 1, least: 2 },
  });
  value(await office("declare_no_bid"));
  const later = { closesOn: addDays(today, 5), reason: "示例：再征集一周" };
  const extend = async () =>
    perform(extendCallCommand, world.office, { ...(await versionOf(id)), ...later });
  value(await extend());
  expect(await db().bid.count({ where: { callId: id, state: "sealed" } })).toBe(1);
  await closeNow(id);
  value(await office("declare_no_bid"));
  expect(await extend()).toMatchObject({ reason: "call-extended-already" });
  const terms = {
    criteria: [{ name: "示例", weight: 100 }],
    leastBids: 1,
    reason: "示例：降低门槛",
  };
  const reissue = async () =>
    perform(proposeTermsCommand, world.office, { ...(await versionOf(id)), ...terms });
  value(await reissue());
  expect(
    await db().bid.findFirst({ where: { callId: id }, select: { state: true, sealed: true } }),
  ).toEqual({ state: "lapsed", sealed: null });
  value(
    await perform(posterStepCommand, world.enterprise, { ...(await versionOf(id)), step: "agree" }),
  );
  value(
    await perform(publishCallCommand, world.office, {
      ...(await versionOf(id)),
      closesOn: addDays(today, 5),
    }),
  );
  const call = await db().call.findUniqueOrThrow({ where: { id } });
  expect([call.round, call.listVersion, call.codeNumber]).toEqual([2, 2, 1]);
  await closeNow(id);
  value(await office("declare_no_bid"));
  expect(await reissue()).toMatchObject({ reason: "call-reissued-already" });
  await expect(office("fail")).rejects.toMatchObject({ code: "malformed" });
  value(await office("fail", { reason: "示例：两轮无人揭榜" }));
});

test("enough bids are not declared too few", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  for (const bidder of world.bidders.slice(0, 2)) value(await submit(bidder, id));
  await closeNow(id);
  const step = { ...(await versionOf(id)), step: "declare_no_bid" as const };
  expect(await perform(officeStepCommand, world.office, step)).toMatchObject({
    reason: "enough-bids",
  });
});

test("an opened bid is never changed, and none is deleted", async () => {
  const world = await callWorld();
  const id = await openedCall(world);
  const bid = await db().bid.findFirstOrThrow({ where: { callId: id } });
  await expect(
    db().$executeRaw`UPDATE bids SET quote = 1 WHERE id = ${bid.id}::uuid`,
  ).rejects.toThrow(/immutable/);
  await expect(db().$executeRaw`DELETE FROM bids WHERE id = ${bid.id}::uuid`).rejects.toThrow(
    /immutable/,
  );
});
