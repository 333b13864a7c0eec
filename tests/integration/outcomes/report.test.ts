import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import {
  getOutcomeProcedure,
  reportOutcomeProcedure,
  verifyOutcomeProcedure,
} from "@/lib/features/outcomes/procedures/records";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { createProjectWithParties } from "@/prisma/seed/factories/projects";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { createEvidence, createStage } from "./support";

const { db } = useDatabase();
let stage: Awaited<ReturnType<typeof createStage>>;
let fileId: string;

beforeAll(async () => {
  stage = await createStage(db());
  fileId = (await createEvidence(db(), stage.alliance.id, stage.reporter)).id;
});

const report = (change: object = {}, call: object = {}) =>
  perform(
    reportOutcomeProcedure,
    { actor: stage.reporter, tenant: stage.alliance.slug, ...call },
    {
      organizationId: stage.school.id,
      metricCode: "M41",
      title: "示例培训",
      occurredOn: "2026-05-01",
      quantity: "120.5",
      fileId,
      ...change,
    },
  );

const count = () => db().outcomeRecord.count();

describe("outcomes.report", () => {
  test("a school reports 120.5 person-days with evidence: submitted, not counted yet", async () => {
    const result = await report();
    expect(result.ok).toBe(true);
    const row = await db().outcomeRecord.findFirstOrThrow({ where: { title: "示例培训" } });
    expect(row).toMatchObject({ state: "submitted", year: 2026, organizationId: stage.school.id });
    expect(row.quantity.toFixed(2)).toBe("120.50");
    const approved = await db().outcomeRollup.aggregate({
      where: { metricCode: "M41", state: { in: ["verified", "published"] } },
      _sum: { records: true },
    });
    expect(approved._sum.records ?? 0).toBe(0);
  });

  test("I-08 sent twice with one key: one record", async () => {
    const idempotencyKey = randomUUID();
    const before = await count();
    const [first, second] = await Promise.all([
      report({}, { idempotencyKey }),
      report({}, { idempotencyKey }),
    ]);
    expect(second).toEqual(first);
    expect(await count()).toBe(before + 1);
  });

  test("same organization, two periods: one patent number counts once, also between two at once", async () => {
    const patent = { metricCode: "M35", quantity: "1", naturalKey: `ZL ${randomUUID()}` };
    const before = await count();
    const results = await Promise.all([1, 2, 3, 4].map(() => report(patent)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(
      results.filter((result) => !result.ok && result.reason === "duplicate-result"),
    ).toHaveLength(3);
    expect(await count()).toBe(before + 1);
  });

  test.each([
    [{ fileId: undefined }, "evidence-missing"],
    [{ occurredOn: "2199-01-01" }, "result-in-future"],
    [{ metricCode: "M35", quantity: "147", naturalKey: "示例" }, "one-result-per-record"],
    [{ metricCode: "M35", quantity: "1", naturalKey: undefined }, "key-missing"],
  ])("refused: %j → %s", async (change, reason) => {
    const before = await count();
    expect(await report(change)).toMatchObject({ ok: false, reason });
    expect(await count()).toBe(before);
  });

  test("A-02 a reporter of another member may not report for this school", async () => {
    await expect(report({}, { actor: stage.otherReporter })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("the secretariat never enters what it verifies", async () => {
    await expect(report({}, { actor: stage.secretariat })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("A-09 the right of one alliance does not reach into another", async () => {
    const foreign = await createAlliance(db());
    await expect(report({}, { tenant: foreign.slug })).rejects.toMatchObject({ code: "forbidden" });
    const hidden = await createAlliance(db(), { publishedAt: null });
    await expect(report({}, { tenant: hidden.slug })).rejects.toMatchObject({ code: "not-found" });
  });

  test("A-03 extra keys are refused, not dropped", async () => {
    await expect(report({ state: "verified" })).rejects.toMatchObject({
      code: "malformed",
      issues: [{ path: "state", message: "unknown" }],
    });
  });

  test("A-35 another person's paper proves nothing", async () => {
    const foreign = await createEvidence(db(), stage.alliance.id, stage.otherReporter);
    expect(await report({ fileId: foreign.id })).toMatchObject({
      ok: false,
      reason: "file-not-yours",
    });
  });
});

describe("the project that a result came from", () => {
  const hidden = async () =>
    (
      await createProjectWithParties(db(), {
        allianceId: stage.alliance.id,
        organizationIds: [stage.other.id, stage.school.id],
        state: "partners_confirming",
      })
    ).id;
  const read = (actor: Actor, id: string) =>
    ask(getOutcomeProcedure, { actor, tenant: stage.alliance.slug }, { id });

  test("A-13 a project that the reporter may not know of cannot be named to read its title", async () => {
    const projectId = await hidden();
    await db().projectParty.deleteMany({ where: { projectId, organizationId: stage.school.id } });
    const before = await count();
    await expect(report({ projectId })).rejects.toMatchObject({ code: "not-found" });
    expect(await count()).toBe(before);
  });

  test("A-13 readers of a verified result learn nothing of an unregistered project", async () => {
    const projectId = await hidden();
    const reported = await report({ projectId });
    if (!reported.ok) throw new Error(reported.reason);
    const { id } = reported.value;
    expect((await read(stage.reporter, id)).projectTitle).not.toBeNull();
    const verified = await perform(
      verifyOutcomeProcedure,
      { actor: stage.secretariat, tenant: stage.alliance.slug },
      { ...reported.value, passOver: "示例：同一佐证" },
    );
    expect(verified.ok).toBe(true);
    const expert = await createActor(db(), "expert", { allianceId: stage.alliance.id });
    expect(await read(expert, id)).toMatchObject({ projectId: null, projectTitle: null });
    expect((await read(stage.delegate, id)).projectId).toBe(projectId);
  });
});
