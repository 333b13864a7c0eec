import { expect, test } from "vitest";
import {
  confirmItemCommand,
  createItemCommand,
  exportItemsQuery,
  itemToCallCommand,
  listItemsQuery,
  updateItemCommand,
  withdrawItemCommand,
} from "@/lib/features/calls/procedures/lists";
import { posterStepCommand, updateCallCommand } from "@/lib/features/calls/procedures/needs";
import { addDays } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { callWorld, need, today, value, versionOf } from "./world";

const { db } = useDatabase();

const technology = {
  kind: "technology" as const,
  title: "示例需求",
  detail: "示例说明",
  stewardName: "示例责任人",
  pain: "hard" as const,
  budget: "200000",
  neededOn: addDays(today, 200),
};
const talent = {
  kind: "talent" as const,
  title: "示例岗位",
  detail: "示例",
  stewardName: "示例责任人",
  occupation: "示例调试员",
  headcount: 12,
};

test("a line lives 180 days, is confirmed for as many, and leaves the list by itself", async () => {
  const world = await callWorld();
  const at = value(await perform(createItemCommand, world.enterprise, technology));
  const list = (show?: "expired") =>
    ask(listItemsQuery, world.bidders[0], { kind: "technology", ...(show && { show }) });
  expect((await list()).items).toMatchObject([
    { standing: "current", expiresOn: addDays(today, 180), mayEdit: false },
  ]);
  await db().livingListItem.update({
    where: { id: at.id },
    data: { confirmedOn: new Date("2020-01-01"), expiresOn: new Date("2020-06-29") },
  });
  expect([(await list()).total, (await list("expired")).total]).toEqual([0, 1]);
  value(await perform(confirmItemCommand, world.enterprise, at));
  expect((await list()).items[0]).toMatchObject({ standing: "current", version: 2 });
  await expect(perform(confirmItemCommand, world.enterprise, at)).rejects.toMatchObject({
    code: "stale",
  });
});

test("a technology demand becomes a draft of a call in one press, once, and is completed before it is sent", async () => {
  const world = await callWorld();
  const at = value(await perform(createItemCommand, world.enterprise, technology));
  const both = await Promise.allSettled([
    perform(itemToCallCommand, world.enterprise, at),
    perform(itemToCallCommand, world.enterprise, at),
  ]);
  const made = both.flatMap((one) =>
    one.status === "fulfilled" && one.value.ok ? [one.value.value] : [],
  );
  expect(made).toHaveLength(1);
  expect(await perform(itemToCallCommand, world.enterprise, at)).toMatchObject({
    reason: "list-called-already",
  });
  const id = made[0]?.id ?? "";
  const send = async () =>
    perform(posterStepCommand, world.enterprise, { ...(await versionOf(id)), step: "submit" });
  expect(await send()).toMatchObject({ reason: "call-incomplete" });
  value(await perform(updateCallCommand, world.enterprise, { ...(await versionOf(id)), ...need }));
  value(await send());
  const call = await db().call.findUniqueOrThrow({ where: { id } });
  expect([call.listItemId, call.state]).toEqual([at.id, "triage"]);
});

test("a talent demand names an occupation and a number of people, and becomes no call", async () => {
  const world = await callWorld();
  const { occupation: _, ...nameless } = talent;
  await expect(perform(createItemCommand, world.enterprise, nameless)).rejects.toMatchObject({
    code: "malformed",
  });
  const at = value(await perform(createItemCommand, world.enterprise, talent));
  expect(await perform(itemToCallCommand, world.enterprise, at)).toMatchObject({
    reason: "list-not-technology",
  });
  const row = await db().livingListItem.findUniqueOrThrow({ where: { id: at.id } });
  expect(row).toMatchObject({
    kind: "talent",
    headcount: 12,
    occupation: "示例调试员",
    budget: null,
  });
});

test("one's own lines alone: another enterprise changes nothing, another alliance sees nothing, the office keeps all", async () => {
  const world = await callWorld();
  const at = value(await perform(createItemCommand, world.enterprise, talent));
  await expect(perform(withdrawItemCommand, world.bidders[2], at)).rejects.toMatchObject({
    code: "forbidden",
  });
  const stranger = await callWorld();
  await expect(perform(withdrawItemCommand, stranger.enterprise, at)).rejects.toMatchObject({
    code: "not-found",
  });
  expect((await ask(listItemsQuery, stranger.office, { kind: "talent" })).total).toBe(0);
  value(await perform(updateItemCommand, world.office, { ...at, ...talent, headcount: 20 }));
  const now = { id: at.id, version: 2 };
  value(await perform(withdrawItemCommand, world.office, now));
  expect(await perform(confirmItemCommand, world.office, { ...now, version: 3 })).toMatchObject({
    reason: "list-item-ended",
  });
  await expect(perform(createItemCommand, world.office, talent)).rejects.toMatchObject({
    code: "malformed",
  });
});

test("the table of a list: whole for the office, own lines for an enterprise", async () => {
  const world = await callWorld();
  value(await perform(createItemCommand, world.enterprise, { ...technology, title: "=1+1" }));
  value(await perform(createItemCommand, world.bidders[2], technology));
  const all = await ask(exportItemsQuery, world.office, { kind: "technology" });
  expect(all.items).toHaveLength(2);
  const own = await ask(exportItemsQuery, world.enterprise, { kind: "technology" });
  expect(own.items.map(({ title }) => title)).toEqual(["=1+1"]);
});

test("a demand without a budget, a day or a kind becomes no call", async () => {
  const world = await callWorld();
  const bare = { ...technology, budget: undefined };
  const at = value(await perform(createItemCommand, world.enterprise, bare));
  expect(await perform(itemToCallCommand, world.enterprise, at)).toMatchObject({
    reason: "list-lacks-budget",
  });
  expect(await db().call.count({ where: { allianceId: world.alliance.id } })).toBe(0);
});
