import { NextRequest } from "next/server";
import { afterEach, expect, test } from "vitest";
import { GET } from "@/app/api/live/meetings/[alliance]/[meetingId]/route";
import * as attend from "@/lib/features/meetings/procedures/attend";
import { dateOf } from "@/lib/kernel/dates";
import type { Actor } from "@/lib/platform/auth/actor";
import { hashSecret, newSecret } from "@/lib/platform/auth/secret";
import { perform } from "@/lib/platform/corridor/faces";
import { meetingListener } from "@/lib/platform/live/listener";
import { revisionStream } from "@/lib/platform/live/stream";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { enter, noticed, opened, type Sitting, sitting, value } from "./sitting";

const { db } = useDatabase();
const open: AbortController[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.abort();
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

async function listen(council: Sitting, meetingId: string, cookie = "") {
  const stop = new AbortController();
  open.push(stop);
  const { slug } = council.alliance;
  const request = new NextRequest(`http://localhost:3999/api/live/meetings/${slug}/${meetingId}`, {
    headers: { cookie },
    signal: stop.signal,
  });
  const response = await GET(request, {
    params: Promise.resolve({ alliance: slug, meetingId }),
  });
  const reader = response.body?.getReader();
  let text = "";
  /** Reads until the newest revision is at least so high. */
  const until = async (revision: number): Promise<number> => {
    for (;;) {
      const found = [...text.matchAll(/data: (\d+)/g)].map((match) => Number(match[1]));
      const newest = found.at(-1) ?? 0;
      if (newest >= revision) return newest;
      const part = await reader?.read();
      if (!part || part.done) return newest;
      text += new TextDecoder().decode(part.value);
    }
  };
  return { response, until, stop };
}

const revisionNow = async (id: string) =>
  (await db().meeting.findUniqueOrThrow({ where: { id } })).revision;

test("every change of a meeting is heard, as a number and nothing else", async () => {
  const council = await sitting();
  const { id } = await opened(council, 6);
  const screen = await listen(council, id, await cookieOf(council.secretary));
  expect(screen.response.headers.get("content-type")).toContain("text/event-stream");
  const first = await screen.until(1);
  expect(first).toBe(await revisionNow(id));
  await enter(council, id, 7);
  expect(await screen.until(first + 1)).toBe(await revisionNow(id));
});

test("after the connection to the database broke, what was missed is heard", async () => {
  const council = await sitting();
  const { id } = await opened(council, 6);
  const screen = await listen(council, id, await cookieOf(council.secretary));
  const first = await screen.until(1);
  await meetingListener().interrupt();
  await enter(council, id, 7);
  expect(await screen.until(first + 1)).toBe(await revisionNow(id));
}, 15_000);

test("a visitor and a stranger hear nothing", async () => {
  const council = await sitting();
  const { id } = await noticed(council);
  expect((await listen(council, id)).response.status).toBe(401);
  const observer = await createActor(db(), "observer", { allianceId: council.alliance.id });
  expect((await listen(council, id, await cookieOf(observer))).response.status).toBe(403);
  const other = await sitting();
  const foreign = await listen(other, id, await cookieOf(other.secretary));
  expect(foreign.response.status).toBe(404);
});

test("a right that ends closes the line", async () => {
  let allowed = true;
  const stop = new AbortController();
  const stream = revisionStream({
    current: async () => {
      if (!allowed) throw new Error("forbidden");
      return 1;
    },
    listen: () => () => {},
    signal: stop.signal,
    checkEvery: 20,
  });
  const reader = stream.getReader();
  await reader.read();
  allowed = false;
  for (;;) {
    if ((await reader.read()).done) break;
  }
});

test("one's own sign of life is for one's own presence", async () => {
  const council = await sitting();
  const { id } = await opened(council, 6);
  const { revision } = value(
    await perform(attend.heartbeatCommand, council.person(9), { meetingId: id }),
  );
  expect(revision).toBe(await revisionNow(id));
});
