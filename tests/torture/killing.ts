import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { Choice } from "@/lib/features/votes/types";
import { database } from "@/lib/platform/db/client";
import { opened, seatOf } from "../integration/votes/world";
import { tell } from "./instances";
import { type Answer, pick } from "./phones";
import { expectRecounted, expectVerified, openStage, type Stage } from "./stage";

export const KILLS = Number(process.env.TORTURE_KILLS ?? 200);
const SEATS = Number(process.env.TORTURE_KILL_SEATS ?? 50);
/** On a machine that is busy with other things it ends sooner, after three rounds at the least. */
const MOST_MS = Number(process.env.TORTURE_KILL_SECONDS ?? 7_000) * 1000;
const LEAST = 3;
const LANES = 8;

/** What the hall was told: the last acknowledged choice of every seat, and answers that nobody should ever get. */
type Hall = {
  acknowledged: Map<number, Choice>;
  count: number;
  wrong: string[];
  leave: () => Promise<void>;
};

function note(wrong: string[], answer: Answer, ...allowed: string[]): Answer {
  const words = `${answer.status} ${answer.code ?? ""}`.trim();
  if (!["0", "503 unavailable", "200", ...allowed].includes(words)) wrong.push(words);
  return answer;
}

/** Seats that change their mind without end; each sends until it has its answer, and only then the next choice. */
function fillHall({ phones }: Stage, voteId: string): Hall {
  let over = false;
  const hall: Hall = {
    acknowledged: new Map(),
    count: 0,
    wrong: [],
    leave: async () => {
      over = true;
      await lanes;
    },
  };
  const lane = async (first: number) => {
    for (let seat = first; !over; seat = seat + LANES < SEATS ? seat + LANES : first) {
      const before = hall.acknowledged.get(seat);
      const choice = pick((["yes", "no", "abstain"] as const).filter((one) => one !== before));
      const send = async () => note(hall.wrong, await phones.cast({ voteId, seat, choice }));
      const { status } = await phones.insist(send);
      if (status !== 200) continue;
      hall.acknowledged.set(seat, choice);
      hall.count += 1;
    }
  };
  const lanes = Promise.all(
    Array.from({ length: Math.min(LANES, SEATS) }, (_, first) => lane(first)),
  );
  lanes.catch(() => undefined);
  return hall;
}

/** One secret vote of the whole hall, cast while `strike` kills something; closed by whoever answers, and counted. */
async function secretRound(stage: Stage, hall: Hall, item: number, strike: () => Promise<void>) {
  const { world, phones } = stage;
  const vote = await opened(world, { item, method: "secret" });
  const voteId = vote.id;
  let cast = 0;
  const seats = Array.from({ length: SEATS }, (_, seat) => seat);
  const lane = async () => {
    for (let seat = seats.shift(); seat !== undefined; seat = seats.shift()) {
      const ballot = { voteId, seat, choice: pick(["yes", "no"] as const), secret: true };
      const send = async () => note(hall.wrong, await phones.cast(ballot), "409 already-cast");
      const { status, code } = await phones.insist(send);
      if (status === 200 || code === "already-cast") cast += 1;
    }
  };
  const lanes = Promise.all(Array.from({ length: LANES }, lane));
  const struck = (async () => {
    const after = Math.floor(Math.random() * SEATS * 0.8);
    while (cast < after) await sleep(2);
    await sleep(Math.random() * 15);
    await strike();
  })();
  await Promise.all([lanes, struck]);
  expect(hall.wrong).toEqual([]);
  expect(cast).toBe(SEATS);
  const closed = await phones.insist(() => phones.post(`/votes/${voteId}/close`));
  expect(closed).toMatchObject({ status: 200, body: { state: "counted" } });
  const { tally } = await database().vote.findUniqueOrThrow({ where: { id: voteId } });
  const { votes } = tally as { votes: { yes: number; no: number } };
  expect(votes.yes + votes.no).toBe(SEATS);
  await expectRecounted(world, voteId);
}

/** Round after round, `strikeOf` kills something; at the end everything that was promised is there, and whole. */
export async function killing(
  name: string,
  strikeOf: (stage: Stage, round: number) => Promise<void>,
) {
  const stage = await openStage({ seats: SEATS, items: KILLS + 1 });
  const { world, phones } = stage;
  const named = await opened(world, { item: KILLS });
  const hall = fillHall(stage, named.id);
  const since = performance.now();
  let round = 0;
  for (; round < KILLS && (round < LEAST || performance.now() - since < MOST_MS); round += 1) {
    await secretRound(stage, hall, round, () => strikeOf(stage, round));
    if (round % 10 === 9) tell(`${name}: ${round + 1} rounds`);
  }
  await hall.leave();
  expect(hall.wrong).toEqual([]);
  const rows = await database().ballot.findMany({ where: { voteId: named.id } });
  const stored = new Map(rows.map(({ seatId, choice }) => [seatId, choice as Choice]));
  const promised = [...hall.acknowledged].map(
    ([seat, choice]) => [seatOf(world, seat), choice] as const,
  );
  expect(stored).toEqual(new Map(promised));
  const closed = await phones.insist(() => phones.post(`/votes/${named.id}/close`));
  expect(closed).toMatchObject({ status: 200, body: { state: "counted" } });
  await expectRecounted(world, named.id);
  await expectVerified(stage);
  tell(
    `${name}: ${round} rounds in ${Math.round((performance.now() - since) / 1000)} s, ${hall.count} named and ${round * SEATS} secret ballots acknowledged, none lost`,
  );
}
