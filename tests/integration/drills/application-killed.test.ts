import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { reportOutcomeProcedure } from "@/lib/features/outcomes/procedures";
import { perform } from "@/lib/platform/corridor/faces";
import { database } from "@/lib/platform/db/client";
import { expectWhole, openStage } from "./stage";
import { titled } from "./task";
import { newTold, startWriter } from "./writing";

const ROUNDS = 20;

test(`I-05, I-07, I-08, A-30 the application is killed with -9 at any moment, ${ROUNDS} times`, async () => {
  const { postgres, task } = await openStage(4);
  const told = newTold();
  let next = startWriter(postgres.url, task, told);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const writer = next;
    await writer.ready;
    // The next one loads while this one writes: starting is what takes the time.
    if (round < ROUNDS) next = startWriter(postgres.url, task, told);
    writer.begin();
    await sleep(Math.random() * 200);
    await writer.kill();
    await expectWhole(postgres.url, told);
  }
  expect(told.kept.size).toBeGreaterThan(ROUNDS * 2);

  // What was under way gets no answer; asked again with the same key, it has the effect of one request.
  const open = [...told.sent].filter((key) => !told.kept.has(key));
  expect(open.length).toBeGreaterThan(0);
  for (const key of open) {
    const call = { actor: task.actor, tenant: task.tenant, idempotencyKey: key };
    const result = await perform(reportOutcomeProcedure, call, titled(task, key));
    if (result.ok) told.kept.set(key, result.value.id);
  }
  expect(await database().outcomeRecord.count()).toBe(told.sent.size);
  expect(told.kept.size).toBe(told.sent.size);
  await expectWhole(postgres.url, told);
}, 120_000);
