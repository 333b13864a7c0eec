import { expect, test } from "vitest";
import { recountVoteQuery } from "@/lib/features/votes/procedures/ballots";
import { ask } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { cast, castSecret, close, opened, sitting } from "./world";

const { db } = useDatabase();
const pick = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)] as T;

test("A-16 twenty ballots at once for each seat: one stays, by name and in secret", async () => {
  const world = await sitting();
  for (const method of ["named", "secret"] as const) {
    const inner = method === "named" ? world : await sitting();
    const vote = await opened(inner, { method });
    const answers = await Promise.allSettled(
      Array.from({ length: 180 }, (_, index) =>
        (method === "named" ? cast : castSecret)(
          inner,
          vote.id,
          index % 9,
          pick(["yes", "no", "abstain"]),
        ),
      ),
    );
    const won = answers.filter((answer) => answer.status === "fulfilled" && answer.value.ok).length;
    if (method === "secret") expect(won).toBe(9);
    const rows =
      method === "named"
        ? await db().ballot.count({ where: { voteId: vote.id } })
        : await db().ballotIssue.count({ where: { voteId: vote.id } });
    expect(rows).toBe(9);
  }
}, 60_000);

test("a vote against its close, over and over: what was accepted is counted, and the stored result is the recount", async () => {
  for (let round = 0; round < 12; round += 1) {
    const world = await sitting({ seats: 5 });
    const method = round % 2 ? "secret" : "named";
    const vote = await opened(world, { method });
    const casting = Promise.all(
      [0, 1, 2, 3, 4].map((index) =>
        (method === "named" ? cast : castSecret)(world, vote.id, index, pick(["yes", "no"])),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
    const [answers, closed] = await Promise.all([casting, close(world, vote.id)]);
    // A secret box is not opened on a few ballots; with all of them it is.
    if (!closed.ok) {
      expect([method, closed.reason]).toEqual(["secret", "too-few-cast-in-secret"]);
      expect((await close(world, vote.id)).ok).toBe(true);
    }
    const accepted = answers.filter((answer) => answer.ok).length;
    const stored = await db().vote.findUniqueOrThrow({ where: { id: vote.id } });
    const { votes } = stored.tally as { votes: { yes: number; no: number } };
    expect(votes.yes + votes.no).toBe(accepted);
    const again = await ask(recountVoteQuery, world.call(world.secretary), { voteId: vote.id });
    expect(again).toMatchObject({
      openingIntact: true,
      closingIntact: true,
      ballotsAgree: true,
      resultAgrees: true,
    });
  }
}, 120_000);
