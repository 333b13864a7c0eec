import { expect, test } from "vitest";
import { castBallotCommand, recountVoteQuery } from "@/lib/features/votes/procedures/ballots";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { cast, castSecret, close, opened, seatOf, sitting } from "../integration/votes/world";
import { useDatabase } from "../support/database";

/*
 * Below HTTP, at full size (npm run test:torture); tests/integration/votes/races.test.ts runs it small, and TORTURE_ROUNDS
 * lowers it for a first look.
 */
const { db } = useDatabase();
const ROUNDS = Number(process.env.TORTURE_ROUNDS ?? 1000);
const pick = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)] as T;

test(`${ROUNDS} rounds of vote against close: the stored result is the recount`, async () => {
  const world = await sitting({ seats: 5, items: ROUNDS });
  for (let round = 0; round < ROUNDS; round += 1) {
    const secret = round % 2 === 1;
    const vote = await opened(world, { method: secret ? "secret" : "named", item: round });
    const casting = Promise.all(
      [0, 1, 2, 3, 4].map((index) =>
        (secret ? castSecret : cast)(world, vote.id, index, pick(["yes", "no"])),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
    const [answers] = await Promise.all([casting, close(world, vote.id)]);
    const stored = await db().vote.findUniqueOrThrow({ where: { id: vote.id } });
    const { votes } = stored.tally as { votes: { yes: number; no: number } };
    expect(votes.yes + votes.no).toBe(answers.filter((answer) => answer.ok).length);
    const there = secret
      ? await db().ballotIssue.findMany({ where: { voteId: vote.id }, select: { seatId: true } })
      : await db().ballot.findMany({ where: { voteId: vote.id }, select: { seatId: true } });
    const seats = answers.flatMap((answer, seat) => (answer.ok ? [seatOf(world, seat)] : []));
    expect(there.map(({ seatId }) => seatId).toSorted()).toEqual(seats.toSorted());
    expect(
      await ask(recountVoteQuery, world.call(world.secretary), { voteId: vote.id }),
    ).toMatchObject({
      openingIntact: true,
      closingIntact: true,
      ballotsAgree: true,
      resultAgrees: true,
    });
  }
}, 3_600_000);

test("A-17 a thousand ballots across the deadline: every accepted one is counted, every later one refused", async () => {
  const world = await sitting({ seats: 50 });
  const vote = await opened(world, {}, { minutes: 1 });
  await db()
    .$executeRaw`UPDATE votes SET closes_at = clock_timestamp() + interval '2 seconds' WHERE id = ${vote.id}::uuid`;
  const accepted = new Set<number>();
  await Promise.all(
    Array.from({ length: 20 }, async (_, lane) => {
      for (let turn = 0; turn < 50; turn += 1) {
        const seat = (lane * 50 + turn) % 50;
        const actor = world.people[seat] ?? world.secretary;
        const answer = await perform(castBallotCommand, world.call(actor), {
          voteId: vote.id,
          seatId: seatOf(world, seat),
          choice: "yes",
        });
        if (answer.ok) accepted.add(seat);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 80));
      }
    }),
  );
  expect(await db().ballot.count({ where: { voteId: vote.id } })).toBe(accepted.size);
  const late = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM ballots b JOIN votes v ON v.id = b.vote_id WHERE b.cast_at >= v.closes_at AND v.id = ${vote.id}::uuid`;
  expect(late[0]?.n).toBe(0);
}, 600_000);
