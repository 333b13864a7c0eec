import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { database } from "@/lib/platform/db/client";
import { opened, seatOf } from "../integration/votes/world";
import { percentile, tell } from "./instances";
import { type Answer, type Ballot, pick } from "./phones";
import { expectRecounted, expectVerified, openStage, type Stage } from "./stage";

const SEATS = Number(process.env.TORTURE_SEATS ?? 500);
const COPIES = Number(process.env.TORTURE_COPIES ?? 10);
/** How many requests are under way at any moment, on both instances together. */
const LANES = Number(process.env.TORTURE_LANES ?? 60);

type Sent = { ballot: Ballot; answer: Answer };

/**
 * The copies of one seat start together, by turns on both instances. Every second one repeats one request to the letter,
 * with its key, as a phone does; the others are new requests with whatever choice.
 */
async function sendCopies({ phones }: Stage, voteId: string, secret: boolean) {
  const queue = Array.from({ length: SEATS }, (_, seat) => seat).flatMap((seat) => {
    const again = { choice: pick(["yes", "no", "abstain"] as const), key: randomUUID() };
    return Array.from({ length: COPIES }, (_, copy): Ballot => {
      const which = copy % 2 ? again : { choice: pick(["yes", "no", "abstain"] as const) };
      // A secret form has a new blind in each copy here, and with it would be another request under the same key.
      return {
        voteId,
        seat,
        secret,
        instance: copy % 4 < 2 ? 0 : 1,
        ...(secret ? { choice: which.choice } : which),
      };
    });
  });
  const sent: Sent[] = [];
  const times: number[] = [];
  const since = performance.now();
  const lane = async () => {
    for (let ballot = queue.shift(); ballot; ballot = queue.shift()) {
      const begun = performance.now();
      sent.push({ ballot, answer: await phones.cast(ballot) });
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const rate = sent.length / ((performance.now() - since) / 1000);
  tell(
    `${secret ? "secret" : "named"}: ${SEATS} seats × ${COPIES}, ${LANES} at once, ${rate.toFixed(0)}/s, p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms, most ${percentile(times, 1)} ms`,
  );
  return sent;
}

const spoken = (sent: readonly Sent[]) =>
  Object.entries(
    Object.groupBy(sent, ({ answer }) => `${answer.status} ${answer.code ?? ""}`.trim()),
  )
    .map(([words, group]) => `${words}: ${group?.length}`)
    .toSorted();

test(`A-16 ${SEATS} seats × ${COPIES} duplicate ballots from two instances: exactly one ballot per seat`, async () => {
  const stage = await openStage({ seats: SEATS, items: 2 });
  const { world } = stage;

  const named = await opened(world, { item: 0 });
  const sent = await sendCopies(stage, named.id, false);
  expect(spoken(sent)).toEqual([`200: ${SEATS * COPIES}`]);
  for (const { ballot, answer } of sent) {
    expect(answer.body).toEqual({ id: named.id, seatId: seatOf(world, ballot.seat) });
  }
  const rows = await database().ballot.findMany({ where: { voteId: named.id } });
  expect(new Set(rows.map(({ seatId }) => seatId)).size).toBe(SEATS);
  expect(rows.length).toBe(SEATS);

  const secret = await opened(world, { item: 1, method: "secret" });
  const inBox = await sendCopies(stage, secret.id, true);
  expect(spoken(inBox)).toEqual([`200: ${SEATS}`, `409 already-cast: ${SEATS * (COPIES - 1)}`]);

  for (const vote of [named, secret]) {
    const closed = await stage.phones.post(`/votes/${vote.id}/close`);
    expect(closed).toMatchObject({ status: 200, body: { state: "counted" } });
    await expectRecounted(world, vote.id);
  }
  await expectVerified(stage);
}, 1_800_000);
