import { beforeAll, describe, expect, test } from "vitest";
import {
  amendOutcomeProcedure,
  getOutcomeProcedure,
  listOutcomesProcedure,
  reportOutcomeProcedure,
  returnOutcomeProcedure,
  verifyOutcomeProcedure,
} from "@/lib/features/outcomes/procedures/records";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { createEvidence, createStage } from "./support";

/** The paper of these tests is the same for all. */
const passOver = "示例：同一佐证";
const { db } = useDatabase();
let stage: Awaited<ReturnType<typeof createStage>>;
let fileId: string;

beforeAll(async () => {
  stage = await createStage(db());
  fileId = (await createEvidence(db(), stage.alliance.id, stage.reporter)).id;
});

const by = (actor: Actor) => ({ actor, tenant: stage.alliance.slug });
const content = { title: "示例培训", occurredOn: "2026-05-01", quantity: "100" };

async function submitted() {
  const result = await perform(reportOutcomeProcedure, by(stage.reporter), {
    organizationId: stage.school.id,
    metricCode: "M41",
    fileId,
    ...content,
  });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const drift = () => db().$queryRaw<object[]>`
  SELECT * FROM outcome_rollup_truth t FULL JOIN outcome_rollups r
    USING (alliance_id, organization_id, metric_code, year, state)
  WHERE coalesce(t.records, 0) <> coalesce(r.records, 0) OR coalesce(t.total, 0) <> coalesce(r.total, 0)`;

describe("outcomes.return, amend, verify", () => {
  test("returned once with a reason, corrected, then verified; the totals follow in the same transaction", async () => {
    const first = await submitted();
    const returned = await perform(returnOutcomeProcedure, by(stage.secretariat), {
      ...first,
      reason: "签到表缺第二天",
    });
    expect(returned).toMatchObject({ ok: true, value: { version: 2 } });
    const seen = await ask(getOutcomeProcedure, by(stage.reporter), { id: first.id });
    expect(seen).toMatchObject({ state: "returned", returnReason: "签到表缺第二天", returns: 1 });
    expect(seen.may).toMatchObject({ amend: true, decide: false });

    const amended = await perform(amendOutcomeProcedure, by(stage.reporter), {
      id: first.id,
      version: 2,
      ...content,
      fileId,
      quantity: "90",
    });
    expect(amended).toMatchObject({ ok: true, value: { version: 3 } });
    const verified = await perform(verifyOutcomeProcedure, by(stage.secretariat), {
      id: first.id,
      version: 3,
    });
    expect(verified.ok).toBe(true);
    const total = await db().outcomeRollup.findFirstOrThrow({
      where: { metricCode: "M41", state: "verified" },
    });
    expect(total.total.toFixed(2)).toBe("90.00");
    expect(await drift()).toEqual([]);
    const trail = await db().auditEntry.findMany({
      where: { subjectId: first.id },
      orderBy: { seq: "asc" },
    });
    expect(trail.map((entry) => entry.action)).toEqual([
      "figure.submit",
      "figure.return",
      "figure.submit",
      "figure.verify",
    ]);
  });

  test("I-12 every move that does not exist is refused", async () => {
    const record = await submitted();
    const amend = { id: record.id, version: 1, ...content, fileId };
    expect(await perform(amendOutcomeProcedure, by(stage.reporter), amend)).toMatchObject({
      reason: "wrong-state",
    });
    await perform(verifyOutcomeProcedure, by(stage.secretariat), { ...record, passOver });
    for (const again of [verifyOutcomeProcedure, returnOutcomeProcedure] as const) {
      const input = {
        id: record.id,
        version: 2,
        ...(again === returnOutcomeProcedure && { reason: "x" }),
      };
      expect(
        await perform(again as typeof verifyOutcomeProcedure, by(stage.secretariat), input),
      ).toMatchObject({
        reason: "wrong-state",
      });
    }
  });

  test("two people decide at once: one wins, the other sees that it changed", async () => {
    const record = await submitted();
    const results = await Promise.allSettled([
      perform(verifyOutcomeProcedure, by(stage.secretariat), { ...record, passOver }),
      perform(returnOutcomeProcedure, by(stage.secretariat), { ...record, reason: "x" }),
    ]);
    const won = results.filter((result) => result.status === "fulfilled" && result.value.ok);
    expect(won).toHaveLength(1);
    const row = await db().outcomeRecord.findUniqueOrThrow({ where: { id: record.id } });
    expect(row.version).toBe(2);
    expect(await drift()).toEqual([]);
  });

  test("a stale form is told so", async () => {
    const record = await submitted();
    await expect(
      perform(verifyOutcomeProcedure, by(stage.secretariat), { ...record, version: 7 }),
    ).rejects.toMatchObject({ code: "stale" });
  });

  test("A-31 verification: never from the reporting organization, whatever other role one holds", async () => {
    const record = await submitted();
    const insider = await createActor(db(), "secretariat", { allianceId: stage.alliance.id });
    const both: Actor = {
      ...insider,
      roles: [
        ...insider.roles,
        { role: "reporter", allianceId: stage.alliance.id, organizationId: stage.school.id },
      ],
    };
    expect(await perform(verifyOutcomeProcedure, by(both), record)).toMatchObject({
      reason: "own-figure",
    });
    await expect(perform(verifyOutcomeProcedure, by(stage.reporter), record)).rejects.toMatchObject(
      {
        code: "forbidden",
      },
    );
  });

  test("I-15 the database itself refuses the same person on both sides", async () => {
    const record = await submitted();
    await expect(
      db().outcomeRecord.update({
        where: { id: record.id },
        data: { state: "verified", verifiedAt: new Date(), verifiedById: stage.reporter.userId },
      }),
    ).rejects.toThrow(/two_persons|constraint/);
  });

  test("I-16 a verified record never changes and is never deleted", async () => {
    const record = await submitted();
    await perform(verifyOutcomeProcedure, by(stage.secretariat), { ...record, passOver });
    const where = { id: record.id };
    const before = await db().outcomeRecord.findUniqueOrThrow({ where });
    for (const data of [{ quantity: "1" }, { state: "submitted" as const }, { fileId: null }]) {
      await expect(db().outcomeRecord.update({ where, data })).rejects.toThrow();
    }
    await expect(db().outcomeRecord.delete({ where })).rejects.toThrow();
    expect(await db().outcomeRecord.findUniqueOrThrow({ where })).toEqual(before);
  });

  test("A-13 other members neither see nor count what is not verified", async () => {
    const record = await submitted();
    const mine = await ask(listOutcomesProcedure, by(stage.reporter), { state: "submitted" });
    const theirs = await ask(listOutcomesProcedure, by(stage.delegate), { state: "submitted" });
    expect(mine.items.map((item) => item.id)).toContain(record.id);
    expect(theirs).toMatchObject({ items: [], total: 0 });
    await expect(
      ask(getOutcomeProcedure, by(stage.delegate), { id: record.id }),
    ).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
