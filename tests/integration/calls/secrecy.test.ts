import pg from "pg";
import { expect, test } from "vitest";
import { listEntriesQuery } from "@/lib/features/audit/procedures";
import { prepareSealCommand } from "@/lib/features/calls/procedures/bid-files";
import { withdrawBidCommand } from "@/lib/features/calls/procedures/bids";
import { officeStepCommand, openBidsCommand } from "@/lib/features/calls/procedures/needs";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { biddingCall, callWorld, closeNow, submit, value, versionOf } from "./world";

const { db, url } = useDatabase();

test("bidders hidden from each other until close: the chain tells neither who has bid nor how many, before two people open", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  const chair = await world.as("supervisor");
  const entries = async (call = chair) => (await ask(listEntriesQuery, call, { limit: 100 })).items;
  value(await perform(prepareSealCommand, world.bidders[0], { callId: id }));
  const first = value(await submit(world.bidders[0], id));
  value(await submit(world.bidders[1], id));
  value(await submit(world.bidders[2], id));
  value(await perform(withdrawBidCommand, world.bidders[2], { callId: id }));
  const people = world.bidders.map(({ actor }) => actor.userId);
  const told = async () => (await entries()).filter(({ actorId }) => people.includes(actorId));
  expect(await told()).toEqual([]);
  expect(JSON.stringify(await entries(world.office))).not.toContain(first.sha256);
  const asked = { subject: first.id, limit: 100 };
  expect((await ask(listEntriesQuery, chair, asked)).items).toEqual([]);
  await closeNow(id);
  value(await perform(openBidsCommand, world.office, await versionOf(id)));
  expect(await told()).toEqual([]);
  value(await perform(openBidsCommand, world.supervisor, await versionOf(id)));
  expect((await told()).map(({ action }) => action).toSorted()).toEqual([
    "bid.prepare",
    "bid.submit",
    "bid.submit",
    "bid.submit",
    "bid.withdraw",
  ]);
});

test("what nobody has opened nobody will open: a call that ends keeps no seal, no key and no file", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  value(await submit(world.bidders[0], id));
  const cancel = { step: "cancel" as const, reason: "示例：企业撤回" };
  value(await perform(officeStepCommand, world.office, { ...(await versionOf(id)), ...cancel }));
  const call = await db().call.findUniqueOrThrow({ where: { id } });
  expect([call.state, call.sealKey, call.sealPublicKey]).toEqual(["cancelled", null, null]);
  const bids = await db().bid.findMany({ where: { callId: id } });
  expect(bids.map(({ state, sealed }) => [state, sealed])).toEqual([["lapsed", null]]);
  expect((await ask(listEntriesQuery, world.supervisor, { action: "bid.submit" })).items).toEqual(
    [],
  );
});

/** Two connections of the database's own, past every command. */
async function twoConnections() {
  const [a, b] = [
    new pg.Client({ connectionString: url }),
    new pg.Client({ connectionString: url }),
  ] as const;
  await Promise.all([a.connect(), b.connect()]);
  return { a, b, end: () => Promise.all([a.end(), b.end()]) };
}

const isPending = async (work: Promise<unknown>) => {
  const still = Symbol();
  const settled = work.then(
    () => undefined,
    () => undefined,
  );
  const later = new Promise((resolve) => setTimeout(() => resolve(still), 300));
  return (await Promise.race([settled, later])) === still;
};

const replace = "UPDATE bids SET sealed = decode('01', 'hex') WHERE call_id = $1";

test("the database itself: a bid that is written while its call ends waits, and is refused", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  value(await submit(world.bidders[0], id));
  const { a, b, end } = await twoConnections();
  await a.query("BEGIN");
  await a.query("UPDATE calls SET state = 'cancelled' WHERE id = $1", [id]);
  const written = b.query(replace, [id]);
  expect(await isPending(written)).toBe(true);
  await a.query("COMMIT");
  await expect(written).rejects.toThrow(/bid-late/);
  await end();
});

test("the database itself: an opening waits for the bid that is written at the very deadline", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  value(await submit(world.bidders[0], id));
  value(await submit(world.bidders[1], id));
  const { a, end } = await twoConnections();
  await a.query(
    "UPDATE calls SET closes_at = clock_timestamp() + interval '700 milliseconds' WHERE id = $1",
    [id],
  );
  await a.query("BEGIN");
  await a.query(replace, [id]);
  await new Promise((resolve) => setTimeout(resolve, 800));
  const opened = perform(openBidsCommand, world.office, await versionOf(id));
  expect(await isPending(opened)).toBe(true);
  await a.query("ROLLBACK");
  expect(await opened).toMatchObject({ ok: true });
  await end();
});
