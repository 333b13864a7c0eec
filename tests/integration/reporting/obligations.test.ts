import { describe, expect, test } from "vitest";
import { approve as approveMerge, propose } from "@/lib/features/organizations/procedures";
import {
  createCycleCommand,
  listCyclesQuery,
  listObligationsQuery,
  syncCycleCommand,
} from "@/lib/features/reporting/procedures/cycles";
import {
  exceptReportCommand,
  exemptReportCommand,
} from "@/lib/features/reporting/procedures/reports";
import { addDays, dateOf } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { value } from "../indicators/world";
import {
  cycleInput,
  openCycle,
  reportingWorld,
  step,
  submit,
  submitted,
  today,
  type,
  view,
} from "./world";

const { db } = useDatabase();

describe("obligations", () => {
  test("Organization joined mid-period: from the next full period unless the cycle says pro rata; not counted as late", async () => {
    const world = await reportingWorld(db());
    const late = await world.member("2026-08-15");
    const plain = value(await perform(createCycleCommand, world.secretary, cycleInput(world)));
    expect(plain.obligations).toBe(2);
    const rated = value(
      await perform(
        createCycleCommand,
        world.secretary,
        cycleInput(world, { periodFrom: "2026-04-01", periodKind: "half", proRata: true }),
      ),
    );
    expect(rated.obligations).toBe(3);
    const { items } = await ask(listObligationsQuery, world.secretary, { organization: late.id });
    expect(items.map(({ cycleId, late: over }) => [cycleId, over])).toEqual([[rated.id, false]]);
    expect(await perform(createCycleCommand, world.secretary, cycleInput(world))).toMatchObject({
      reason: "cycle-exists",
    });
  });

  test("Organization left: its obligation ends at the end date, and nobody fills it in", async () => {
    const world = await reportingWorld(db());
    const cycle = await openCycle(db(), world);
    await db().membershipPeriod.updateMany({
      where: { membership: { organizationId: world.school.id } },
      data: { validTo: dateOf(addDays(today, -1)) },
    });
    value(await perform(syncCycleCommand, world.secretary, { cycleId: cycle.id }));
    expect((await view(world.leader, cycle.obligationId)).shown).toBe("ended");
    expect(await type(world.reporter, world, cycle.obligationId, { P: "1" })).toMatchObject({
      reason: "obligation-ended",
    });
  });

  test("Organisation merged: the successor sees the history, and what both owed is owed once", async () => {
    const world = await reportingWorld(db());
    const successor = await world.member("2026-06-01");
    const before = await openCycle(db(), world, { periodFrom: "2026-04-01" });
    await submitted(world, before.obligationId);
    const now = await openCycle(db(), world);
    const merger = value(
      await perform(propose, world.secretary, {
        survivorId: successor.id,
        absorbedId: world.school.id,
        reason: "示例：两校合并",
      }),
    );
    const admin = { actor: await createActor(db(), "platform_admin") };
    value(await perform(approveMerge, admin, { proposalId: merger.id, version: 1 }));
    value(await perform(syncCycleCommand, world.secretary, { cycleId: now.id }));
    const own = await view(world.secretary, await now.of(successor.id));
    expect(own.rows[0]?.before[0]).toMatchObject({ amount: "500" });
    expect(own.shown).toBe("open");
    expect((await view(world.secretary, now.obligationId)).shown).toBe("ended");
    const { items } = await ask(listObligationsQuery, world.secretary, {
      organization: successor.id,
    });
    expect(items.map(({ cycleId }) => cycleId)).toEqual([before.id, now.id]);
  });

  test("Organisation joined mid-period: who had left and joins again owes from the next full period too", async () => {
    const world = await reportingWorld(db());
    const membership = await db().membership.findFirstOrThrow({
      where: { organizationId: world.school.id },
    });
    const at = { allianceId: world.allianceId, membershipId: membership.id };
    await db().membershipPeriod.updateMany({ where: at, data: { validTo: dateOf("2025-03-31") } });
    await db().membershipPeriod.create({
      data: {
        ...at,
        position: "member_unit",
        validFrom: dateOf("2026-08-15"),
        openedReason: "示例：重新入会",
      },
    });
    const owed = async (more: object) =>
      value(await perform(createCycleCommand, world.secretary, cycleInput(world, more)))
        .obligations;
    expect(await owed({})).toBe(1);
    expect(await owed({ periodKind: "half", proRata: true })).toBe(2);
    expect(await owed({ periodFrom: "2025-01-01" })).toBe(2);
  });

  test("After closes nobody edits without a dated exception with reason", async () => {
    const world = await reportingWorld(db());
    const past = {
      opensOn: addDays(today, -40),
      dueOn: addDays(today, -20),
      verifyBy: addDays(today, -10),
      closesOn: addDays(today, -1),
    };
    const { obligationId } = await openCycle(db(), world, past);
    expect(await view(world.leader, obligationId)).toMatchObject({
      late: true,
      may: { save: false },
    });
    expect(await type(world.reporter, world, obligationId, { P: "1" })).toMatchObject({
      reason: "cycle-closed",
    });
    const except = async (until: string) =>
      perform(exceptReportCommand, world.secretary, {
        ...(await step(world.secretary, obligationId)),
        until,
        reason: "示例：材料补到",
      });
    expect(await except(addDays(today, -1))).toMatchObject({ reason: "exception-in-past" });
    value(await except(today));
    expect(value(await type(world.reporter, world, obligationId, { P: "1" })).cells[0]?.ok).toBe(
      true,
    );
  });

  test("NIL counts as reported and needs no evidence; with a number in it, it is none", async () => {
    const world = await reportingWorld(db());
    const cycle = await openCycle(db(), world);
    value(await type(world.reporter, world, cycle.obligationId, { P: "1" }));
    expect(await submit(world.leader, cycle.obligationId, true)).toMatchObject({
      reason: "nil-with-values",
    });
    value(await type(world.reporter, world, cycle.obligationId, { P: "" }));
    value(await submit(world.leader, cycle.obligationId, true));
    const { items } = await ask(listCyclesQuery, world.secretary, {});
    expect(items[0]?.tally).toMatchObject({ owed: 2, reported: 1 });
  });

  test("EXEMPT is a decision with a reason: nothing is owed, nothing is judged", async () => {
    const world = await reportingWorld(db());
    const { obligationId } = await openCycle(db(), world);
    value(
      await perform(exemptReportCommand, world.secretary, {
        ...(await step(world.secretary, obligationId)),
        reason: "示例：停办",
      }),
    );
    expect(await type(world.reporter, world, obligationId, { P: "1" })).toMatchObject({
      reason: "obligation-exempt",
    });
    expect((await view(world.leader, obligationId)).shown).toBe("exempt");
  });
});
