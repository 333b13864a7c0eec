import { beforeAll, describe, expect, test } from "vitest";
import {
  judgeDoubleProcedure,
  listDoublesProcedure,
  scanDoublesProcedure,
} from "@/lib/features/outcomes/procedures/doubles";
import {
  amendOutcomeProcedure,
  listOutcomesProcedure,
  reportOutcomeProcedure,
  returnOutcomeProcedure,
  verifyOutcomeProcedure,
} from "@/lib/features/outcomes/procedures/records";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { createEvidence, createStage } from "./support";

const { db } = useDatabase();
let stage: Awaited<ReturnType<typeof createStage>>;
let fileId = "";

beforeAll(async () => {
  stage = await createStage(db());
  fileId = (await createEvidence(db(), stage.alliance.id, stage.reporter)).id;
});

const by = (actor: Actor) => ({ actor, tenant: stage.alliance.slug });

const report = (change: Record<string, unknown>) =>
  perform(reportOutcomeProcedure, by(stage.reporter), {
    organizationId: stage.school.id,
    metricCode: "M41",
    title: "示例培训",
    occurredOn: "2026-05-01",
    quantity: "100",
    fileId,
    ...change,
  });

async function reported(change: Record<string, unknown>) {
  const result = await report(change);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const open = (pageSize = 100) => ask(listDoublesProcedure, by(stage.secretariat), { pageSize });

async function pairOf(secondId: string) {
  const pair = (await open()).items.find(({ second }) => second.id === secondId);
  if (!pair) throw new Error("no pair");
  return { id: pair.id, version: pair.version };
}

const judge = (
  pair: { id: string; version: number },
  judgement: "same" | "different" | "partly",
  more: object = {},
  actor = stage.secretariat,
) =>
  perform(judgeDoubleProcedure, by(actor), {
    ...pair,
    judgement,
    reason: "示例：签到表相同",
    ...more,
  });

const drift = () => db().$queryRaw<object[]>`
  SELECT 1 FROM outcome_rollup_truth t FULL JOIN outcome_rollups r USING (alliance_id, organization_id, metric_code, year, state)
  WHERE coalesce(t.total, 0) <> coalesce(r.total, 0) OR coalesce(t.records, 0) <> coalesce(r.records, 0)`;

const two = (n: number) => String(n).padStart(2, "0");

/** Ten different things, three times each in disguise: by key, by amount and day, by title. */
const plants = Array.from({ length: 10 }, (_, n) => ({
  patent: {
    metricCode: "M35",
    quantity: "1",
    title: `示例发明 ${n}甲`,
    naturalKey: `ZL 2025 1 00000${two(n)}.${n}`,
  },
  training: {
    title: `示例培训${"甲乙丙丁戊己庚辛壬癸"[n]}班`,
    quantity: String(1000 + 37 * n),
    occurredOn: `2026-0${1 + (n % 9)}-10`,
  },
  course: {
    title: `示例${"焊接钳工数控物流护理烹饪测绘财会园林机电".slice(2 * n, 2 * n + 2)}岗位技能提升课程`,
    quantity: String(20 + n),
    occurredOn: `2025-0${1 + (n % 9)}-10`,
  },
}));

describe("Done when: an alliance total equals the sum over distinct claims with 30 planted duplicates", () => {
  test("all 30 are found: 10 by their keys, 20 on the desk; after judging the totals count each thing once", async () => {
    for (const { patent, training, course } of plants) {
      await reported(patent);
      await reported(training);
      await reported(course);
    }
    const before = (await open()).total;
    const doubled: string[] = [];
    for (const [n, { patent, training, course }] of plants.entries()) {
      const disguised = patent.naturalKey
        .replace("ZL ", "")
        .replaceAll(" ", "")
        .replace("2025", "２０２５");
      expect(
        await report({ ...patent, naturalKey: disguised, title: `示例 另一名称 ${n}` }),
      ).toMatchObject({
        reason: "duplicate-result",
      });
      const day = training.occurredOn.replace("-10", `-1${n % 8}`);
      doubled.push(
        (await reported({ ...training, occurredOn: day, title: `示例员工能力提升 ${n}` })).id,
      );
      doubled.push(
        (
          await reported({
            ...course,
            quantity: "5",
            title: `${course.title.slice(0, 2)} ${course.title.slice(2)}`,
            occurredOn: course.occurredOn.replace("-10", "-28"),
          })
        ).id,
      );
    }
    const desk = await open();
    const found = new Set(desk.items.map(({ second }) => second.id));
    expect(doubled.filter((id) => !found.has(id))).toEqual([]);
    expect(desk.total - before).toBeGreaterThanOrEqual(20);
    for (const id of doubled)
      expect(await judge(await pairOf(id), "same")).toMatchObject({ ok: true });
    const rows = await db().outcomeRecord.findMany({ where: { allianceId: stage.alliance.id } });
    for (const { id, version } of rows) {
      expect(
        await perform(verifyOutcomeProcedure, by(stage.secretariat), {
          id,
          version,
          passOver: "示例：已核对",
        }),
      ).toMatchObject({ ok: true });
    }
    const distinct = plants.reduce(
      (sum, { training, course }) => sum + Number(training.quantity) + Number(course.quantity),
      0,
    );
    const totals = await db().outcomeRollup.groupBy({
      by: ["metricCode"],
      where: { allianceId: stage.alliance.id, state: "verified" },
      _sum: { total: true },
    });
    const total = (code: string) =>
      totals.find(({ metricCode }) => metricCode === code)?._sum.total?.toFixed(0);
    expect(total("M35")).toBe("10");
    expect(total("M41")).toBe(String(distinct));
    // I-17: the list's total is the tile's.
    const list = await ask(listOutcomesProcedure, by(stage.secretariat), {
      metric: "M41",
      state: "approved",
    });
    expect(Number(list.quantity)).toBe(distinct);
    expect(await drift()).toEqual([]);
  });
});

describe("resolution is a separate negative adjustment row; reported values are never overwritten", () => {
  const twins = async (quantity: string) => {
    const day = { occurredOn: "2024-03-01", quantity };
    const first = await reported({ ...day, title: `示例双份 ${quantity}` });
    const second = await reported({ ...day, title: `示例双份 ${quantity}` });
    return { first, second, pair: await pairOf(second.id) };
  };

  test("partly: the part is taken off with its reason, the number stays", async () => {
    const { first, second, pair } = await twins("501");
    expect(await judge(pair, "partly", { amount: "501" })).toMatchObject({
      reason: "pair-amount-too-large",
    });
    expect(await judge(pair, "partly")).toMatchObject({ reason: "pair-amount-missing" });
    expect(await judge(pair, "partly", { amount: "100.5" })).toMatchObject({ ok: true });
    const row = await db().outcomeRecord.findUniqueOrThrow({
      where: { id: second.id },
      include: { adjustments: true },
    });
    expect([row.quantity.toFixed(2), row.adjustment.toFixed(2)]).toEqual(["501.00", "-100.50"]);
    expect(row.adjustments).toMatchObject([
      { againstId: first.id, kind: "partly", reason: "示例：签到表相同" },
    ]);
    expect(await drift()).toEqual([]);
  });

  test("different: nothing is taken off, and the pair is not shown again", async () => {
    const { second, pair } = await twins("502");
    expect(await judge(pair, "different")).toMatchObject({ ok: true });
    expect(await db().outcomeAdjustment.count({ where: { recordId: second.id } })).toBe(0);
    await perform(scanDoublesProcedure, by(stage.secretariat), { metricCode: "M41", year: 2024 });
    expect((await open()).items.some((one) => one.second.id === second.id)).toBe(false);
  });

  test("I-12 judged twice, and at once: one adjustment", async () => {
    const { second, pair } = await twins("503");
    const results = await Promise.allSettled([judge(pair, "same"), judge(pair, "same")]);
    expect(results.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
    expect(await judge({ ...pair, version: 2 }, "different")).toMatchObject({
      reason: "wrong-state",
    });
    expect(await db().outcomeAdjustment.count({ where: { recordId: second.id } })).toBe(1);
  });

  test("I-16 an adjustment is never changed; the number moves by one only; no more goes off than there is", async () => {
    const { first, second, pair } = await twins("504");
    await judge(pair, "same");
    const row = await db().outcomeAdjustment.findFirstOrThrow({ where: { recordId: second.id } });
    await expect(
      db().outcomeAdjustment.update({ where: { id: row.id }, data: { amount: -1 } }),
    ).rejects.toThrow();
    await expect(db().outcomeAdjustment.delete({ where: { id: row.id } })).rejects.toThrow();
    await expect(
      db().outcomeRecord.update({ where: { id: second.id }, data: { adjustment: 0 } }),
    ).rejects.toThrow();
    await expect(
      db().outcomeAdjustment.create({
        data: {
          allianceId: stage.alliance.id,
          recordId: second.id,
          againstId: first.id,
          kind: "partly",
          amount: -1,
          reason: "示例",
        },
      }),
    ).rejects.toThrow();
    await expect(
      db().outcomePair.update({ where: { id: pair.id }, data: { state: "open" } }),
    ).rejects.toThrow();
  });

  test("A-31, A-09 nobody of the owners judges, nobody from outside sees the desk", async () => {
    const { pair } = await twins("505");
    const insider = await createActor(db(), "secretariat", { allianceId: stage.alliance.id });
    const both: Actor = {
      ...insider,
      roles: [
        ...insider.roles,
        { role: "reporter", allianceId: stage.alliance.id, organizationId: stage.school.id },
      ],
    };
    expect(await judge(pair, "same", {}, both)).toMatchObject({ reason: "own-figure" });
    await expect(judge(pair, "same", {}, stage.reporter)).rejects.toMatchObject({
      code: "forbidden",
    });
    const foreign = await createAlliance(db());
    const clerk = await createActor(db(), "secretariat", { allianceId: foreign.id });
    await expect(
      perform(
        judgeDoubleProcedure,
        { actor: clerk, tenant: foreign.slug },
        { ...pair, judgement: "same", reason: "x" },
      ),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test("the first of a pair, returned and amended, is not doubted a second time the other way round", async () => {
    const { first, second } = await twins("606");
    const back = await perform(returnOutcomeProcedure, by(stage.secretariat), {
      ...first,
      reason: "示例",
    });
    if (!back.ok) throw new Error(back.reason);
    const amended = await perform(amendOutcomeProcedure, by(stage.reporter), {
      ...back.value,
      title: "示例双份 606",
      occurredOn: "2024-03-01",
      quantity: "606",
      fileId,
    });
    expect(amended).toMatchObject({ ok: true });
    const pairs = await db().outcomePair.findMany({
      where: { OR: [{ firstId: first.id }, { secondId: first.id }] },
    });
    expect(pairs.map(({ firstId, secondId }) => [firstId, secondId])).toEqual([
      [first.id, second.id],
    ]);
    await expect(
      db().outcomePair.create({
        data: {
          allianceId: stage.alliance.id,
          firstId: second.id,
          secondId: first.id,
          similarity: 100,
          sameAmount: true,
        },
      }),
    ).rejects.toThrow();
  });

  test("a pair of things that count singly is the same or not, never in part", async () => {
    const title = "示例同名发明";
    await reported({ metricCode: "M35", quantity: "1", title, naturalKey: "ZL 示例 P1" });
    const second = await reported({
      metricCode: "M35",
      quantity: "1",
      title,
      naturalKey: "ZL 示例 P2",
    });
    const pair = await pairOf(second.id);
    expect(await judge(pair, "partly", { amount: "0.5" })).toMatchObject({
      reason: "pair-one-thing",
    });
    expect(await judge(pair, "same")).toMatchObject({ ok: true });
  });

  test("what was there before the desk is found by looking through its year", async () => {
    const row = {
      allianceId: stage.alliance.id,
      organizationId: stage.school.id,
      metricCode: "M41",
      year: 2023,
      quantity: 77,
      state: "submitted" as const,
    };
    await db().outcomeRecord.createMany({
      data: [
        { ...row, title: "示例旧培训", occurredOn: new Date("2023-05-01") },
        { ...row, title: "示例老培训", occurredOn: new Date("2023-05-05") },
      ],
    });
    const input = { metricCode: "M41", year: 2023 };
    expect(await perform(scanDoublesProcedure, by(stage.secretariat), input)).toMatchObject({
      value: { found: 1 },
    });
    expect(await perform(scanDoublesProcedure, by(stage.secretariat), input)).toMatchObject({
      value: { found: 0 },
    });
  });
});
