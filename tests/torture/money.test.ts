import { test } from "vitest";
import { runAgainstModel, withdrawTwice } from "../integration/funds/model";
import { createFundWorld, patiently } from "../integration/funds/world";
import { useDatabase } from "../support/database";

/*
 * Money at full size, through the same doors; tests/integration/funds runs it small. TORTURE_MONEY and TORTURE_ROUNDS lower
 * it for a first look.
 */
const { db } = useDatabase();
const OPERATIONS = Number(process.env.TORTURE_MONEY ?? 10_000);
const ROUNDS = Number(process.env.TORTURE_ROUNDS ?? 1000);
/** A history of its own each, so that a year of an alliance is as long as a real one. */
const HISTORIES = 10;

test(`I-18 A-32 ${OPERATIONS} random operations of money leave no fen of difference to the model`, async () => {
  for (let history = 0; history < HISTORIES; history += 1) {
    const world = await createFundWorld(db(), 1, patiently);
    await runAgainstModel(world, Math.ceil(OPERATIONS / HISTORIES), 20261122 + history);
  }
}, 7_200_000);

test(`A-33 two withdrawals in parallel never overspend: ${ROUNDS} rounds`, async () => {
  await withdrawTwice(await createFundWorld(db(), 1, patiently), ROUNDS);
}, 7_200_000);
