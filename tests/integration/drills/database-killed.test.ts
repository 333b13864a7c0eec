import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { processesOf } from "@/lib/platform/postgres/process";
import type { Postgres } from "@/lib/platform/postgres/start";
import { timeToAnswer } from "../postgres/application";
import { expectWhole, openStage, rounds } from "./stage";
import { startWriter, untilKept } from "./writing";

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

test("I-05, I-07, F-02, F-18 the database is killed with -9 at any moment, up to 20 times", async () => {
  const { postgres, task } = await openStage(4);
  const writer = startWriter(postgres.url, task);
  await writer.ready;
  writer.begin();
  let round = 0;
  for (const _ of rounds()) {
    await untilKept(writer.told, 1 + Math.random() * 20);
    await sleep(Math.random() * 15);
    killSomething(postgres, round);
    await timeToAnswer(postgres.url);
    // The same process goes on, without anybody's help.
    expect(await untilKept(writer.told, 1)).toBeLessThan(5_000);
    await expectWhole(postgres.url, writer.told);
    round += 1;
  }
  await writer.kill();
  await expectWhole(postgres.url, writer.told);
}, 180_000);
