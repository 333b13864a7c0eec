import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { reportOutcomeProcedure } from "@/lib/features/outcomes/procedures/records";
import { perform } from "@/lib/platform/corridor/faces";
import { database } from "@/lib/platform/db/client";
import { expectWhole, openStage, rounds } from "./stage";
import { titled } from "./task";
import { newTold, startWriter, type Told, untilKept } from "./writing";

/** Asked again with the same key, what was under way when the process died has the effect of one request. */
async function repeatUnanswered(told: Told, task: Parameters<typeof titled>[0]): Promise<void> {
  const open = [...told.sent].filter((key) => !told.kept.has(key));
  expect(open.length).toBeGreaterThan(0);
  for (const key of open) {
    const call = { actor: task.actor, tenant: task.tenant, idempotencyKey: key };
    const result = await perform(reportOutcomeProcedure, call, titled(task, key));
    if (result.ok) told.kept.set(key, result.value.id);
  }
  expect(told.kept.size).toBe(told.sent.size);
  expect(await database().outcomeRecord.count()).toBe(told.sent.size);
}

test("I-05, I-07, I-08, A-30 the application is killed with -9 at any moment, up to 20 times", async () => {
  const { postgres, task } = await openStage(4);
  const told = newTold();
  let next = startWriter(postgres.url, task, told);
  for (const last of rounds()) {
    const writer = next;
    await writer.ready;
    // The next one loads while this one writes: starting is what takes the time.
    if (!last) next = startWriter(postgres.url, task, told);
    writer.begin();
    await untilKept(told, 1 + Math.random() * 8);
    await sleep(Math.random() * 15);
    await writer.kill();
    await expectWhole(postgres.url, told);
  }
  await repeatUnanswered(told, task);
  await expectWhole(postgres.url, told);
}, 180_000);
