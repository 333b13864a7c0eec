import { expect, test } from "vitest";
import {
  createCallCommand,
  officeStepCommand,
  posterStepCommand,
} from "@/lib/features/calls/procedures/needs";
import { enterpriseStandingProcedure } from "@/lib/features/enterprises/procedures";
import { addDays } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createReceiptRow } from "@/prisma/seed/factories/projects";
import { useDatabase } from "@/tests/support/database";
import { callWorld, need, runningCall, today, value, versionOf } from "../calls/world";

const { db } = useDatabase();

test("a problem that the office sent back waits for its enterprise until it is handed in again; a draft of its own does not", async () => {
  const world = await callWorld();
  const owed = async () =>
    (await ask(enterpriseStandingProcedure, world.enterprise, {})).owed.map(({ kind, id }) => [
      kind,
      id,
    ]);
  value(await perform(createCallCommand, world.enterprise, { ...need, submit: false }));
  const { id } = value(await perform(createCallCommand, world.enterprise, need));
  expect(await owed()).toEqual([]);
  const back = { step: "give_back" as const, reason: "示例：预算请核对" };
  value(await perform(officeStepCommand, world.office, { ...(await versionOf(id)), ...back }));
  expect(await owed()).toEqual([["call", id]]);
  const again = { ...(await versionOf(id)), step: "submit" as const };
  value(await perform(posterStepCommand, world.enterprise, again));
  expect(await owed()).toEqual([]);
});

test("contract money is owed once its milestone is accepted, from the oldest instalment that is not paid", async () => {
  const world = await callWorld();
  const call = await db().call.findUniqueOrThrow({ where: { id: await runningCall(world) } });
  const projectId = call.projectId ?? "";
  const owed = async () =>
    (await ask(enterpriseStandingProcedure, world.enterprise, {})).owed.filter(
      ({ kind }) => kind === "promise",
    );
  // Due within the next weeks, but nobody has accepted what it is paid for.
  expect(await owed()).toEqual([]);
  const accept = async (order: number) => {
    const of = { projectId, sortOrder: order };
    for (const state of ["running", "submitted"] as const) {
      await db().projectMilestone.updateMany({ where: of, data: { state } });
    }
    const accepted = { acceptedAt: new Date(), authority: "secretariat" as const };
    await db().projectMilestone.updateMany({
      where: of,
      data: {
        state: "accepted",
        submittedById: world.bidders[0].actor.userId,
        ...accepted,
        decidedById: world.office.actor.userId,
      },
    });
  };
  await accept(1);
  const [first, second] = [addDays(today, 60), addDays(today, 200)];
  expect(await owed()).toMatchObject([{ id: projectId, amount: "132000.00", on: first }]);
  const { id: commitmentId } = await db().fundCommitment.findFirstOrThrow({ where: { projectId } });
  await createReceiptRow(db(), {
    allianceId: world.alliance.id,
    projectId,
    organizationId: world.poster.id,
    commitmentId,
    amount: "132000.00",
  });
  expect(await owed()).toEqual([]);
  await accept(2);
  expect(await owed()).toMatchObject([
    { id: projectId, amount: "308000.00", on: second, late: false },
  ]);
});
