import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { reportOutcomeProcedure } from "@/lib/features/outcomes/procedures/records";
import { perform } from "@/lib/platform/corridor/faces";
import { AppError } from "@/lib/platform/errors";
import { type Task, titled } from "./task";

// A portal without its screens, in a process of its own so that it can be killed: it reports results through the
// corridor, several at once, and says at once what it was promised. Synchronously, since a line that waits in memory
// would die with the process although the caller had its answer.
const task = JSON.parse(process.env.DRILL_TASK ?? "") as Task;
const say = (...words: string[]) => writeSync(1, `${words.join(" ")}\n`);

async function report(key: string): Promise<void> {
  say("sent", key);
  try {
    const call = { actor: task.actor, tenant: task.tenant, idempotencyKey: key };
    const result = await perform(reportOutcomeProcedure, call, titled(task, key));
    if (result.ok) say("kept", key, result.value.id);
    else say("wrong", key, result.reason);
  } catch (error) {
    if (error instanceof AppError && error.code === "unavailable") say("failed", key);
    else say("wrong", key, error instanceof Error ? error.message.replaceAll("\n", " ") : "");
    await sleep(20);
  }
}

async function lane(): Promise<never> {
  for (;;) await report(randomUUID());
}

// Everything is loaded before the first word, so that the kill meets work and not the start.
await report(randomUUID());
say("ready");
await new Promise((resolve) => process.stdin.once("data", resolve));
await Promise.all(Array.from({ length: task.lanes }, lane));
