import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { processesOf } from "@/lib/platform/postgres/process";
import type { Postgres } from "@/lib/platform/postgres/start";
import { timeToAnswer } from "../postgres/application";
import { expectWhole, openStage } from "./stage";
import { startWriter, type Told } from "./writing";

const ROUNDS = 20;

/**
 * Every second time the postmaster, every second time one of the others, after which the postmaster starts all of them
 * anew. The supervisor gives up after more than ten ends of the postmaster in a minute, so it is no more often than that.
 */
function killSomething(postgres: Postgres, round: number): void {
  const postmaster = postgres.pid() ?? 0;
  const others = processesOf(postgres.folder).filter((pid) => pid !== postmaster);
  const other = others[Math.floor(Math.random() * others.length)];
  process.kill(round % 2 === 0 && other ? other : postmaster, "SIGKILL");
}

async function keepsAgain(told: Told): Promise<number> {
  const since = performance.now();
  const before = told.kept.size;
  while (told.kept.size === before) {
    if (performance.now() - since > 20_000) throw new Error("nothing was written for 20 s");
    await sleep(20);
  }
  return performance.now() - since;
}

test(`I-05, I-07, F-02, F-18 the database is killed with -9 at any moment, ${ROUNDS} times`, async () => {
  const { postgres, task } = await openStage(4);
  const writer = startWriter(postgres.url, task);
  await writer.ready;
  writer.begin();
  for (let round = 1; round <= ROUNDS; round += 1) {
    await keepsAgain(writer.told);
    await sleep(Math.random() * 200);
    killSomething(postgres, round);
    await timeToAnswer(postgres.url);
    // The same process goes on, without anybody's help.
    expect(await keepsAgain(writer.told)).toBeLessThan(5_000);
    await expectWhole(postgres.url, writer.told);
  }
  await writer.kill();
  await expectWhole(postgres.url, writer.told);
  expect(writer.told.kept.size).toBeGreaterThan(ROUNDS * 2);
}, 120_000);
