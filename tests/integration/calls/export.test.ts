import { expect, test } from "vitest";
import { exportCallsQuery, listCallsQuery } from "@/lib/features/calls/procedures/needs";
import { ask } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { biddingCall, callWorld, submit, value } from "./world";

useDatabase();

const SECRET = "示例：机密焊接工艺";
const publicTitle = "示例：某企业焊接难题";

test("no file names a restricted call or its enterprise, whoever takes it, but the enterprise's own", async () => {
  const world = await callWorld();
  await biddingCall(world);
  const id = await biddingCall(world, { secrecy: "restricted", publicTitle, title: SECRET });
  expect((await ask(listCallsQuery, world.office, {})).items[0]?.title).toBe(SECRET);
  for (const who of [world.office, world.supervisor]) {
    const { items, total } = await ask(exportCallsQuery, who, {});
    expect(total).toBe(2);
    expect(items.find((row) => row.id === id)).toMatchObject({ title: publicTitle, poster: null });
    expect(JSON.stringify(items)).not.toContain(SECRET);
  }
  const own = await ask(exportCallsQuery, world.enterprise, {});
  expect(own.items.map(({ title }) => title)).toContain(SECRET);
});

test("a sealed bid leaves no trace in a file: not who bid, not how many, not for how much", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  const before = await ask(exportCallsQuery, world.office, {});
  value(await submit(world.bidders[0], id, { quote: "123456.78" }));
  const after = await ask(exportCallsQuery, world.office, {});
  expect(after).toEqual(before);
  expect(await ask(exportCallsQuery, world.bidders[0], {})).toMatchObject({ items: [], total: 0 });
});
