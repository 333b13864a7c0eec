import { expect, test } from "vitest";
import { chooseBidCommand } from "@/lib/features/calls/procedures/award";
import { getCallQuery, openBidsCommand } from "@/lib/features/calls/procedures/needs";
import { approve, propose } from "@/lib/features/organizations/procedures";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { Prisma } from "@/prisma/generated/client";
import { createMembership } from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { addOrganization } from "../organizations/scene";
import {
  bid,
  biddingCall,
  callWorld,
  closeNow,
  rankedCall,
  seen,
  submit,
  value,
  versionOf,
  type World,
} from "./world";

const { db } = useDatabase();

/** The second row turns out to be the first. */
async function merge(world: World, survivorId: string, absorbedId: string) {
  const { id } = value(
    await perform(propose, world.office, { survivorId, absorbedId, reason: "示例：同一单位" }),
  );
  const actor = await createActor(db(), "platform_admin");
  value(await perform(approve, { actor }, { proposalId: id, version: 1 }));
}

async function open(world: World, id: string) {
  await closeNow(id);
  value(await perform(openBidsCommand, world.office, await versionOf(id)));
  return perform(openBidsCommand, world.supervisor, await versionOf(id));
}

const bidsOf = (callId: string) =>
  db().bid.findMany({
    where: { callId },
    select: { organizationId: true, state: true, excludedReason: true },
    orderBy: { submittedAt: "asc" },
  });

test("a sealed bid follows its team's merged row, opens as it was sealed, and its team still sees it", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  const [first, second] = world.teams;
  value(await submit(world.bidders[0], id));
  value(await submit(world.bidders[1], id));
  const survivor = await addOrganization(db(), "示例保留的院校", { kind: "vocational_college" });
  await merge(world, survivor.id, first.id);
  const team = {
    ...world.bidders[0],
    actor: await createActor(db(), "school_leader", {
      allianceId: world.alliance.id,
      organizationId: survivor.id,
    }),
  };
  const view = await ask(getCallQuery, team, { id });
  expect(view.ownBids.map(({ organization }) => organization.id)).toEqual([survivor.id]);
  value(await open(world, id));
  expect(await bidsOf(id)).toEqual([
    { organizationId: survivor.id, state: "opened", excludedReason: null },
    { organizationId: second.id, state: "opened", excludedReason: null },
  ]);
  // An opened bid follows as well: its team's second merger changes nothing else of it.
  const last = await addOrganization(db(), "示例再保留的院校", { kind: "vocational_college" });
  await createMembership(db(), { allianceId: world.alliance.id, organizationId: last.id });
  await merge(world, last.id, survivor.id);
  expect((await bidsOf(id))[0]).toMatchObject({ organizationId: last.id, state: "opened" });
});

test("two bids of rows that are one unit: they count as one, and the later one stands at the opening", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  const [first, second, third] = world.teams;
  value(await submit(world.bidders[1], id));
  value(await submit(world.bidders[0], id, bid("440000")));
  await merge(world, second.id, first.id);
  await closeNow(id);
  expect(await perform(openBidsCommand, world.office, await versionOf(id))).toMatchObject({
    reason: "too-few-bids",
    details: { count: 1, least: 2 },
  });
  await db()
    .$executeRaw`UPDATE calls SET closes_at = now() + interval '1 day' WHERE id = ${id}::uuid`;
  value(await submit(world.bidders[2], id));
  value(await open(world, id));
  expect(await bidsOf(id)).toEqual([
    { organizationId: second.id, state: "excluded", excludedReason: "twin" },
    { organizationId: first.id, state: "opened", excludedReason: null },
    { organizationId: third.id, state: "opened", excludedReason: null },
  ]);
});

test.each(["poster", "bidder"] as const)(
  "poster and bidder turn out to be one unit (the %s's row stays): the opening sets that bid apart",
  async (stays) => {
    const world = await callWorld();
    const id = await biddingCall(world);
    const [first, second] = world.teams;
    value(await submit(world.bidders[0], id));
    value(await submit(world.bidders[1], id));
    const [survivor, absorbed] = stays === "poster" ? [world.poster, first] : [first, world.poster];
    await merge(world, survivor.id, absorbed.id);
    value(await open(world, id));
    expect(await bidsOf(id)).toEqual([
      { organizationId: first.id, state: "excluded", excludedReason: "same" },
      { organizationId: second.id, state: "opened", excludedReason: null },
    ]);
  },
);

test("what became one unit after the opening is not chosen", async () => {
  const world = await callWorld();
  const id = await rankedCall(world);
  const [best] = (await seen(world, id, world.enterprise)).inside?.bids ?? [];
  await merge(world, world.poster.id, world.teams[0].id);
  const chosen = await perform(chooseBidCommand, world.enterprise, {
    ...(await versionOf(id)),
    bidId: best?.id ?? "",
    reason: "示例：方案最优",
  });
  expect(chosen).toMatchObject({ reason: "bid-affiliated" });
});

test("I-09 nobody moves a bid to another team, or changes it, under the cover of a merger", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  value(await submit(world.bidders[0], id));
  const [first, second] = world.teams;
  // By hand: the client hides what the database says.
  const move = (more = Prisma.empty) =>
    db()
      .$executeRaw`UPDATE bids SET organization_id = ${second.id}::uuid ${more} WHERE call_id = ${id}::uuid`;
  await expect(move()).rejects.toThrow(/stays with its team/);
  await db().organization.update({
    where: { id: first.id },
    data: { status: "merged", mergedIntoId: second.id, creditCode: null },
  });
  const changed = Prisma.sql`, submitted_at = now() - interval '1 day'`;
  await expect(move(changed)).rejects.toThrow(/stays with its team/);
  expect(await move()).toBe(1);
});
