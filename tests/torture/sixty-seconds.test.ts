import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { sessionCookieName } from "@/lib/platform/auth/cookie";
import { hashSecret } from "@/lib/platform/auth/secret";
import { database } from "@/lib/platform/db/client";
import { opened } from "../integration/votes/world";
import { newSecret, percentile, tell } from "./instances";
import { pick } from "./phones";
import { expectRecounted, expectVerified, openStage, type Stage } from "./stage";

const SEATS = Number(process.env.TORTURE_SEATS ?? 500);
const SECONDS = Number(process.env.TORTURE_SECONDS ?? 60);

/** The secretary's screen, open on the second instance: it hears of revisions, and reads the vote when it hears one. */
async function openScreen({ world, instances }: Stage, voteId: string) {
  const secret = newSecret();
  await database().session.create({
    data: {
      tokenHash: hashSecret(secret),
      userId: world.secretary.userId ?? "",
      sessionVersion: 1,
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  const address = instances[1]?.address ?? "";
  const headers = { cookie: `${sessionCookieName()}=${secret}` };
  const { slug } = world.alliance;
  const line = await fetch(`${address}/api/live/meetings/${slug}/${world.meeting.id}`, { headers });
  expect(line.status).toBe(200);
  const decoder = new TextDecoder();
  const reader = line.body?.getReader();
  const seesResult = async (): Promise<number> => {
    for (;;) {
      const part = await reader?.read();
      if (!part || part.done) throw new Error("the line ended");
      if (!decoder.decode(part.value).includes("event: revision")) continue;
      const vote = await fetch(`${address}/api/v1/alliances/${slug}/votes/${voteId}`, { headers });
      const { vote: seen } = (await vote.json()) as { vote?: { state: string; sheet: unknown } };
      if (seen?.state === "counted" && seen.sheet) return performance.now();
    }
  };
  return { seesResult, close: () => reader?.cancel() };
}

test(`${SEATS} people cast within ${SECONDS} s: no errors, and an open screen sees the result within 2 s`, async () => {
  const stage = await openStage({ seats: SEATS });
  const { world, phones } = stage;
  const vote = await opened(world);
  const screen = await openScreen(stage, vote.id);
  const casting: number[] = [];
  const failed: string[] = [];
  const since = performance.now();
  await Promise.all(
    Array.from({ length: SEATS }, async (_, seat) => {
      await sleep(Math.random() * SECONDS * 1000 * 0.95);
      const begun = performance.now();
      const answer = await phones.cast({ voteId: vote.id, seat, choice: pick(["yes", "no"]) });
      casting.push(performance.now() - begun);
      if (answer.status !== 200) failed.push(`${answer.status} ${answer.code}`);
    }),
  );
  const took = (performance.now() - since) / 1000;
  tell(
    `${SEATS} people cast in ${took.toFixed(1)} s: ${failed.length} errors, p50 ${percentile(casting, 0.5)} ms, p95 ${percentile(casting, 0.95)} ms, most ${percentile(casting, 1)} ms`,
  );
  expect(failed).toEqual([]);
  expect(took).toBeLessThan(SECONDS);

  const asked = performance.now();
  const seen = screen.seesResult();
  const closed = await phones.post(`/votes/${vote.id}/close`);
  const answered = performance.now();
  expect(closed).toMatchObject({ status: 200, body: { state: "counted" } });
  const at = await seen;
  tell(
    `closed in ${Math.round(answered - asked)} ms; the screen read the result ${Math.round(at - asked)} ms after the close was asked for, ${Math.round(at - answered)} ms after its answer`,
  );
  expect(at - answered).toBeLessThan(2_000);
  await screen.close();
  await expectRecounted(world, vote.id);
  await expectVerified(stage);
}, 900_000);
