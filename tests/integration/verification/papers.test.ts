import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import {
  getOutcomeProcedure,
  reportOutcomeProcedure,
  verifyOutcomeProcedure,
} from "@/lib/features/outcomes/procedures/records";
import {
  approveCommand,
  endEvidenceCommand,
  getDeskItemQuery,
  listDeskQuery,
  takeBackCommand,
} from "@/lib/features/verification/procedures/desk";
import { dateOf } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { type Court, createCourt, refusedFor, verified } from "../corrections/support";
import { createEvidence } from "../outcomes/support";

const { db, url } = useDatabase();
let court: Court;

beforeAll(async () => {
  court = await createCourt(db());
});

async function submitted(given: Record<string, string> = {}) {
  const paper = await createEvidence(db(), court.alliance.id, court.reporter);
  const result = await perform(reportOutcomeProcedure, court.by(court.reporter), {
    organizationId: court.school.id,
    metricCode: "M47",
    title: `示例在册 ${Math.random()}`,
    occurredOn: "2026-05-01",
    quantity: "10",
    fileId: paper.id,
    ...given,
  });
  if (!result.ok) throw new Error(result.reason);
  return { ...result.value, fileId: given.fileId ?? paper.id };
}
const verify = (
  { id, version }: { id: string; version: number },
  read: Record<string, string> = {},
) => perform(verifyOutcomeProcedure, court.by(court.secretariat), { id, version, ...read });

describe("Evidence: fingerprint, date in the period, name of the organization", () => {
  test.each([
    ["the same content proves another result", {}, true],
    ["the paper's date lies outside the period", { paperOn: "2025-12-31" }, false],
    ["the organization is not named", { ownerNamed: "no" }, false],
  ] as const)("%s: asked for a reason, which is kept", async (_words, read, again) => {
    const first = await submitted();
    const record = again ? await submitted({ fileId: first.fileId }) : first;
    expect(await verify(record, read)).toMatchObject({
      reason: "finding-needs-reason",
      details: { field: "passOver" },
    });
    expect(await verify(record, { ...read, passOver: "示例：已电话核实" })).toMatchObject({
      ok: true,
    });
    const reading = await db().outcomeReading.findFirstOrThrow({ where: { recordId: record.id } });
    expect(reading).toMatchObject({ version: 1, reason: "示例：已电话核实" });
    expect(reading.passed).toHaveLength(1);
  });

  test("A-35 the verification names the bytes it saw; nothing of it changes afterwards", async () => {
    const record = await submitted();
    expect(await verify(record, { paperOn: "2026-04-30", ownerNamed: "yes" })).toMatchObject({
      ok: true,
    });
    const { sha256 } = await db().storedFile.findUniqueOrThrow({ where: { id: record.fileId } });
    const seen = await ask(getDeskItemQuery, court.by(court.second), { id: record.id });
    expect(seen.readings).toMatchObject([
      { sha256, paperOn: "2026-04-30", ownerNamed: true, passed: [], reason: null },
    ]);
    const where = { recordId: record.id };
    expect(
      await refusedFor(db().outcomeReading.updateMany({ where, data: { reason: "x" } })),
    ).toMatch(/immutable/);
  });

  test("the database passes no finding over without a reason, and no block at all", async () => {
    const first = await submitted();
    const second = await submitted({ fileId: first.fileId });
    const data = {
      state: "verified" as const,
      verifiedById: court.secretariat.userId,
      verifiedAt: new Date(),
    };
    const at = (id: string) => refusedFor(db().outcomeRecord.update({ where: { id }, data }));
    expect(await at(second.id)).toMatch(/findings are passed over/);
    await db().outcomeFinding.create({
      data: {
        allianceId: court.alliance.id,
        recordId: first.id,
        version: 1,
        kind: "rate_above_hundred",
        strength: "block",
      },
    });
    expect(await at(first.id)).toMatch(/findings are passed over/);
    expect(await verify(first, { passOver: "示例" })).toMatchObject({ reason: "finding-blocks" });
  });

  test("two verify at once: one reading, one verification", async () => {
    const record = await submitted();
    const both = await Promise.allSettled([verify(record), verify(record)]);
    expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
    expect(await db().outcomeReading.count({ where: { recordId: record.id } })).toBe(1);
  });
});

describe('"Value approved, evidence later expired or withdrawn": value stays; flag; verifier queue', () => {
  const end = (id: string, endsOn: string, actor = court.secretariat) =>
    perform(endEvidenceCommand, court.by(actor), { id, kind: "withdrawn", endsOn, reason: "示例" });

  test("the value stays, the record says so, and it stands on the desk", async () => {
    const record = await submitted();
    await verify(record);
    expect(await end(record.id, "2026-06-01", court.reporter)).toMatchObject({
      value: { records: 1 },
    });
    expect(await end(record.id, "2026-06-02")).toMatchObject({ reason: "evidence-ended-already" });
    const read = await ask(getOutcomeProcedure, court.by(court.secretariat), { id: record.id });
    expect(read).toMatchObject({
      state: "verified",
      quantity: "10.00",
      evidenceGone: { kind: "withdrawn", endsOn: "2026-06-01" },
    });
    const desk = await ask(listDeskQuery, court.by(court.secretariat), { step: "gone" });
    expect(desk.items.map(({ id }) => id)).toContain(record.id);
    const published = await perform(approveCommand, court.by(court.second), {
      items: [{ id: record.id, version: 2 }],
    });
    expect(published).toMatchObject({ reason: "evidence-gone" });
  });

  test("a paper that is gone proves nothing new; one that ends later still does", async () => {
    const gone = await submitted();
    await end(gone.id, "2026-06-01");
    expect(await verify(gone)).toMatchObject({ reason: "evidence-gone" });
    const later = await submitted();
    await end(later.id, "2099-01-01");
    expect(await verify(later)).toMatchObject({ ok: true });
  });

  test("another member's paper is not one's own to end; without a paper there is none", async () => {
    const record = await submitted();
    const stranger = await createActor(db(), "reporter", {
      allianceId: court.alliance.id,
      organizationId: court.other.id,
    });
    await expect(end(record.id, "2026-06-01", stranger)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("un-approval from the top down: what stands above keeps what is below", () => {
  test("an approved report of the year that froze the number holds its results published", async () => {
    const made = await verified(court, { occurredOn: "2024-05-01" });
    await perform(approveCommand, court.by(court.second), { items: [made] });
    const allianceId = court.alliance.id;
    const edition = await db().edition.create({
      data: { allianceId, year: 2024, title: "示例 2024 年度报告", dueOn: dateOf("2025-01-31") },
    });
    await db().editionFigure.create({
      data: {
        allianceId,
        editionId: edition.id,
        round: 1,
        kind: "metric",
        code: "M41",
        sortOrder: 1,
        nameZh: "示例",
        nameEn: "sample",
        value: 100,
        unitZh: "人日",
        unitEn: "days",
        qualifier: "exact",
        source: "outcomes",
        definitionZh: "-",
        definitionEn: "-",
        asOf: new Date(),
      },
    });
    // A whole way to the council's approval is the journey of reports; here only its outcome matters.
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    await admin.query("SET session_replication_role = replica");
    await admin.query(
      `UPDATE editions SET state = 'council_approved', approved_at = now(), snapshot_round = 1,
        resolution_id = gen_random_uuid(), secretary_reviewed_by_id = gen_random_uuid(), secretary_reviewed_at = now(),
        chair_reviewed_by_id = gen_random_uuid(), chair_reviewed_at = now() WHERE id = $1`,
      [edition.id],
    );
    await admin.end();
    const back = { id: made.id, version: made.version + 1, reason: "示例" };
    expect(await perform(takeBackCommand, court.by(court.third), back)).toMatchObject({
      reason: "held-above",
      details: { above: "示例 2024 年度报告" },
    });
    const row = {
      allianceId,
      recordId: made.id,
      version: made.version + 1,
      reason: "示例",
      takenBackById: made.id,
    };
    expect(await refusedFor(db().outcomeTakeback.create({ data: row }))).toMatch(
      /what stands above/,
    );
  });
});

test("no verifier can open an item of their own organisation", async () => {
  const record = await submitted();
  const inside = await createActor(db(), "secretariat", {
    allianceId: court.alliance.id,
    organizationId: court.school.id,
  });
  await expect(ask(getDeskItemQuery, court.by(inside), { id: record.id })).rejects.toMatchObject({
    code: "forbidden",
  });
});
