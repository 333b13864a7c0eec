import { describe, expect, test } from "vitest";
import {
  enforceSetCommand,
  reviseSetCommand,
  saveIndicatorCommand,
} from "@/lib/features/indicators/procedures";
import {
  listChangesQuery,
  lockCellCommand,
  saveCellsCommand,
} from "@/lib/features/reporting/procedures/reports";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { value } from "../indicators/world";
import { good, openCycle, reportingWorld, submit, submitted, type, view } from "./world";

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
