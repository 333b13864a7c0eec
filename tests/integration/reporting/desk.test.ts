import { describe, expect, test } from "vitest";
import {
  approveCycleCommand,
  coverageQuery,
  unapproveCycleCommand,
} from "@/lib/features/reporting/procedures/cycles";
import {
  approveReportCommand,
  exemptReportCommand,
  returnReportCommand,
  saveCellsCommand,
  submitReportCommand,
  takeReportCommand,
  unapproveReportCommand,
  unverifyReportCommand,
  verifyReportCommand,
} from "@/lib/features/reporting/procedures/reports";
import { stateAfter } from "@/lib/features/reporting/rules/states";
import { storedStates } from "@/lib/features/reporting/types";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { value } from "../indicators/world";
import {
  good,
  openCycle,
  reportingWorld,
  step,
  submit,
  submitted,
  type,
  verified,
  view,
} from "./world";

const { db } = useDatabase();

describe("the desk", () => {
  test("reason per cell mandatory; only those cells unlock; what was found right stays so", async () => {
    const world = await reportingWorld(db());
    const { obligationId } = await openCycle(db(), world);
    await submitted(world, obligationId);
    value(
      await perform(takeReportCommand, world.secretary, await step(world.secretary, obligationId)),
    );
    const rest = (["P", "E", "S", "R", "Y"] as const).map(world.indicator);
    const back = async (reason: string) =>
      perform(returnReportCommand, world.secretary, {
        ...(await step(world.secretary, obligationId)),
        cells: [{ indicatorId: world.indicator("M"), reason }],
        confirmed: rest,
      });
    await expect(back(" ")).rejects.toMatchObject({ code: "malformed" });
    value(await back("示例：请附回单"));
    const open = (await view(world.reporter, obligationId)).rows.filter((row) => row.open);
    expect(open.map(({ code, cell }) => [code, cell.returnReason])).toEqual([
      ["M", "示例：请附回单"],
    ]);
    expect(
      value(await type(world.reporter, world, obligationId, { P: "1", M: "110" })).cells,
    ).toMatchObject([{ ok: false, fault: "not-returned" }, { ok: true }]);
    expect(value(await submit(world.leader, obligationId)).state).toBe("checking");
    const verify = async (confirmed: string[]) =>
      perform(verifyReportCommand, world.secretary, {
        ...(await step(world.secretary, obligationId)),
        confirmed,
      });
    expect(await verify([])).toMatchObject({ reason: "cells-unseen", details: { count: 1 } });
    expect(value(await verify([world.indicator("M")])).state).toBe("verified");
  });

  test("I-15 who submits does not verify, who verifies does not approve; the alliance comes last and goes first", async () => {
    const world = await reportingWorld(db());
    const cycle = await openCycle(db(), world);
    const { obligationId } = cycle;
    await verified(world, obligationId);
    const approve = async (call: typeof world.chair) =>
      perform(approveReportCommand, call, await step(call, obligationId));
    expect(await approve(world.secretary)).toMatchObject({ reason: "second-person-needed" });
    value(await approve(world.chair));
    const whole = (version: number) =>
      perform(approveCycleCommand, world.chair, { cycleId: cycle.id, version });
    expect(await whole(1)).toMatchObject({ reason: "members-not-approved", details: { count: 1 } });
    const other = await cycle.of(world.other.id);
    value(
      await perform(exemptReportCommand, world.secretary, {
        ...(await step(world.secretary, other)),
        reason: "示例",
      }),
    );
    value(await whole(1));
    const late = await world.member("2026-08-15");
    await expect(
      db().$executeRaw`
        INSERT INTO obligations (id, alliance_id, cycle_id, set_id, organization_id)
        SELECT gen_random_uuid(), alliance_id, cycle_id, set_id, ${late.id}::uuid FROM obligations WHERE id = ${other}::uuid`,
    ).rejects.toThrow("an approved cycle takes in nobody");
    const undo = { reason: "示例：发现差错" };
    const unapprove = async () =>
      perform(unapproveReportCommand, world.chair, {
        ...(await step(world.chair, obligationId)),
        ...undo,
      });
    expect(await unapprove()).toMatchObject({ reason: "cycle-approved" });
    await expect(
      db().obligation.update({
        where: { id: obligationId },
        data: { state: "verified", approvedAt: null, approvedById: null },
      }),
    ).rejects.toThrow();
    value(
      await perform(unapproveCycleCommand, world.chair, { cycleId: cycle.id, version: 2, ...undo }),
    );
    value(await unapprove());
    value(
      await perform(unverifyReportCommand, world.secretary, {
        ...(await step(world.secretary, obligationId)),
        ...undo,
      }),
    );
    const undone = await db().auditEntry.findMany({
      where: {
        chain: world.allianceId,
        action: { in: ["cycle.unapprove", "obligation.unapprove", "obligation.unverify"] },
      },
    });
    expect(undone.map(({ details }) => details)).toMatchObject([undo, undo, undo]);
  });

  test("I-16 an approved value never changes, by no statement", async () => {
    const world = await reportingWorld(db());
    const { obligationId } = await openCycle(db(), world);
    await verified(world, obligationId);
    value(await perform(approveReportCommand, world.chair, await step(world.chair, obligationId)));
    expect(await type(world.reporter, world, obligationId, { P: "1" })).toMatchObject({
      reason: "wrong-state",
    });
    const where = { obligationId };
    await expect(db().reportValue.updateMany({ where, data: { amount: 1 } })).rejects.toThrow();
    await expect(db().reportValue.deleteMany({ where })).rejects.toThrow();
    await expect(db().reportValueVersion.deleteMany({})).rejects.toThrow();
  });

  test("every step that is no edge is refused, and nothing changes", async () => {
    const world = await reportingWorld(db());
    const { obligationId } = await openCycle(db(), world);
    await submitted(world, obligationId);
    const steps = {
      submit: () => submit(world.leader, obligationId),
      take: async () =>
        perform(takeReportCommand, world.secretary, await step(world.secretary, obligationId)),
      verify: async () =>
        perform(verifyReportCommand, world.secretary, await step(world.secretary, obligationId)),
      approve: async () =>
        perform(approveReportCommand, world.chair, await step(world.chair, obligationId)),
      unapprove: async () =>
        perform(unapproveReportCommand, world.chair, {
          ...(await step(world.chair, obligationId)),
          reason: "示例",
        }),
      unverify: async () =>
        perform(unverifyReportCommand, world.secretary, {
          ...(await step(world.secretary, obligationId)),
          reason: "示例",
        }),
      return: async () =>
        perform(returnReportCommand, world.secretary, {
          ...(await step(world.secretary, obligationId)),
          cells: [{ indicatorId: world.indicator("P"), reason: "示例" }],
        }),
    } as const;
    for (const state of storedStates) {
      await db().$executeRaw`ALTER TABLE obligations DISABLE TRIGGER obligations_move`;
      await db().obligation.update({
        where: { id: obligationId },
        data: {
          state,
          verifiedAt: state === "verified" || state === "approved" ? new Date() : null,
          approvedAt: state === "approved" ? new Date() : null,
        },
      });
      await db().$executeRaw`ALTER TABLE obligations ENABLE TRIGGER obligations_move`;
      for (const name of Object.keys(steps) as (keyof typeof steps)[]) {
        if (stateAfter(state, name)) continue;
        expect(await steps[name](), `${state} ${name}`).toMatchObject({ reason: "wrong-state" });
      }
      expect((await view(world.leader, obligationId)).state).toBe(state);
    }
  });

  test("sent twice the second is stale, at once one wins, and a submission stops what is being typed", async () => {
    const world = await reportingWorld(db());
    const { obligationId } = await openCycle(db(), world);
    value(await type(world.reporter, world, obligationId, good));
    const at = await step(world.leader, obligationId);
    const both = await Promise.allSettled([
      perform(submitReportCommand, world.leader, at),
      perform(submitReportCommand, world.leader, at),
    ]);
    expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
    expect(await type(world.reporter, world, obligationId, { P: "1" })).toMatchObject({
      reason: "wrong-state",
    });
  });
});

test("wrong person, wrong organization, wrong alliance", async () => {
  const [world, foreign] = [await reportingWorld(db()), await reportingWorld(db())];
  const { obligationId } = await openCycle(db(), world);
  const save = (call: typeof world.leader) =>
    perform(saveCellsCommand, call, {
      obligationId,
      cells: [{ indicatorId: world.indicator("P"), version: 0, typed: "1" }],
    });
  await expect(save(world.otherLeader)).rejects.toMatchObject({ code: "not-found" });
  await expect(save(foreign.leader)).rejects.toMatchObject({ code: "not-found" });
  await expect(save(world.secretary)).rejects.toMatchObject({ code: "forbidden" });
  await expect(view(world.otherLeader, obligationId)).rejects.toMatchObject({ code: "not-found" });
  await expect(
    perform(submitReportCommand, world.reporter, { obligationId, version: 1 }),
  ).rejects.toMatchObject({ code: "forbidden" });
  const { items } = await ask(coverageQuery, world.otherLeader, {});
  expect(items.map(({ organizationId }) => organizationId)).toEqual([world.other.id]);
});
