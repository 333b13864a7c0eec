import { beforeAll, describe, expect, test } from "vitest";
import { requestCorrectionCommand } from "@/lib/features/corrections/procedures";
import {
  amendOutcomeProcedure,
  reportOutcomeProcedure,
  returnOutcomeProcedure,
} from "@/lib/features/outcomes/procedures/records";
import {
  approveCommand,
  getDeskItemQuery,
  listDeskQuery,
  takeBackCommand,
} from "@/lib/features/verification/procedures/desk";
import { riskOf } from "@/lib/features/verification/rules";
import { findingStrengths } from "@/lib/features/verification/types";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { type Court, createCourt, refusedFor, verified, wish } from "../corrections/support";
import { createEvidence } from "../outcomes/support";

const { db } = useDatabase();
let court: Court;

beforeAll(async () => {
  court = await createCourt(db());
});

async function submitted(given: Record<string, string> = {}) {
  const paper = await createEvidence(db(), court.alliance.id, court.reporter);
  const result = await perform(reportOutcomeProcedure, court.by(court.reporter), {
    organizationId: court.school.id,
    metricCode: "M41",
    title: `示例培训 ${Math.random()}`,
    occurredOn: "2026-05-01",
    quantity: "10",
    fileId: paper.id,
    ...given,
  });
  if (!result.ok) throw new Error(result.reason);
  return { ...result.value, fileId: given.fileId ?? paper.id };
}
const item = (id: string) => ask(getDeskItemQuery, court.by(court.secretariat), { id });
const kinds = async (id: string) => (await item(id)).findings.map(({ kind }) => kind);
const approve = (actor: Court["second"], items: { id: string; version: number }[]) =>
  perform(approveCommand, court.by(actor), { items });

describe("findings are stored with the version that they judged", () => {
  test("evidence: the same bytes under another metric are found, whatever the file is called", async () => {
    const first = await submitted();
    const { sha256 } = await db().storedFile.findUniqueOrThrow({ where: { id: first.fileId } });
    const copy = await db().storedFile.create({
      data: {
        allianceId: court.alliance.id,
        uploadedById: court.reporter.userId,
        name: "另一个名字.pdf",
        mediaType: "application/pdf",
        size: 10,
        sha256,
      },
    });
    const second = await submitted({ metricCode: "M47", fileId: copy.id });
    const seen = await item(second.id);
    expect(seen.findings).toContainEqual({
      kind: "evidence_reused",
      strength: "reason",
      details: { count: 1 },
    });
    expect(seen.samePaper.map(({ id }) => id)).toEqual([first.id]);
    expect(await kinds(first.id)).not.toContain("evidence_reused");
  });

  test("date outside the membership, change of more than half, missing evidence", async () => {
    expect(await kinds((await submitted({ occurredOn: "2022-12-31" })).id)).toContain(
      "outside_membership",
    );
    await verified(court, { quantity: "100", occurredOn: "2026-06-01" });
    const half = await submitted({ quantity: "150", occurredOn: "2026-06-02" });
    expect(await kinds(half.id)).not.toContain("big_change");
    const more = await submitted({ quantity: "150.01", occurredOn: "2026-06-02" });
    expect(await kinds(more.id)).toContain("big_change");
    const bare = await perform(reportOutcomeProcedure, court.by(court.reporter), {
      organizationId: court.school.id,
      metricCode: "M47",
      title: "示例无佐证",
      occurredOn: "2026-05-01",
      quantity: "3",
    });
    if (!bare.ok) throw new Error(bare.reason);
    expect((await item(bare.value.id)).findings).toContainEqual(
      expect.objectContaining({ kind: "evidence_missing", strength: "info" }),
    );
  });

  test("what was found in the first version stays after the second", async () => {
    const { id, version } = await submitted({ occurredOn: "2022-12-31" });
    await perform(returnOutcomeProcedure, court.by(court.secretariat), {
      id,
      version,
      reason: "示例",
    });
    const amended = await perform(amendOutcomeProcedure, court.by(court.reporter), {
      id,
      version: version + 1,
      title: "示例培训",
      occurredOn: "2026-05-01",
      quantity: "10",
      fileId: (await createEvidence(db(), court.alliance.id, court.reporter)).id,
    });
    expect(amended.ok).toBe(true);
    const seen = await item(id);
    expect(seen.findings.map(({ kind }) => kind)).not.toContain("outside_membership");
    expect(seen.earlier).toContainEqual(
      expect.objectContaining({ kind: "outside_membership", version: 1 }),
    );
    const where = { recordId: id };
    expect(await refusedFor(db().outcomeFinding.deleteMany({ where }))).toMatch(/immutable/);
  });
});

describe("what waits is judged again only where something changed that the judgement looks at", () => {
  test("another word in the title is no new judgement, another number is one", async () => {
    const first = await submitted();
    await submitted({ fileId: first.fileId });
    const change = (data: object) => db().outcomeRecord.update({ where: { id: first.id }, data });
    await change({ title: "示例改名" });
    expect(await kinds(first.id)).not.toContain("evidence_reused");
    await change({ quantity: "11" });
    expect(await kinds(first.id)).toContain("evidence_reused");
  });
});

describe("queue sorted by risk (weight × size × findings × age)", () => {
  test("the database orders by the product that the rule gives", async () => {
    await submitted({ quantity: "1" });
    await submitted({ quantity: "5000" });
    const { items, total } = await ask(listDeskQuery, court.by(court.secretariat), {
      pageSize: 100,
    });
    expect(items.length).toBe(total);
    expect(items.map(({ risk }) => risk)).toEqual(
      items.map(({ risk }) => risk).sort((a, b) => b - a),
    );
    for (const row of items) {
      const rows = await db().outcomeRollup.findMany({
        where: {
          allianceId: court.alliance.id,
          metricCode: row.metricCode,
          year: row.year,
          state: { in: ["verified", "published"] },
        },
      });
      const metric = await db().metricDefinition.findUniqueOrThrow({
        where: { code: row.metricCode },
      });
      expect(row.risk).toBe(
        riskOf({
          evidenceRequired: metric.evidenceRequired,
          quantity: row.quantity,
          ofTotal: rows.reduce((sum, one) => sum + Number(one.total), 0).toFixed(2),
          strengths: row.findings.map(({ strength }) => strength),
          waitingDays: row.waitingDays,
        }),
      );
    }
    // One table of cases for both.
    for (const strength of findingStrengths) {
      for (const [quantity, ofTotal, days] of [
        ["1", "0", 0],
        ["25", "100", 7],
        ["10", "100", 400],
        ["0.01", "100", 13],
      ] as const) {
        const [row] = await db().$queryRaw<{ risk: number }[]>`
          SELECT outcome_risk(true, ${quantity}::numeric, ${ofTotal}::numeric, ${strength === "block" ? 1 : 0}::int,
            ${strength === "reason" ? 1 : 0}::int, ${days}::int) AS risk`;
        expect(row?.risk).toBe(
          riskOf({
            evidenceRequired: true,
            quantity,
            ofTotal,
            strengths: [strength],
            waitingDays: days,
          }),
        );
      }
    }
  });

  test("A-31 no verifier sees an item of the own organization on the desk", async () => {
    await submitted();
    const inside = await createActor(db(), "secretariat", {
      allianceId: court.alliance.id,
      organizationId: court.school.id,
    });
    expect((await ask(listDeskQuery, court.by(inside), {})).total).toBe(0);
    await expect(ask(listDeskQuery, court.by(court.reporter), {})).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("figure.approve: verified; two persons", () => {
  test("who verified does not publish, another one does, once; the totals follow", async () => {
    const made = await verified(court, { quantity: "11" });
    expect(await approve(court.secretariat, [made])).toMatchObject({ reason: "same-person" });
    const both = await Promise.allSettled([
      approve(court.second, [made]),
      approve(court.third, [made]),
    ]);
    expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
    expect(await db().outcomeRecord.findUnique({ where: { id: made.id } })).toMatchObject({
      state: "published",
      version: made.version + 1,
    });
    expect(await approve(court.second, [made])).toMatchObject({ reason: "wrong-state" });
    const drift = await db().$queryRaw<object[]>`
      SELECT * FROM outcome_rollup_truth t FULL JOIN outcome_rollups r
        USING (alliance_id, organization_id, metric_code, year, state)
      WHERE coalesce(t.records, 0) <> coalesce(r.records, 0) OR coalesce(t.total, 0) <> coalesce(r.total, 0)`;
    expect(drift).toEqual([]);
  });

  test("the database too wants a second person, and no publication beside an open correction", async () => {
    const made = await verified(court);
    const data = { state: "published" as const, approvedAt: new Date(), version: 9 };
    const publish = (approvedById: string | null) =>
      refusedFor(
        db().outcomeRecord.update({ where: { id: made.id }, data: { ...data, approvedById } }),
      );
    expect(await publish(court.secretariat.userId)).toMatch(/outcome_records_second_person/);
    expect(await publish(null)).toMatch(/immutable|outcome_records_approved/);
    await perform(requestCorrectionCommand, court.by(court.reporter), {
      ...wish(made),
      quantity: "7",
    });
    expect(await approve(court.second, [made])).toMatchObject({ reason: "correction-open" });
    expect(await publish(court.second.userId)).toMatch(/under correction/);
  });

  test("bulk approval only for rows without findings: each row gets its own answer", async () => {
    const clean = [await cleanOne(), await cleanOne()];
    const found = await verified(court, { occurredOn: "2022-12-31" });
    const changed = { ...(await cleanOne()), version: 1 };
    const answer = await approve(court.second, [...clean, found, changed]);
    if (!answer.ok) throw new Error(answer.reason);
    expect(answer.value.approved).toBe(2);
    expect(Object.fromEntries(answer.value.rows.map((row) => [row.id, row.answer]))).toEqual({
      ...Object.fromEntries(clean.map(({ id }) => [id, "approved"])),
      [found.id]: "finding-needs-reading",
      [changed.id]: "record-changed-since",
    });
    const states = await db().outcomeRecord.groupBy({
      by: ["state"],
      where: { id: { in: [...clean, found, changed].map(({ id }) => id) } },
      _count: true,
      orderBy: { state: "asc" },
    });
    expect(states.map(({ state, _count }) => [state, _count])).toEqual([
      ["verified", 2],
      ["published", 2],
    ]);
    // Sent a second time nothing happens, and it is told of each.
    const again = await approve(court.second, clean);
    expect(again).toMatchObject({ ok: true, value: { approved: 0 } });
    expect(await approve(court.second, [found])).toMatchObject({ ok: true });
  });

  async function cleanOne() {
    const one = await verified(court, {
      metricCode: "M35",
      quantity: "1",
      naturalKey: `ZL-${Math.random()}`,
      fileId: (await createEvidence(db(), court.alliance.id, court.reporter)).id,
    });
    return one;
  }

  test("another alliance's record is not found, an old version is stale", async () => {
    const made = await verified(court);
    const other = await createCourt(db());
    await expect(
      perform(approveCommand, other.by(other.second), { items: [made] }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(approve(court.second, [{ ...made, version: 1 }])).rejects.toMatchObject({
      code: "stale",
    });
  });
});

describe("un-approval from the top down only", () => {
  const takeBack = (record: { id: string; version: number }) =>
    perform(takeBackCommand, court.by(court.third), { ...record, reason: "示例：文件待核" });

  test("published becomes verified with its reason; verified does not become submitted", async () => {
    const made = await verified(court);
    expect(await takeBack(made)).toMatchObject({ reason: "wrong-state" });
    await approve(court.second, [made]);
    const back = await takeBack({ id: made.id, version: made.version + 1 });
    expect(back).toMatchObject({ ok: true, value: { version: made.version + 2 } });
    expect(await db().outcomeTakeback.findFirst({ where: { recordId: made.id } })).toMatchObject({
      reason: "示例：文件待核",
      takenBackById: court.third.userId,
    });
    const down = db().outcomeRecord.update({
      where: { id: made.id },
      data: { state: "submitted" },
    });
    expect(await refusedFor(down)).toMatch(/immutable/);
  });

  test("the database takes nothing back without its reason, and no two steps at once", async () => {
    const made = await verified(court);
    await approve(court.second, [made]);
    const to = (state: "verified" | "submitted") =>
      refusedFor(
        db().outcomeRecord.update({
          where: { id: made.id },
          data: { state, approvedById: null, approvedAt: null },
        }),
      );
    expect(await to("verified")).toMatch(/immutable/);
    expect(await to("submitted")).toMatch(/immutable/);
  });
});
