import pg from "pg";
import { expect, test } from "vitest";
import {
  chooseBidCommand,
  signAcceptanceCommand,
  signContractCommand,
} from "@/lib/features/calls/procedures/award";
import {
  createCallCommand,
  extendCallCommand,
  officeStepCommand,
  openBidsCommand,
  posterStepCommand,
  proposeTermsCommand,
  publishCallCommand,
} from "@/lib/features/calls/procedures/needs";
import { canMove } from "@/lib/features/calls/rules/states";
import {
  type CallMove,
  type CallState,
  callStates,
  officeSteps,
  posterSteps,
} from "@/lib/features/calls/types";
import { addDays } from "@/lib/kernel/dates";
import { perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { callWorld, contract, need, today, value, versionOf, type World } from "./world";

const { db, url } = useDatabase();
const some = "00000000-0000-4000-8000-000000000000";
const closesOn = addDays(today, 9);
const reason = "示例理由";
const criteria = [{ name: "示例", weight: 100 }];

type At = { id: string; version: number };

/** Every edge that a command of its own takes; "propose" and "reissue" share one, and so do the two openers. */
const others = (world: World): [CallMove[], (at: At) => Promise<unknown>][] => [
  [
    ["propose", "reissue"],
    (at) => perform(proposeTermsCommand, world.office, { ...at, criteria, reason }),
  ],
  [["publish"], (at) => perform(publishCallCommand, world.office, { ...at, closesOn })],
  [["extend"], (at) => perform(extendCallCommand, world.office, { ...at, closesOn, reason })],
  [["open_first", "open_second"], (at) => perform(openBidsCommand, world.supervisor, at)],
  [["choose"], (at) => perform(chooseBidCommand, world.enterprise, { ...at, bidId: some, reason })],
  [["contract"], (at) => perform(signContractCommand, world.office, { ...at, ...contract })],
  [
    ["sign"],
    (at) =>
      perform(signAcceptanceCommand, world.enterprise, {
        ...at,
        indicators: [{ indicatorId: some, measured: "示例", met: true }],
      }),
  ],
];

const tries = (world: World): [CallMove[], (at: At) => Promise<unknown>][] => [
  ...others(world),
  ...posterSteps.map((step): [CallMove[], (at: At) => Promise<unknown>] => [
    [step],
    (at) => perform(posterStepCommand, world.enterprise, { ...at, step, reason }),
  ]),
  ...officeSteps.map((step): [CallMove[], (at: At) => Promise<unknown>] => [
    [step],
    (at) => perform(officeStepCommand, world.office, { ...at, step, reason }),
  ]),
];

/** Puts a call into a state past the guards of the database, as no command could. */
async function putInto(id: string, state: CallState) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const name of ["calls_open_needs_two", "calls_chosen", "calls_executed"]) {
    await client.query(`ALTER TABLE calls DROP CONSTRAINT IF EXISTS ${name}`);
  }
  await client.query("UPDATE calls SET state = $1::call_state WHERE id = $2", [state, id]);
  await client.end();
}

test("I-12 every illegal edge from every state: refused, and nothing changed", async () => {
  const world = await callWorld();
  const { id } = value(await perform(createCallCommand, world.enterprise, { ...need }));
  for (const state of callStates) {
    await putInto(id, state);
    const before = await db().call.findUniqueOrThrow({ where: { id } });
    for (const [moves, run] of tries(world)) {
      if (moves.some((move) => canMove(move, state))) continue;
      const answer = await run(await versionOf(id));
      expect(answer, `${state} ${moves.join()}`).toMatchObject({
        ok: false,
        reason: "call-wrong-state",
      });
    }
    expect(await db().call.findUniqueOrThrow({ where: { id } })).toEqual(before);
  }
});

test("two people decide at once: one, the other is told that it is stale", async () => {
  const world = await callWorld();
  const { id } = value(await perform(createCallCommand, world.enterprise, { ...need }));
  const at = await versionOf(id);
  const other = await world.as("secretariat");
  const both = await Promise.allSettled([
    perform(officeStepCommand, world.office, { ...at, step: "pass" }),
    perform(officeStepCommand, other, { ...at, step: "give_back", reason }),
  ]);
  expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
  expect(await db().callEvent.count({ where: { callId: id } })).toBe(2);
});

test("wrong person, wrong alliance, sent twice", async () => {
  const world = await callWorld();
  const stranger = await callWorld();
  const call = { ...world.enterprise, idempotencyKey: "post-1" };
  const [first, second] = await Promise.all([
    perform(createCallCommand, call, { ...need }),
    perform(createCallCommand, call, { ...need }),
  ]);
  expect(second).toEqual(first);
  const { id } = value(first);
  expect(await db().call.count({ where: { allianceId: world.alliance.id } })).toBe(1);
  const at = { ...(await versionOf(id)), step: "pass" as const };
  await expect(perform(officeStepCommand, stranger.office, at)).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(perform(officeStepCommand, world.bidders[0], at)).rejects.toMatchObject({
    code: "forbidden",
  });
  const mine = { ...(await versionOf(id)), step: "cancel" as const, reason };
  await expect(perform(posterStepCommand, world.bidders[2], mine)).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(
    perform(createCallCommand, world.enterprise, { ...need, posterId: world.teams[2].id }),
  ).rejects.toMatchObject({ code: "forbidden" });
});

test("a problem lacks nothing: indicators, budget, a day that lies ahead, a title for the public", async () => {
  const world = await callWorld();
  const post = (more: object) => perform(createCallCommand, world.enterprise, { ...need, ...more });
  for (const bad of [
    { indicators: [] },
    { budget: "-1" },
    { budget: "1e9" },
    { secrecy: "restricted" as const },
    { neededOn: "2026-02-30" },
  ]) {
    await expect(post(bad)).rejects.toMatchObject({ code: "malformed" });
  }
  expect(await post({ neededOn: today })).toMatchObject({ reason: "call-needed-too-soon" });
});
