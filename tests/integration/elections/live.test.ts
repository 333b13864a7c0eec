import { NextRequest } from "next/server";
import { afterEach, expect, test } from "vitest";
import { GET } from "@/app/api/live/elections/[alliance]/[election]/route";
import { electionRevisionQuery, nominateCommand } from "@/lib/features/elections/procedures";
import { dateOf } from "@/lib/kernel/dates";
import type { Actor } from "@/lib/platform/auth/actor";
import { hashSecret, newSecret } from "@/lib/platform/auth/secret";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { cast, checked, createWorld, good, opened, plan, step, type World } from "./world";

const { db } = useDatabase();
const lines: AbortController[] = [];
afterEach(() => {
  for (const one of lines.splice(0)) one.abort();
});

async function cookieOf(actor: Actor): Promise<string> {
  const secret = newSecret();
  await db().session.create({
    data: {
      userId: actor.userId ?? "",
      tokenHash: hashSecret(secret),
      sessionVersion: 1,
      expiresAt: dateOf("2199-01-01"),
    },
  });
  return `alliance-session=${secret}`;
}

async function listen(world: World, election: string, cookie: string) {
  const stop = new AbortController();
  lines.push(stop);
  const { slug: alliance } = world.alliance;
  const request = new NextRequest(`http://localhost:3999/api/live/elections/${alliance}/x`, {
    headers: { cookie },
    signal: stop.signal,
  });
  return GET(request, { params: Promise.resolve({ alliance, election }) });
}

/** Reads the line until its newest number is at least so high. */
async function heard(response: Response, least: number): Promise<number> {
  const reader = response.body?.getReader();
  let text = "";
  for (;;) {
    const newest = Number([...text.matchAll(/data: (\d+)/g)].at(-1)?.[1] ?? 0);
    if (newest >= least) {
      reader?.releaseLock();
      return newest;
    }
    const part = await reader?.read();
    if (!part || part.done) return newest;
    text += new TextDecoder().decode(part.value);
  }
}

const revision = async (world: World, electionId: string) =>
  (await ask(electionRevisionQuery, world.by(world.clerk), { electionId })).revision;

test("open screens of an election hear of a step and of a candidate, as a number and nothing else", async () => {
  const world = await createWorld(db());
  const { id } = good(await plan(world));
  const response = await listen(world, id, await cookieOf(world.clerk));
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const first = await heard(response, 1);
  good(await step(world, id, "open_nominations"));
  const second = await heard(response, first + 1);
  expect(second).toBe(await revision(world, id));
  const nomination = { electionId: id, membershipId: (await world.member()).id };
  good(await perform(nominateCommand, world.by(world.clerk), nomination));
  expect(await heard(response, second + 1)).toBe(await revision(world, id));
});

test("the number grows with every paper cast, and says of none whose it is", async () => {
  const world = await createWorld(db());
  const { id, ids } = await checked(world, 3);
  const roundId = await opened(world, id);
  const before = await revision(world, id);
  for (const index of [0, 1, 2]) good(await cast(world, roundId, index, [ids[0] ?? ""]));
  expect(await revision(world, id)).toBe(before + 3);
});

test("a visitor gets no line, another alliance's secretariat neither", async () => {
  const [world, other] = [await createWorld(db()), await createWorld(db())];
  const { id } = good(await plan(world));
  expect((await listen(world, id, "")).status).toBeGreaterThanOrEqual(401);
  expect((await listen(other, id, await cookieOf(other.clerk))).status).toBe(404);
});
