import { expect, test } from "vitest";
import { signContractCommand } from "@/lib/features/calls/procedures/award";
import {
  createCallCommand,
  officeStepCommand,
  updateCallCommand,
} from "@/lib/features/calls/procedures/needs";
import { perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import {
  biddingCall,
  callWorld,
  chosenCall,
  contract,
  endNotice,
  need,
  submit,
  value,
  versionOf,
} from "./world";

useDatabase();

const small = (field: string, usual: string, factor = 10_000) => ({
  ok: false,
  reason: "amount-too-small",
  details: { field, factor, usual },
});

test("元 taken for 万元: a budget, a quote and a contract that are ten thousand times off are asked about with the factor", async () => {
  const world = await callWorld();
  const { enterprise } = world;
  // Nothing is unusual before the first call was published.
  const first = { ...need, submit: false };
  const draft = value(await perform(createCallCommand, enterprise, { ...first, budget: "60" }));
  const id = await biddingCall(world);

  const usual = small("budget", "500000.00");
  expect(await perform(createCallCommand, enterprise, { ...need, budget: "60" })).toMatchObject(
    usual,
  );
  const change = { ...need, id: draft.id, version: draft.version, budget: "60" };
  expect(await perform(updateCallCommand, enterprise, change)).toMatchObject(usual);
  value(await perform(updateCallCommand, enterprise, { ...change, amountIsRight: true }));
  expect(
    await perform(createCallCommand, enterprise, { ...need, budget: "5000000000" }),
  ).toMatchObject({ reason: "amount-too-large", details: { factor: 10_000 } });

  const [team] = world.bidders;
  expect(await submit(team, id, { quote: "48.5" })).toMatchObject(small("quote", "500000.00"));
  value(await submit(team, id, { quote: "48.5", amountIsRight: true }));
});

test("a contract of 44 yuan beside a quote of 440,000 is asked about, and signed once that is said to be right", async () => {
  const world = await callWorld();
  const id = await chosenCall(world);
  await endNotice(id);
  const over = { ...(await versionOf(id)), step: "end_notice" as const };
  value(await perform(officeStepCommand, world.office, over));
  const input = { ...(await versionOf(id)), ...contract, amount: "44" };
  expect(await perform(signContractCommand, world.office, input)).toMatchObject({
    reason: "amount-too-small",
    details: { field: "amount", factor: 10_000 },
  });
  value(await perform(signContractCommand, world.office, { ...input, amountIsRight: true }));
});
