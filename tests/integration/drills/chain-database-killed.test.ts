import { setTimeout as sleep } from "node:timers/promises";
import { test } from "vitest";
import { processesOf } from "@/lib/platform/postgres/process";
import { timeToAnswer } from "../postgres/application";
import { expectBidsOpen, expectChainWhole, openChain, tell } from "./chain-stage";
import { rounds } from "./stage";
import { newTold, startWriter, untilKept } from "./writing";

test("I-05, I-07, F-02 the database is killed with -9 while money is posted and bids come in", async () => {
  const stage = await openChain(3);
  const { postgres, task } = stage;
  const writer = startWriter(postgres.url, task, newTold(), "chain-writer");
  await writer.ready;
  writer.begin();
  let count = 0;
  // The supervisor gives up after more than ten ends of the postmaster in a minute, so most blows hit a connection.
  for (const _ of rounds()) {
    await untilKept(writer.told, 1 + Math.random() * 20);
    await sleep(Math.random() * 15);
    const postmaster = postgres.pid() ?? 0;
    const others = processesOf(postgres.folder).filter((pid) => pid !== postmaster);
    const other = others[Math.floor(Math.random() * others.length)];
    process.kill(count % 8 !== 7 && other ? other : postmaster, "SIGKILL");
    await timeToAnswer(postgres.url);
    await expectChainWhole(postgres.url, writer.told);
    count += 1;
  }
  await writer.kill();
  await expectChainWhole(postgres.url, writer.told);
  await expectBidsOpen(stage, writer.told);
  tell("database killed", count, writer.told);
}, 3_600_000);
