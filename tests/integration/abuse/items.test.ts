import { expect, test } from "vitest";
import { challengeCommand } from "@/lib/features/meetings/procedures/attend";
import { settleItemCommand } from "@/lib/features/meetings/procedures/run";
import { perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { got, open, prepare, seatOf, sitting } from "../votes/world";

const { db } = useDatabase();

test("no vote is opened while the body has not decided who has a conflict", async () => {
  const world = await sitting();
  const vote = got(await prepare(world));
  got(
    await perform(challengeCommand, world.call(world.people[4] ?? world.secretary), {
      itemId: world.items[0]?.id ?? "",
      seatId: seatOf(world, 2),
      reason: "示例：持有股份",
    }),
  );
  expect(await open(world, vote)).toMatchObject({ ok: false, reason: "conflict-undecided" });
  expect(await db().voteElector.count({ where: { voteId: vote.id } })).toBe(0);
  await db().recusal.updateMany({
    where: { itemId: world.items[0]?.id ?? "" },
    data: { state: "cleared" },
  });
  expect(got(await open(world, vote)).state).toBe("open");
});

test("a vote that was prepared is not opened on an item that was taken back or put off since", async () => {
  for (const how of ["withdraw", "defer"] as const) {
    const world = await sitting();
    const vote = got(await prepare(world));
    const item = world.items[0];
    const settled = await perform(settleItemCommand, world.call(world.secretary), {
      itemId: item?.id ?? "",
      version: item?.version ?? 0,
      how,
    });
    expect(settled.ok).toBe(true);
    expect(await open(world, vote)).toMatchObject({ ok: false, reason: "wrong-state" });
  }
});
