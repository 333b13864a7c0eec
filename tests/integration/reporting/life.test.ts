import { describe, expect, test } from "vitest";
import {
  enforceSetCommand,
  reviseSetCommand,
  saveIndicatorCommand,
} from "@/lib/features/indicators/procedures";
import { approve as approveMerge, propose } from "@/lib/features/organizations/procedures";
import {
  approveCycleCommand,
  coverageQuery,
  createCycleCommand,
  listCyclesQuery,
  listObligationsQuery,
  syncCycleCommand,
  unapproveCycleCommand,
} from "@/lib/features/reporting/procedures/cycles";
import {
  approveReportCommand,
  exceptReportCommand,
  exemptReportCommand,
  listChangesQuery,
  lockCellCommand,
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
import { addDays, dateOf } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { value } from "../indicators/world";
import {
  cycleInput,
  good,
  openCycle,
  reportingWorld,
  step,
  submit,
  submitted,
  today,
  type,
  verified,
  view,
} from "./world";

const { db } = useDatabase();

describe("cells", () => {
  test("Zero, blank, not applicable: three different values; blank blocks submission, zero asks reason after non-zero", async () => {
    const world = await reportingWorld(db());
    const before = await openCycle(db(), world, { periodFrom: "2026-04-01" });
    await submitted(world, before.obligationId);
    const { obligationId } = await openCycle(db(), world);
    value(
      await type(world.reporter, world, obligationId, { ...good, P: "0", E: "0", M: "N/A", S: "" }),
    );
    const seen = await view(world.reporter, obligationId);
    const cell = (code: string) => seen.rows.find((row) => row.code === code)?.cell;
    expect(cell("P")).toMatchObject({ answer: "value", amount: "0" });
    expect(cell("M")).toMatchObject({ answer: "not_applicable", amount: null });
    expect(cell("S")).toMatchObject({ answer: "blank", amount: null });
    expect(await submit(world.leader, obligationId)).toMatchObject({
      reason: "checks-block",
      details: { count: 1, code: "S" },
    });
    value(await type(world.reporter, world, obligationId, { S: "30" }));
    expect(await submit(world.leader, obligationId)).toMatchObject({
      reason: "reasons-missing",
      details: { count: 2, code: "P" },
    });
    value(
      await type(world.reporter, world, obligationId, { P: "0", E: "0" }, { reason: "示例：停课" }),
    );
    expect(value(await submit(world.leader, obligationId)).state).toBe("submitted");
    // Each result is stored with the value version it judged.
    expect(
      await db().reportFinding.findMany({
        where: { obligationId },
        select: { code: true, finding: true, valueVersion: true, round: true },
        orderBy: { code: "asc" },
      }),
    ).toEqual([
      { code: "E", finding: "zero-after", valueVersion: 2, round: 1 },
      { code: "P", finding: "zero-after", valueVersion: 2, round: 1 },
    ]);
  });

  test("Bad input: pasted cells are answered one by one, and the good ones are kept", async () => {
    const world = await reportingWorld(db());
    const { obligationId } = await openCycle(db(), world);
    const answer = value(
      await type(world.reporter, world, obligationId, {
        P: "近50余项",
        E: "１，２３４",
        M: "14000000元",
        S: "=A1",
        R: "73.7%",
        Y: "大概",
      }),
    );
    expect(answer.cells.map(({ ok, fault }) => fault ?? ok)).toEqual([
      "qualified",
      true,
      true,
      "formula",
      "two-parts",
      "not-yes-or-no",
    ]);
    const { rows } = await view(world.reporter, obligationId);
    expect(rows.map(({ cell }) => cell.amount)).toEqual([null, "1234", "1400", null, null, null]);
  });

  test("Wrong unit (元 / 万元): ×10 000 is named, and needs a reason", async () => {
    const world = await reportingWorld(db());
    const before = await openCycle(db(), world, { periodFrom: "2026-04-01" });
    await submitted(world, before.obligationId);
    const { obligationId } = await openCycle(db(), world);
    const { findings } = value(
      await type(world.reporter, world, obligationId, { ...good, M: "1200000" }),
    );
    expect(findings).toMatchObject([{ code: "M", finding: "unit-suspect", strength: "reason" }]);
  });

  test("Offline or slow line: a cell that is sent again stands there once; a changed one is told, not overwritten", async () => {
    const world = await reportingWorld(db());
    const { obligationId } = await openCycle(db(), world);
    const send = (typed: string, version = 0) =>
      perform(saveCellsCommand, world.reporter, {
        obligationId,
        cells: [{ indicatorId: world.indicator("P"), version, typed }],
      });
    expect(value(await send("5")).cells).toMatchObject([{ ok: true, version: 1 }]);
    expect(value(await send("5")).cells).toMatchObject([{ ok: true, version: 1 }]);
    expect(value(await send("6")).cells).toMatchObject([{ ok: false, fault: "changed" }]);
    expect(value(await send("6", 1)).cells).toMatchObject([{ ok: true, version: 2 }]);
    const { rows } = await ask(listChangesQuery, world.reporter, { obligationId });
    expect(rows[0]?.versions.map(({ shown }) => shown)).toEqual(["5 人次", "6 人次"]);
  });

  test("Two reporters edit: cell-level lock with name; nothing lost", async () => {
    const world = await reportingWorld(db());
    const { obligationId } = await openCycle(db(), world);
    const indicatorId = world.indicator("P");
    const hold = (call = world.reporter, release = false) =>
      perform(lockCellCommand, call, { obligationId, indicatorId, release });
    const both = await Promise.all([hold(world.reporter), hold(world.colleague)]);
    expect(both.map((one) => value(one).mine).sort()).toEqual([false, true]);
    const first = value(await hold(world.reporter)).mine ? world.reporter : world.colleague;
    const second = first === world.reporter ? world.colleague : world.reporter;
    expect(value(await hold(second))).toEqual({ mine: false, by: first.actor.name });
    expect(value(await type(second, world, obligationId, { P: "1", E: "2" })).cells).toMatchObject([
      { ok: false, fault: "locked", by: first.actor.name },
      { ok: true },
    ]);
    value(await hold(first, true));
    const saved = await Promise.all([
      type(first, world, obligationId, { P: "7" }),
      type(second, world, obligationId, { S: "8" }),
    ]);
    expect(saved.every((one) => value(one).cells[0]?.ok)).toBe(true);
    const { rows } = await view(first, obligationId);
    expect(rows.map(({ cell }) => cell.amount)).toEqual(["7", "2", null, "8", null, null]);
  });

  test("Indicator definition changes: the series is cut for that version and every one after it", async () => {
    const world = await reportingWorld(db());
    const fill = async (obligationId: string) => {
      const { rows } = await view(world.reporter, obligationId);
      value(
        await perform(saveCellsCommand, world.reporter, {
          obligationId,
          cells: rows
            .filter(({ code }) => code === "P" || code === "S")
            .map((row) => ({ indicatorId: row.indicatorId, version: 0, typed: "50" })),
        }),
      );
    };
    const next = async (setId: string, validFrom: string, definition?: string) => {
      let set = value(await perform(reviseSetCommand, world.secretary, { setId }));
      if (definition) {
        const row = await db().indicator.findFirstOrThrow({ where: { setId: set.id, code: "P" } });
        set = value(
          await perform(saveIndicatorCommand, world.secretary, {
            setId: set.id,
            version: set.version,
            indicatorId: row.id,
            code: "P",
            nameZh: row.nameZh,
            kind: "flow",
            unitZh: "人次",
            definition,
          }),
        );
      }
      const { id, version } = set;
      value(await perform(enforceSetCommand, world.secretary, { setId: id, version, validFrom }));
      return id;
    };
    const first = await openCycle(db(), world, { periodFrom: "2026-01-01" });
    await fill(first.obligationId);
    const changed = await next(world.set.id, "2026-04-01", "示例：只计企业职工");
    const second = await openCycle(db(), world, { setId: changed, periodFrom: "2026-04-01" });
    await fill(second.obligationId);
    const same = await next(changed, "2026-07-01");
    const third = await openCycle(db(), world, { setId: same });
    const seen = async (obligationId: string) =>
      Object.fromEntries(
        (await view(world.reporter, obligationId)).rows.map(({ code, before, yearToDate }) => [
          code,
          [...before.map((past) => past?.amount ?? null), yearToDate],
        ]),
      );
    expect(await seen(second.obligationId)).toMatchObject({
      P: [null, null, null, "50"],
      S: ["50", null, null, null],
    });
    expect(await seen(third.obligationId)).toMatchObject({
      P: ["50", null, null, "50"],
      S: ["50", "50", null, null],
    });
  });

  test("changing a March value updates April–December year-to-date", async () => {
    const world = await reportingWorld(db());
    const months = ["2026-03-01", "2026-04-01", "2026-12-01"];
    const cycles = [];
    for (const periodFrom of months)
      cycles.push(
        await openCycle(db(), world, { periodFrom, periodKind: "month", name: periodFrom }),
      );
    for (const { obligationId } of cycles)
      value(await type(world.reporter, world, obligationId, { P: "10", S: "4" }));
    const [march, april, december] = cycles.map(({ obligationId }) => obligationId);
    const sums = async () =>
      Promise.all(
        [march, april, december].map(async (id) => {
          const { rows } = await view(world.reporter, id ?? "");
          return [rows[0]?.yearToDate, rows[3]?.yearToDate];
        }),
      );
    expect(await sums()).toEqual([
      ["10", null],
      ["20", null],
      ["30", null],
    ]);
    value(await type(world.reporter, world, march ?? "", { P: "25" }));
    expect((await sums()).map(([sum]) => sum)).toEqual(["25", "35", "45"]);
  });
});

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
