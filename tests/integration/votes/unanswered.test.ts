import { expect, test } from "vitest";
import * as attend from "@/lib/features/meetings/procedures/attend";
import * as ballots from "@/lib/features/votes/procedures/ballots";
import { decideTieCommand } from "@/lib/features/votes/procedures/run";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createStoredFile } from "@/prisma/seed/factories/governance";
import { useDatabase } from "@/tests/support/database";
import {
  cast,
  castSecret,
  close,
  got,
  open,
  opened,
  prepare,
  seatOf,
  sitting,
  usual,
  type World,
} from "./world";

const { db } = useDatabase();

/** The register of interests asks this seat, and nobody has answered. */
const suggest = (world: World, index: number) =>
  db().recusal.create({
    data: {
      allianceId: world.alliance.id,
      itemId: world.items[0]?.id ?? "",
      seatId: seatOf(world, index),
      state: "suggested",
      source: "register",
    },
  });

const declare = (world: World, index: number, conflict: "yes" | "no") =>
  perform(attend.declareConflictCommand, world.call(world.people[index] ?? world.secretary), {
    itemId: world.items[0]?.id ?? "",
    seatId: seatOf(world, index),
    conflict,
  });

const told = (world: World, index: number, conflict: "yes" | "no", by = world.secretary) =>
  perform(attend.recordDeclarationCommand, world.call(by), {
    itemId: world.items[0]?.id ?? "",
    seatId: seatOf(world, index),
    conflict,
    reason: "示例：当场口头说明",
  });

const cardOf = async (world: World, index: number) => {
  const call = world.call(world.people[index] ?? world.secretary);
  const { items } = await ask(ballots.votesOfMeetingQuery, call, { meetingId: world.meeting.id });
  return items[0]?.cards.find(({ seatId }) => seatId === seatOf(world, index));
};

test("whoever has not answered a suggested conflict does not vote; “no conflict” opens the ballot", async () => {
  const world = await sitting();
  await suggest(world, 3);
  const vote = await opened(world);
  expect(await cast(world, vote.id, 3, "yes")).toMatchObject({ reason: "conflict-unanswered" });
  expect(await cardOf(world, 3)).toMatchObject({ barred: "unanswered" });
  got(await cast(world, vote.id, 2, "yes"));
  got(await declare(world, 3, "no"));
  expect(await cardOf(world, 3)).toMatchObject({ barred: null });
  got(await cast(world, vote.id, 3, "yes"));
  // Answered, conflicts are frozen again for as long as the vote runs.
  expect(await declare(world, 3, "yes")).toMatchObject({ reason: "vote-open" });
});

test("a seat that steps back while the vote runs has no ballot in it and counts as recused at the close", async () => {
  const world = await sitting();
  await suggest(world, 3);
  const vote = await opened(world);
  got(await declare(world, 3, "yes"));
  expect(await cast(world, vote.id, 3, "yes")).toMatchObject({ reason: "seat-recused" });
  for (const index of [0, 1, 2, 4, 5, 6, 7, 8]) got(await cast(world, vote.id, index, "yes"));
  got(await close(world, vote.id));
  const stored = await db().vote.findUniqueOrThrow({ where: { id: vote.id } });
  expect(stored.tally).toMatchObject({ votes: { yes: 8, recused: 1 } });
});

test("a secret ballot waits as well, and nothing of it is written", async () => {
  const world = await sitting();
  await suggest(world, 3);
  const vote = await opened(world, { method: "secret" });
  expect(await castSecret(world, vote.id, 3, "no")).toMatchObject({
    reason: "conflict-unanswered",
  });
  const count = () => db().ballotBox.count({ where: { voteId: vote.id } });
  expect([await count(), await db().ballotIssue.count({ where: { voteId: vote.id } })]).toEqual([
    0, 0,
  ]);
  got(await declare(world, 3, "no"));
  got(await castSecret(world, vote.id, 3, "no"));
  expect(await count()).toBe(1);
});

test("hands cannot be told apart: the vote does not open before everybody has answered", async () => {
  const world = await sitting();
  await suggest(world, 3);
  const vote = got(await prepare(world, { method: "hands" }));
  expect(await open(world, vote)).toMatchObject({
    reason: "conflicts-unanswered",
    details: { count: 1 },
  });
  got(await told(world, 3, "no"));
  got(await open(world, vote));
});

test("the secretary records what was said aloud, with how; nobody else does, and never twice", async () => {
  const world = await sitting();
  await suggest(world, 3);
  await suggest(world, 4);
  await expect(told(world, 3, "no", world.people[5])).rejects.toMatchObject({ code: "forbidden" });
  const foreign = await sitting();
  const abroad = { actor: foreign.secretary, tenant: foreign.alliance.slug };
  await expect(
    perform(attend.recordDeclarationCommand, abroad, {
      itemId: world.items[0]?.id ?? "",
      seatId: seatOf(world, 3),
      conflict: "no",
      reason: "示例",
    }),
  ).rejects.toMatchObject({ code: "not-found" });
  // Nobody puts a seat out of the vote that was not asked.
  expect(await told(world, 5, "yes")).toMatchObject({ reason: "wrong-state" });
  got(await told(world, 3, "no"));
  got(await told(world, 4, "yes", world.people[0]));
  expect(await told(world, 3, "no")).toMatchObject({ reason: "wrong-state" });
  const states = await db().recusal.findMany({
    where: { itemId: world.items[0]?.id ?? "" },
    orderBy: { seatId: "asc" },
    select: { state: true, reason: true },
  });
  expect(states.map(({ state }) => state).sort()).toEqual(["declared", "denied"]);
  expect(states[0]?.reason).toBe("示例：当场口头说明");
  const entry = await db().auditEntry.findFirstOrThrow({
    where: { action: "conflict.declare", chain: world.alliance.id },
  });
  expect(entry.actorId).toBe(world.people[0]?.userId);
});

test("a chair who has not answered casts no deciding vote", async () => {
  const pass = { ...usual.pass, base: "yes_plus_no" as const };
  const rule = { ...usual, pass, tie: "chair_casts" as const };
  const world = await sitting({ seats: 8, filled: 8, rule });
  await suggest(world, 0);
  const vote = await opened(world);
  for (const index of [1, 2, 3]) got(await cast(world, vote.id, index, "yes"));
  for (const index of [4, 5, 6]) got(await cast(world, vote.id, index, "no"));
  const closed = got(await close(world, vote.id));
  const decide = () =>
    perform(decideTieCommand, world.call(world.people[0] ?? world.secretary), {
      voteId: closed.id,
      choice: "yes",
      reason: "示例",
    });
  expect(await decide()).toMatchObject({ reason: "conflict-unanswered" });
});

test("a proxy is not cast while its carrier has not answered, nor while its principal has not", async () => {
  const world = await sitting();
  const allianceId = world.alliance.id;
  await db().presence.updateMany({
    where: { meetingId: world.meeting.id, seatId: { in: [seatOf(world, 7), seatOf(world, 8)] } },
    data: { leftAt: new Date() },
  });
  for (const [principal, holder] of [
    [7, 3],
    [8, 4],
  ] as const) {
    await db().proxy.create({
      data: {
        allianceId,
        meetingId: world.meeting.id,
        principalSeatId: seatOf(world, principal),
        holderSeatId: seatOf(world, holder),
        state: "active",
        cap: 1,
      },
    });
  }
  await suggest(world, 3);
  await suggest(world, 8);
  const vote = await opened(world);
  expect(await cast(world, vote.id, 3, "yes", 7)).toMatchObject({ reason: "conflict-unanswered" });
  expect(await cast(world, vote.id, 4, "yes", 8)).toMatchObject({ reason: "conflict-unanswered" });
  got(await cast(world, vote.id, 4, "yes"));
  got(await declare(world, 3, "no"));
  got(await cast(world, vote.id, 3, "yes", 7));
  got(await told(world, 8, "yes"));
  expect(await cast(world, vote.id, 4, "yes", 8)).toMatchObject({ reason: "seat-recused" });
});

test("a reply on paper waits for the answer too", async () => {
  const world = await sitting({
    mode: "correspondence",
    options: { mail: { allowed: true, minHours: 1 } },
  });
  await suggest(world, 3);
  const vote = await opened(world, {}, { hours: 24 });
  const file = await createStoredFile(db(), { allianceId: world.alliance.id });
  const enter = () =>
    perform(ballots.enterPaperCommand, world.call(world.secretary), {
      voteId: vote.id,
      seatId: seatOf(world, 3),
      choice: "yes",
      paperFileId: file.id,
    });
  expect(await enter()).toMatchObject({ reason: "conflict-unanswered" });
  got(await told(world, 3, "no"));
  got(await enter());
});

test("the database itself takes no ballot of a seat that has not answered, whoever writes it", async () => {
  const world = await sitting();
  await suggest(world, 3);
  const vote = await opened(world);
  const ballot = (index: number) => db().$executeRaw`
    INSERT INTO ballots (alliance_id, vote_id, seat_id, choice, cast_at, cast_by_id)
    VALUES (${world.alliance.id}::uuid, ${vote.id}::uuid, ${seatOf(world, index)}::uuid, 'yes', now(),
      ${world.people[index]?.userId}::uuid)`;
  await expect(ballot(3)).rejects.toThrow(/conflict-unanswered/);
  await ballot(2);
});

test("answer and ballot at once: never a ballot of a seat that stepped back", async () => {
  for (let round = 0; round < 8; round += 1) {
    const world = await sitting();
    await suggest(world, 3);
    const vote = await opened(world);
    await Promise.all([
      declare(world, 3, "yes").catch((error) => error),
      declare(world, 3, "no").catch((error) => error),
      cast(world, vote.id, 3, "yes").catch((error) => error),
      cast(world, vote.id, 3, "no").catch((error) => error),
    ]);
    const { state } = await db().recusal.findFirstOrThrow({ where: { seatId: seatOf(world, 3) } });
    const count = await db().ballot.count({ where: { voteId: vote.id } });
    expect(["declared", "denied"]).toContain(state);
    if (state === "declared") expect(count).toBe(0);
  }
});

test("a seat that stepped back is not waited for in a written vote, and its silence is no abstention", async () => {
  const options = { mail: { allowed: true, minHours: 1, silence: "abstains" } };
  const world = await sitting({ mode: "correspondence", options });
  await suggest(world, 3);
  const vote = await opened(world, {}, { hours: 24 });
  for (const index of [0, 1, 2, 4, 5, 6, 7, 8]) got(await cast(world, vote.id, index, "yes"));
  expect(await close(world, vote.id)).toMatchObject({ reason: "replies-outstanding" });
  got(await declare(world, 3, "yes"));
  got(await close(world, vote.id));
  const stored = await db().vote.findUniqueOrThrow({ where: { id: vote.id } });
  expect(stored.tally).toMatchObject({ votes: { yes: 8, abstain: 0, recused: 1 } });
});
