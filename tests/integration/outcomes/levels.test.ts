import { beforeAll, describe, expect, test } from "vitest";
import {
  answerCoClaimProcedure,
  proposeCoClaimProcedure,
} from "@/lib/features/outcomes/procedures/co-claims";
import {
  getOutcomeProcedure,
  listOutcomesProcedure,
  lookUpOutcomeProcedure,
  reportOutcomeProcedure,
  verifyOutcomeProcedure,
} from "@/lib/features/outcomes/procedures/records";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { createEvidence, createInsider, createStage } from "./support";

const { db } = useDatabase();
let stage: Awaited<ReturnType<typeof createStage>>;
let fileId = "";

beforeAll(async () => {
  stage = await createStage(db());
  fileId = (await createEvidence(db(), stage.alliance.id, stage.reporter)).id;
  const words = { nameEn: "-", unitEn: "-", definitionZh: "-", definitionEn: "-" };
  const common = { ...words, yearBasis: "calendar" as const, reportable: true };
  await db().metricDefinition.createMany({
    data: [
      {
        ...common,
        code: "M44",
        sortOrder: 44,
        nameZh: "获奖数",
        unitZh: "项",
        aggregation: "distinct",
      },
      {
        ...common,
        code: "M28",
        sortOrder: 28,
        nameZh: "成果转化金额",
        unitZh: "万元",
        aggregation: "sum",
      },
    ],
    skipDuplicates: true,
  });
});

const by = (actor: Actor) => ({ actor, tenant: stage.alliance.slug });

const report = (change: Record<string, unknown>, actor = stage.reporter) =>
  perform(reportOutcomeProcedure, by(actor), {
    organizationId: stage.school.id,
    metricCode: "M44",
    title: "示例教学成果奖",
    occurredOn: "2024-05-01",
    quantity: "1",
    naturalKey: "示例教学成果",
    issuer: "示例教育局",
    level: "municipal",
    fileId,
    ...change,
  });

async function reported(change: Record<string, unknown>) {
  const result = await report(change);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const verify = (record: { id: string; version: number }) =>
  perform(verifyOutcomeProcedure, by(stage.secretariat), { ...record, passOver: "示例：已核对" });

const stock = async () =>
  Number(
    (await ask(listOutcomesProcedure, by(stage.secretariat), { metric: "M44", state: "approved" }))
      .quantity ?? 0,
  );

describe("levels 国 / 省 / 市: highest level counts once in the current stock", () => {
  test("an upgrade chain counts 1; lower ones remain in history of their year", async () => {
    const city = await reported({});
    await verify(city);
    const province = await reported({
      level: "provincial",
      issuer: "示例教育厅",
      occurredOn: "2025-05-01",
      followsId: city.id,
      follow: "upgrade",
    });
    // Until the higher one is verified, the lower one counts.
    expect(await stock()).toBe(1);
    await verify(province);
    expect(await stock()).toBe(1);
    const nation = await reported({
      level: "national",
      issuer: "示例教育部",
      occurredOn: "2026-05-01",
      followsId: province.id,
      follow: "upgrade",
    });
    const insider = await createInsider(db(), stage);
    await perform(verifyOutcomeProcedure, by(insider), { ...nation, passOver: "示例：已核对" });
    expect(await stock()).toBe(1);
    const history = await ask(listOutcomesProcedure, by(stage.secretariat), {
      metric: "M44",
      year: 2024,
    });
    expect(history.items).toMatchObject([{ id: city.id, level: "municipal", adjustment: "-1.00" }]);
    const seen = await ask(getOutcomeProcedure, by(stage.reporter), { id: province.id });
    expect(seen.chain.map(({ level, adjustment }) => [level, Number(adjustment)])).toEqual([
      ["municipal", -1],
      ["provincial", -1],
      ["national", 0],
    ]);
    expect(seen.adjustments).toMatchObject([{ kind: "upgrade", againstId: nation.id }]);

    // The national one was verified by somebody of a later co-owner: it falls back, and the provincial one counts again.
    const joined = await perform(proposeCoClaimProcedure, by(stage.otherReporter), {
      id: nation.id,
      organizationId: stage.other.id,
      share: "10",
      note: "示例",
      key: "示例教学成果 2026 national 示例教育部",
    });
    if (!joined.ok) throw new Error(joined.reason);
    const { id, version } = joined.value;
    await perform(answerCoClaimProcedure, by(stage.reporter), { id, version, agree: true });
    expect(await db().outcomeRecord.findUnique({ where: { id: nation.id } })).toMatchObject({
      state: "submitted",
    });
    expect(await stock()).toBe(1);
    const again = await ask(getOutcomeProcedure, by(stage.reporter), { id: province.id });
    expect(again.adjustments.map(({ kind }) => kind)).toEqual(["upgrade", "upgrade_undone"]);
    expect(Number(again.adjustment)).toBe(0);
  });

  test("the look-up leads from a lower level to the upgrade", async () => {
    const first = await reported({ naturalKey: "示例技能大赛" });
    const found = await ask(lookUpOutcomeProcedure, by(stage.reporter), {
      organizationId: stage.school.id,
      metricCode: "M44",
      occurredOn: "2025-05-01",
      naturalKey: "示例·技能大赛",
      issuer: "示例教育厅",
      level: "provincial",
    });
    expect(found.found).toMatchObject([{ id: first.id, exact: false, ways: ["upgrade"] }]);
  });

  test.each([
    ["the same level", { level: "municipal" }, "level-not-higher"],
    ["a lower level", { level: "school" }, "level-not-higher"],
  ])("an upgrade to %s is refused, by the database too", async (_name, change, reason) => {
    const first = await reported({ naturalKey: `示例作品 ${_name}` });
    const next = {
      naturalKey: `示例作品 ${_name}`,
      issuer: "示例协会",
      followsId: first.id,
      follow: "upgrade",
      ...change,
    };
    expect(await report(next)).toMatchObject({ reason });
    await expect(
      db().outcomeRecord.create({
        data: {
          allianceId: stage.alliance.id,
          organizationId: stage.school.id,
          metricCode: "M44",
          title: "示例",
          year: 2026,
          occurredOn: new Date("2026-01-01"),
          quantity: 1,
          state: "submitted",
          level: change.level as "municipal",
          followsId: first.id,
          follow: "upgrade",
          chainStep: 2,
        },
      }),
    ).rejects.toThrow(/constraint violated/);
  });

  test("one record has one successor, also between two at once", async () => {
    const first = await reported({ naturalKey: "示例一次升级" });
    const next = (issuer: string) =>
      report({
        naturalKey: "示例一次升级",
        level: "national",
        issuer,
        followsId: first.id,
        follow: "upgrade",
      });
    const results = await Promise.all([next("示例甲部"), next("示例乙部")]);
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(await next("示例丙部")).toMatchObject({ reason: "not-the-last-of-its-chain" });
  });

  test("A-02 another member's claim is not gone on with", async () => {
    const first = await reported({ naturalKey: "示例他人成果" });
    const paper = await createEvidence(db(), stage.alliance.id, stage.otherReporter);
    await expect(
      report(
        {
          organizationId: stage.other.id,
          naturalKey: "示例他人成果",
          level: "national",
          fileId: paper.id,
          followsId: first.id,
          follow: "upgrade",
        },
        stage.otherReporter,
      ),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("continuation: new money only", () => {
  const contract = {
    metricCode: "M28",
    title: "示例成果转让",
    naturalKey: "HT-2025-01",
    parties: "示例甲学院、示例乙公司",
    issuer: undefined,
    level: undefined,
  };
  test("the same contract in two periods is blocked, and goes on with new money", async () => {
    const first = await reported({ ...contract, quantity: "50" });
    const later = {
      ...contract,
      parties: "示例乙公司,示例甲学院",
      occurredOn: "2025-05-01",
      quantity: "30",
    };
    expect(await report(later)).toMatchObject({
      reason: "duplicate-result",
      details: { id: first.id },
    });
    const on = { ...later, followsId: first.id, follow: "continuation" };
    expect(await report({ ...on, occurredOn: "2023-05-01" })).toMatchObject({
      reason: "not-new-money",
    });
    expect(await report({ ...on, naturalKey: "HT-2025-02" })).toMatchObject({
      reason: "not-new-money",
    });
    expect((await report(on)).ok).toBe(true);
    const list = await ask(listOutcomesProcedure, by(stage.reporter), { metric: "M28" });
    expect(list.quantity).toBe("80.00");
  });
  test("a contract without its parties is no key", async () => {
    expect(await report({ ...contract, naturalKey: "HT-9", parties: undefined })).toMatchObject({
      reason: "key-incomplete",
    });
  });
});
