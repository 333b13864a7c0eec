import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createEntryProcedure } from "@/lib/features/funds/procedures/entries";
import { perform } from "@/lib/platform/corridor/faces";
import { database } from "@/lib/platform/db/client";
import { AMOUNT, voucherOf } from "./chain";
import {
  type ChainStage,
  expectBidsOpen,
  expectChainWhole,
  nextDraft,
  openChain,
  tell,
} from "./chain-stage";
import { rounds } from "./stage";
import { newTold, startWriter, type Told, untilKept } from "./writing";

/** Asked again with the same key, an entry that was under way when the process died is there once. */
async function repeatUnanswered({ task }: ChainStage, told: Told): Promise<void> {
  const open = [...told.sent].filter((mark) => mark.startsWith("entry:") && !told.kept.has(mark));
  for (const mark of open) {
    const voucherNo = voucherOf(mark.slice("entry:".length));
    const call = { actor: task.office, tenant: task.tenant, idempotencyKey: mark };
    const result = await perform(createEntryProcedure, call, {
      projectId: task.projectId,
      flow: "receipt",
      kind: "cash",
      source: "enterprise",
      organizationId: task.payerId,
      amount: AMOUNT,
      amountIsRight: true,
      happenedOn: "2026-03-01",
      voucherNo,
    });
    expect(result).toMatchObject({ ok: true });
    expect(await database().fundEntry.count({ where: { voucherNo } })).toBe(1);
  }
}

test("I-05, I-07, I-08, A-30 the application is killed with -9 while money is posted and bids come in", async () => {
  const stage = await openChain(3);
  const { postgres, task } = stage;
  const told = newTold();
  const start = () =>
    startWriter(postgres.url, task, told, "chain-writer", { DRILL_FROM: String(nextDraft(told)) });
  let count = 0;
  for (const _ of rounds()) {
    const writer = start();
    await writer.ready;
    writer.begin();
    await untilKept(told, 1 + Math.random() * 20);
    await sleep(Math.random() * 15);
    await writer.kill();
    await expectChainWhole(postgres.url, told);
    count += 1;
  }
  await repeatUnanswered(stage, told);
  await expectChainWhole(postgres.url, told);
  await expectBidsOpen(stage, told);
  tell("application killed", count, told);
}, 3_600_000);
