import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { submitBidCommand } from "@/lib/features/calls/procedures/bids";
import {
  approveEntryProcedure,
  checkEntryProcedure,
  createEntryProcedure,
  postEntryProcedure,
} from "@/lib/features/funds/procedures/entries";
import type { Actor } from "@/lib/platform/auth/actor";
import { perform } from "@/lib/platform/corridor/faces";
import { database } from "@/lib/platform/db/client";
import { AppError } from "@/lib/platform/errors";
import { bid } from "../calls/world";
import { AMOUNT, type ChainTask, planOf, voucherOf } from "./chain";

// A portal without its screens, in a process of its own so that it can be killed: some of it carries receipts from their
// entry to the ledger, some hands in bids again and again. What it was promised it says at once (see writer.ts).
const task = JSON.parse(process.env.DRILL_TASK ?? "") as ChainTask;
const first = Number(process.env.DRILL_FROM ?? 1);
const say = (...words: string[]) => writeSync(1, `${words.join(" ")}\n`);

const call = (actor: Actor, idempotencyKey: string) => ({
  actor,
  tenant: task.tenant,
  idempotencyKey,
});

/** A team may hand in so many bids an hour; a drill has no hour to wait. */
const anHourPasses = () =>
  database()
    .rateLimit.deleteMany()
    .catch(() => undefined);

/** Sends one request under its mark; undefined where there was no answer, which ends its chain. */
async function told<T extends { id: string }>(
  mark: string,
  send: (key: string) => Promise<{ ok: true; value: T } | { ok: false; reason: string }>,
): Promise<T | undefined> {
  say("sent", mark);
  try {
    const result = await send(mark);
    if (result.ok) {
      say("kept", mark, result.value.id);
      return result.value;
    }
    say("wrong", mark, result.reason);
  } catch (error) {
    const code = error instanceof AppError ? error.code : undefined;
    if (code === "too-many") await anHourPasses();
    if (code === "unavailable" || code === "too-many") say("failed", mark);
    else say("wrong", mark, error instanceof Error ? error.message.replaceAll("\n", " ") : "");
    await sleep(20);
  }
  return undefined;
}

/** One receipt: entered, checked, approved, posted, by four hands. */
async function receipt(): Promise<void> {
  const mark = randomUUID();
  const entered = await told(`entry:${mark}`, (key) =>
    perform(createEntryProcedure, call(task.office, key), {
      projectId: task.projectId,
      flow: "receipt",
      kind: "cash",
      source: "enterprise",
      organizationId: task.payerId,
      amount: AMOUNT,
      amountIsRight: true,
      happenedOn: "2026-03-01",
      voucherNo: voucherOf(mark),
    }),
  );
  if (!entered) return;
  const checked = await told(`check:${mark}`, (key) =>
    perform(checkEntryProcedure, call(task.second, key), {
      id: entered.id,
      version: entered.version,
    }),
  );
  if (!checked) return;
  const approved = await told(`approve:${mark}`, (key) =>
    perform(approveEntryProcedure, call(task.chair, key), {
      id: checked.id,
      version: checked.version,
    }),
  );
  if (!approved) return;
  await told(`post:${mark}`, (key) =>
    perform(postEntryProcedure, call(task.second, key), {
      id: approved.id,
      version: approved.version,
    }),
  );
}

async function money(): Promise<never> {
  for (;;) await receipt();
}

/** A team that improves its bid without end; each time it says which draft it has handed in. */
async function bidding(team: Actor, place: number): Promise<never> {
  for (let draft = first; ; draft += 1) {
    await told(`bid:${place}:${draft}`, (key) =>
      perform(submitBidCommand, call(team, key), {
        callId: task.callId,
        ...bid(),
        plan: planOf(draft),
      }),
    );
  }
}

// Everything is loaded before the first word, so that the kill meets work and not the start.
await receipt();
say("ready");
await new Promise((resolve) => process.stdin.once("data", resolve));
await Promise.all([...Array.from({ length: task.lanes }, money), ...task.teams.map(bidding)]);
