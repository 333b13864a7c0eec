import pg from "pg";
import { expect, test } from "vitest";
import {
  getVoteQuery,
  recountVoteQuery,
  votesOfMeetingQuery,
} from "@/lib/features/votes/procedures/ballots";
import { ask } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import {
  cast,
  castAll,
  close,
  decided,
  declare,
  got,
  open,
  opened,
  prepare,
  seatOf,
  sitting,
} from "./world";

const { db, url } = useDatabase();

const yes = "yes" as const;
const no = "no" as const;
const abstain = "abstain" as const;

test("a named vote from the item to the numbered resolution, with the sum in words", async () => {
  const world = await sitting();
  const result = await decided(world, [yes, yes, yes, yes, yes, no, no, abstain, null]);
  expect(result).toMatchObject({
    state: "declared",
    outcome: "carried",
    resolution: { number: 1 },
  });
  const vote = await ask(getVoteQuery, world.call(world.secretary), { voteId: result.id });
  expect(vote.vote.sheet).toMatchObject({
    votes: { present: 9, recused: 0, yes: 5, no: 2, abstain: 1, invalid: 0 },
    silent: 1,
    pass: { count: 5, den: 2, num: 1, base: 9, met: true },
    quorum: { count: 9, needed: 6, met: true },
    outcome: "carried",
  });
  expect(vote.named?.map(({ choice }) => choice)).toEqual([
    "yes",
    "yes",
    "yes",
    "yes",
    "yes",
    "no",
    "no",
    "abstain",
    null,
  ]);
  const item = await db().agendaItem.findUniqueOrThrow({ where: { id: world.items[0]?.id ?? "" } });
  expect(item.state).toBe("decided");
});

test("the last choice counts until the close, and the earlier ones stand in the audit", async () => {
  const world = await sitting();
  const vote = await opened(world);
  await castAll(world, vote.id, [yes, yes]);
  got(await cast(world, vote.id, 0, "no"));
  got(await cast(world, vote.id, 0, "no"));
  const ballot = await db().ballot.findFirstOrThrow({
    where: { voteId: vote.id, seatId: seatOf(world, 0) },
  });
  expect([ballot.choice, ballot.changes]).toEqual(["no", 1]);
  const entries = await db().auditEntry.findMany({
    where: { action: "ballot.cast", subjectId: vote.id },
    orderBy: { seq: "asc" },
  });
  expect(
    entries
      .map(({ details }) => details as { choice: string; before: string | null })
      .map((d) => [d.before, d.choice]),
  ).toEqual([
    [null, "yes"],
    [null, "yes"],
    ["yes", "no"],
  ]);
  expect(got(await close(world, vote.id)).state).toBe("counted");
  expect(await cast(world, vote.id, 0, "yes")).toMatchObject({ ok: false, reason: "vote-closed" });
});

test("counts are nobody's before the close, and the chair's before the declaration", async () => {
  const world = await sitting();
  const vote = await opened(world);
  await castAll(world, vote.id, [yes, no]);
  const seen = async (actor = world.people[3]) =>
    (
      await ask(votesOfMeetingQuery, world.call(actor ?? world.secretary), {
        meetingId: world.meeting.id,
      })
    ).items[0]?.votes[0];
  expect(await seen()).toMatchObject({ cast: 2, electors: 9, sheet: null });
  expect(await seen(world.secretary)).toMatchObject({ cast: 2, sheet: null });
  got(await close(world, vote.id));
  expect((await seen())?.sheet).toBeNull();
  expect((await seen(world.secretary))?.sheet?.votes.yes).toBe(1);
});

test("A-24 fifty closes at once give one result", async () => {
  const world = await sitting();
  const vote = await opened(world);
  await castAll(world, vote.id, [yes, yes, yes, yes, yes]);
  const closes = await Promise.all(Array.from({ length: 50 }, () => close(world, vote.id)));
  expect(new Set(closes.map((result) => JSON.stringify(result)))).toHaveProperty("size", 1);
  const entries = await db().auditEntry.count({
    where: { action: "vote.close", subjectId: vote.id },
  });
  expect(entries).toBe(1);
});

test("two openings and two declarations at once: one wins", async () => {
  const world = await sitting();
  const prepared = got(await prepare(world));
  const openings = await Promise.allSettled([open(world, prepared), open(world, prepared)]);
  expect(openings.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
  const vote = { id: prepared.id, version: prepared.version + 1 };
  await castAll(
    world,
    vote.id,
    Array.from({ length: 9 }, () => yes),
  );
  const closed = got(await close(world, vote.id));
  const declared = await Promise.allSettled([declare(world, closed), declare(world, closed)]);
  expect(declared.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
  expect(await db().motion.count({ where: { agendaItemId: world.items[0]?.id ?? "" } })).toBe(1);
  expect(await db().resolution.count({ where: { allianceId: world.alliance.id } })).toBe(1);
});

test("A-19 nobody but the frozen electors casts, and only in their own seat", async () => {
  const world = await sitting({ present: 7 });
  const vote = await opened(world);
  await expect(cast(world, vote.id, 8, "yes")).rejects.toMatchObject({ code: "forbidden" });
  await expect(cast(world, vote.id, 1, "yes", 2)).rejects.toMatchObject({ code: "forbidden" });
  await expect(
    cast({ ...world, people: [world.secretary] }, vote.id, 0, "yes"),
  ).rejects.toMatchObject({ code: "forbidden" });
  const other = await sitting();
  await expect(cast({ ...world, call: other.call }, vote.id, 0, "yes")).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("A-17 nothing is taken after the time is over, by the clock of the database", async () => {
  const world = await sitting();
  const vote = await opened(world, {}, { minutes: 1 });
  await db().vote.updateMany({
    where: { id: vote.id },
    data: { closesAt: new Date(Date.now() - 1000) },
  });
  expect(await cast(world, vote.id, 0, "yes")).toMatchObject({ ok: false, reason: "vote-closed" });
  expect(await db().ballot.count({ where: { voteId: vote.id } })).toBe(0);
});

test("I-04 the sheet is the same after the snapshot's members, seats and rules are gone", async () => {
  const world = await sitting();
  const result = await decided(world, [yes, yes, yes, yes, yes, yes, no, no, null]);
  const before = await ask(recountVoteQuery, world.call(world.secretary), { voteId: result.id });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("SET session_replication_role = replica");
  for (const table of [
    "meeting_seats",
    "presences",
    "seat_holdings",
    "seat_delegates",
    "seats",
    "memberships",
    "membership_periods",
    "organizations",
  ]) {
    await client.query(`DELETE FROM ${table}`);
  }
  await client.query("UPDATE rule_sets SET pass_num = 9, pass_den = 10");
  await client.end();
  const after = await ask(recountVoteQuery, world.call(world.secretary), { voteId: result.id });
  expect(after).toEqual(before);
  expect(after).toMatchObject({
    openingIntact: true,
    closingIntact: true,
    ballotsAgree: true,
    resultAgrees: true,
  });
});
