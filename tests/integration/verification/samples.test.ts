import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import {
  closeSampleCommand,
  drawSampleCommand,
  findInSampleCommand,
  getSampleQuery,
  listVisitsQuery,
  recordVisitCommand,
} from "@/lib/features/verification/procedures/samples";
import type { SampleOutcome } from "@/lib/features/verification/types";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { type Court, createCourt, refusedFor, verified } from "../corrections/support";

const { db } = useDatabase();
let court: Court;
let supervisor: Actor;

beforeAll(async () => {
  court = await createCourt(db());
  supervisor = await createActor(db(), "supervisor", { allianceId: court.alliance.id });
  for (let n = 1; n <= 12; n++) {
    await verified(court, { occurredOn: `2025-${String(n).padStart(2, "0")}-01`, quantity: "100" });
  }
});

const year = { periodFrom: "2025-01-01", periodTo: "2025-12-31", percent: 25, atLeast: 2 };
const draw = (more: Record<string, unknown> = {}, actor = supervisor) =>
  perform(drawSampleCommand, court.by(actor), { ...year, ...more });
const sampleOf = async (more: Record<string, unknown> = {}) => {
  const drawn = await draw(more);
  if (!drawn.ok) throw new Error(drawn.reason);
  return ask(getSampleQuery, court.by(supervisor), { id: drawn.value.id });
};
const find = (
  sample: { id: string },
  item: { recordId: string; version: number },
  outcome: SampleOutcome,
  note?: string,
  actor = supervisor,
) =>
  perform(findInSampleCommand, court.by(actor), {
    id: sample.id,
    recordId: item.recordId,
    version: item.version,
    outcome,
    note,
  });

describe("seeded random sample (seed stored) at least n and x %", () => {
  test("the same seed draws the same records, whoever does it: SHA-256 of seed and id, lowest first", async () => {
    const sample = await sampleOf({ seed: "示例种子 1" });
    expect(sample).toMatchObject({ seed: "示例种子 1", population: 12, size: 3, open: 3 });
    const all = await db().outcomeRecord.findMany({ where: { allianceId: court.alliance.id } });
    const again = all
      .map(({ id }) => ({
        id,
        digest: createHash("sha256").update(`示例种子 1:${id}`).digest("hex"),
      }))
      .toSorted((a, b) => (a.digest < b.digest ? -1 : 1))
      .slice(0, 3);
    expect(sample.items.map(({ recordId }) => recordId)).toEqual(again.map(({ id }) => id));
    expect(sample.threshold).toBe(again.at(-1)?.digest);
  });

  test("a seed draws once, also of two at once; without one the portal makes one; an empty period has none", async () => {
    const both = await Promise.all([draw({ seed: "示例种子 2" }), draw({ seed: "示例种子 2" })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "seed-used" });
    expect((await sampleOf()).seed).toMatch(/^[0-9a-f-]{36}$/);
    expect(await draw({ periodFrom: "2019-01-01", periodTo: "2019-12-31" })).toMatchObject({
      reason: "sample-empty",
    });
    expect(await draw({ periodFrom: "2025-12-31", periodTo: "2025-01-01" })).toMatchObject({
      reason: "period-order",
    });
    await expect(draw({}, court.reporter)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("more than one page of persons can look at is not drawn: a shorter period or fewer per cent", async () => {
    await db().$executeRaw`
      INSERT INTO outcome_records (id, alliance_id, organization_id, metric_code, title, year, occurred_on, quantity, state, verified_at)
      SELECT gen_random_uuid(), ${court.alliance.id}::uuid, ${court.school.id}::uuid, 'M47', '示例在册 ' || n, 2023, '2023-03-01', 1,
        'verified', now() FROM generate_series(1, 2001) n`;
    const whole = { periodFrom: "2023-01-01", periodTo: "2023-12-31", percent: 100 };
    expect(await draw(whole)).toMatchObject({
      reason: "sample-too-large",
      details: { field: "percent", count: 2001, most: 2000 },
    });
    expect(await draw({ ...whole, percent: 1 })).toMatchObject({ ok: true, value: { size: 21 } });
  });

  test("all high-weight items are in it, whatever the seed", async () => {
    const large = await verified(court, { occurredOn: "2024-03-01", quantity: "900" });
    await verified(court, { occurredOn: "2024-02-01", quantity: "1" });
    for (const seed of ["示例 a1", "示例 a2", "示例 a3"]) {
      const sample = await sampleOf({
        seed,
        periodFrom: "2024-01-01",
        periodTo: "2024-12-31",
        percent: 1,
        atLeast: 1,
      });
      expect(sample.items.map(({ recordId }) => recordId)).toContain(large.id);
    }
  });
});

describe("every drawn record gets a finding by an independent second look", () => {
  test("not by who verified it, with its reason, once; closed only when none is open", async () => {
    const sample = await sampleOf();
    const [first, second, third] = sample.items;
    if (!first || !second || !third) throw new Error("three are drawn");
    const close = () =>
      perform(closeSampleCommand, court.by(supervisor), { id: sample.id, version: sample.version });
    expect(await find(sample, first, "confirmed", undefined, court.secretariat)).toMatchObject({
      reason: "same-person",
    });
    const inside = await createActor(db(), "supervisor", {
      allianceId: court.alliance.id,
      organizationId: court.school.id,
    });
    expect(await find(sample, first, "confirmed", undefined, inside)).toMatchObject({
      reason: "own-figure",
    });
    expect(await find(sample, first, "rejected")).toMatchObject({ reason: "note-missing" });
    expect(await find(sample, first, "confirmed")).toMatchObject({ ok: true });
    expect(await find(sample, { ...first, version: 2 }, "rejected", "示例")).toMatchObject({
      reason: "finding-stands",
    });
    expect(await find(sample, second, "needs_visit", "示例")).toMatchObject({ ok: true });
    expect(await find(sample, third, "corrected_down", "示例")).toMatchObject({ ok: true });
    expect(await close()).toMatchObject({ reason: "findings-open", details: { count: 1 } });
    const late = { ...second, version: 2 };
    expect(await find(sample, late, "confirmed")).toMatchObject({ reason: "visit-first" });
    await visit({ recordIds: [second.recordId] });
    expect(await find(sample, late, "confirmed")).toMatchObject({ ok: true });
    expect((await Promise.allSettled([close(), close()])).filter(isWon)).toHaveLength(1);
    expect(await find(sample, { ...third, version: 2 }, "confirmed")).toMatchObject({
      reason: "sample-closed",
    });
  });

  test("the database too: what was drawn stays, nothing is closed with open findings", async () => {
    const sample = await sampleOf();
    const where = { allianceId_id: { allianceId: court.alliance.id, id: sample.id } };
    const closing = { closedAt: new Date(), closedById: court.second.userId };
    expect(await refusedFor(db().verificationSample.update({ where, data: closing }))).toMatch(
      /finding first/,
    );
    expect(
      await refusedFor(db().verificationSample.update({ where, data: { seed: "x" } })),
    ).toMatch(/immutable/);
    const items = { where: { sampleId: sample.id } };
    expect(await refusedFor(db().verificationSampleItem.deleteMany(items))).toMatch(/immutable/);
    const self = {
      outcome: "confirmed" as const,
      foundById: court.secretariat.userId,
      foundAt: new Date(),
    };
    expect(
      await refusedFor(db().verificationSampleItem.updateMany({ ...items, data: self })),
    ).toMatch(/own-figure/);
  });

  test("another alliance's sample is not found", async () => {
    const sample = await sampleOf();
    const other = await createCourt(db());
    await expect(
      ask(getSampleQuery, other.by(other.secretariat), { id: sample.id }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

const isWon = (one: PromiseSettledResult<{ ok: boolean }>) =>
  one.status === "fulfilled" && one.value.ok;

const visit = (more: Record<string, unknown> = {}, actor = supervisor) =>
  perform(recordVisitCommand, court.by(actor), {
    organizationId: court.school.id,
    visitedOn: "2026-03-01",
    place: "示例实训楼",
    visitors: "示例甲、示例乙",
    findings: "示例：与填报一致",
    ...more,
  });

describe("site visits (date, visitors, place, findings, files) bound to records or organizations", () => {
  test("what was found is listed and never changed", async () => {
    const made = await verified(court);
    const done = await visit({ recordIds: [made.id] });
    if (!done.ok) throw new Error(done.reason);
    const list = await ask(listVisitsQuery, court.by(supervisor), { record: made.id });
    expect(list.items).toMatchObject([
      { id: done.value.id, records: [{ id: made.id }], files: [] },
    ]);
    const where = { allianceId_id: { allianceId: court.alliance.id, id: done.value.id } };
    expect(await refusedFor(db().siteVisit.update({ where, data: { findings: "x" } }))).toMatch(
      /immutable/,
    );
  });

  test("not to come, not by the visited, not about another organization, not with another's file", async () => {
    const made = await verified(court);
    expect(await visit({ visitedOn: "2099-01-01" })).toMatchObject({ reason: "day-to-come" });
    expect(await visit({ organizationId: court.other.id, recordIds: [made.id] })).toMatchObject({
      reason: "visit-other-organization",
    });
    expect(await visit({ fileIds: [court.fileId] })).toMatchObject({ reason: "file-not-yours" });
    const inside = await createActor(db(), "secretariat", {
      allianceId: court.alliance.id,
      organizationId: court.school.id,
    });
    expect(await visit({}, inside)).toMatchObject({ reason: "own-figure" });
    const partner = await createActor(db(), "supervisor", {
      allianceId: court.alliance.id,
      organizationId: court.other.id,
    });
    const of = { allianceId: court.alliance.id, recordId: made.id };
    await db().outcomeShare.createMany({
      data: [
        { ...of, organizationId: court.school.id, share: 6000 },
        { ...of, organizationId: court.other.id, share: 4000 },
      ],
    });
    expect(await visit({ recordIds: [made.id] }, partner)).toMatchObject({ reason: "own-figure" });
    expect(await visit({}, partner)).toMatchObject({ ok: true });
    const other = await createCourt(db());
    const foreign = await verified(other);
    await expect(visit({ recordIds: [foreign.id] })).rejects.toMatchObject({ code: "not-found" });
  });
});
