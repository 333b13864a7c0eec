import { beforeAll, describe, expect, test } from "vitest";
import {
  lookUpOutcomeProcedure,
  reportOutcomeProcedure,
} from "@/lib/features/outcomes/procedures/records";
import { normalKey } from "@/lib/features/outcomes/rules/keys";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { sameKeys } from "@/tests/support/same-keys";
import { createEvidence, createStage } from "./support";

const { db } = useDatabase();
let stage: Awaited<ReturnType<typeof createStage>>;

beforeAll(async () => {
  stage = await createStage(db());
  await db().alliance.update({ where: { id: stage.alliance.id }, data: { regionCode: "500000" } });
});

const by = (actor: Actor) => ({ actor, tenant: stage.alliance.slug });

async function report(actor: Actor, change: Record<string, unknown>) {
  const paper = await createEvidence(db(), stage.alliance.id, actor);
  return perform(reportOutcomeProcedure, by(actor), {
    organizationId: actor === stage.otherReporter ? stage.other.id : stage.school.id,
    metricCode: "M35",
    title: "示例专利",
    occurredOn: "2026-05-01",
    quantity: "1",
    fileId: paper.id,
    ...change,
  });
}

describe("natural keys", () => {
  test("the database and the code compare keys in one form", async () => {
    for (const [a, b, same] of sameKeys) {
      const [row] = await db().$queryRaw<{ a: string; b: string }[]>`
        SELECT outcome_key(${a}) AS a, outcome_key(${b}) AS b`;
      expect([a, row?.a]).toEqual([a, normalKey(a)]);
      expect([b, row?.b]).toEqual([b, normalKey(b)]);
      expect([a, b, row?.a === row?.b]).toEqual([a, b, same]);
    }
  });

  test("same organisation, two periods: blocked under any way of writing, with the first's id", async () => {
    const first = await report(stage.reporter, { naturalKey: "ZL 2024 1 0123456.7" });
    if (!first.ok) throw new Error(first.reason);
    for (const naturalKey of [
      "２０２４１０１２３４５６．７",
      "zl202410123456.7",
      "CN 2024 1 0123456.7",
    ]) {
      expect(await report(stage.reporter, { naturalKey, occurredOn: "2025-05-01" })).toMatchObject({
        ok: false,
        reason: "duplicate-result",
        details: { id: first.value.id, key: "ZL202410123456.7" },
      });
    }
  });

  test("two members, same key: the second is told whose it is and offered a co-claim", async () => {
    await report(stage.reporter, { naturalKey: "ZL 2024 1 7777777.7" });
    expect(await report(stage.otherReporter, { naturalKey: "202417777777.7" })).toMatchObject({
      ok: false,
      reason: "claimed-by-another",
      details: { organization: stage.school.name },
    });
    const found = await ask(lookUpOutcomeProcedure, by(stage.otherReporter), {
      organizationId: stage.other.id,
      metricCode: "M35",
      occurredOn: "2026-05-01",
      naturalKey: "zl 2024 1 7777777.7",
    });
    // not approved, so its title and state are not told.
    expect(found.found).toEqual([
      expect.objectContaining({
        organizationName: stage.school.name,
        own: false,
        title: null,
        state: null,
        ways: ["co-claim"],
      }),
    ]);
  });

  test("two indicators: the same patent counts in each of them once", async () => {
    const naturalKey = "ZL 2024 1 8888888.8";
    await db().metricDefinition.createMany({
      data: [
        {
          code: "M36",
          sortOrder: 36,
          nameZh: "专利转化数",
          nameEn: "Patents transferred",
          unitZh: "项",
          unitEn: "patents",
          aggregation: "distinct",
          yearBasis: "calendar",
          definitionZh: "-",
          definitionEn: "-",
          reportable: true,
        },
      ],
      skipDuplicates: true,
    });
    expect((await report(stage.reporter, { naturalKey })).ok).toBe(true);
    expect((await report(stage.reporter, { naturalKey, metricCode: "M36" })).ok).toBe(true);
    expect((await report(stage.reporter, { naturalKey, metricCode: "M36" })).ok).toBe(false);
  });

  test("the unique key holds under the code: two rows of one key are refused by the database", async () => {
    const row = {
      allianceId: stage.alliance.id,
      organizationId: stage.school.id,
      metricCode: "M35",
      title: "示例",
      year: 2026,
      occurredOn: new Date("2026-01-01"),
      quantity: 1,
      state: "submitted" as const,
    };
    await db().outcomeRecord.create({ data: { ...row, naturalKey: "示例 KEY-1" } });
    await expect(
      db().outcomeRecord.create({ data: { ...row, naturalKey: "示例ｋｅｙ１" } }),
    ).rejects.toThrow();
    await expect(db().outcomeRecord.create({ data: { ...row, naturalKey: "——" } })).rejects.toThrow(
      /key_said|constraint/,
    );
  });

  test("A-02 nobody looks up in the name of another member", async () => {
    const contact = await createActor(db(), "enterprise_contact", {
      allianceId: stage.alliance.id,
      organizationId: stage.other.id,
    });
    await expect(
      ask(lookUpOutcomeProcedure, by(contact), {
        organizationId: stage.school.id,
        metricCode: "M35",
        occurredOn: "2026-05-01",
        naturalKey: "ZL 2024 1 7777777.7",
      }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});
