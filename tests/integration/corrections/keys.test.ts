import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import {
  applyCorrectionCommand,
  endorseCorrectionCommand,
  requestCorrectionCommand,
} from "@/lib/features/corrections/procedures";
import {
  answerCoClaimProcedure,
  proposeCoClaimProcedure,
} from "@/lib/features/outcomes/procedures/co-claims";
import {
  amendOutcomeProcedure,
  lookUpOutcomeProcedure,
  returnOutcomeProcedure,
  verifyOutcomeProcedure,
} from "@/lib/features/outcomes/procedures/records";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { independentVerifiers } from "@/lib/platform/invariants/claims";
import { correctedRecords } from "@/lib/platform/invariants/corrections";
import { createMembership, createOrganization } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { createInsider } from "../outcomes/support";
import {
  type Court,
  createCourt,
  endorsed,
  refusedFor,
  requested,
  type Verified,
  verified,
  wish,
} from "./support";

/* What a correction does to the key of a result, to the chain that it is part of, and to what comes after it. */
const { db } = useDatabase();
let court: Court;

beforeAll(async () => {
  court = await createCourt(db());
  await db().metricDefinition.create({
    data: {
      code: "M28",
      sortOrder: 28,
      nameZh: "成果转化金额",
      unitZh: "万元",
      aggregation: "sum",
      yearBasis: "calendar",
      reportable: true,
      nameEn: "-",
      unitEn: "-",
      definitionZh: "-",
      definitionEn: "-",
    },
  });
});

const findingsOf = (check: typeof correctedRecords) =>
  check.find({
    query: async <R>({ text }: { text: string }) => ({
      rows: (await db().$queryRawUnsafe(text)) as R[],
    }),
  });

const record = (id: string) => db().outcomeRecord.findUniqueOrThrow({ where: { id } });

async function applied(made: Verified, more: object) {
  const { id, version } = await endorsed(court, made, more);
  const done = await perform(applyCorrectionCommand, court.by(court.second), { id, version });
  if (!done.ok) throw new Error(done.reason);
  return id;
}

const sent = (made: Verified, more: object) =>
  perform(requestCorrectionCommand, court.by(court.reporter), { ...wish(made), ...more });

const patent = (naturalKey: string) =>
  verified(court, { metricCode: "M35", quantity: "1", naturalKey });

describe("one thing has one key, however it is typed", () => {
  test("a key that another record holds in another writing is taken, at the request and at the decision", async () => {
    const held = `KEY-${randomUUID()}`;
    const made = await patent(`${held}-b`);
    const ready = await endorsed(court, made, { naturalKey: `${held}-c` });
    await patent(held);
    const other = await patent(`${held}-d`);
    const typed = held.toLowerCase().replaceAll("-", " ");
    expect(await sent(other, { naturalKey: typed })).toMatchObject({ reason: "duplicate-result" });
    await patent(`${held} C`);
    const move = { id: ready.id, version: ready.version };
    expect(await perform(applyCorrectionCommand, court.by(court.second), move)).toMatchObject({
      reason: "duplicate-result",
    });
    // The own key in another writing is no other record's.
    expect(await sent(other, { naturalKey: `${typed} D` })).toMatchObject({ ok: true });
  });

  test("the name of the thing goes with its key; the look-up finds it under the new one only", async () => {
    const [was, becomes] = [`KEY-${randomUUID()}`, `KEY-${randomUUID()}`];
    const made = await patent(was);
    await applied(made, { naturalKey: becomes });
    expect(await record(made.id)).toMatchObject({ naturalKey: becomes, keyName: becomes });
    const found = async (naturalKey: string) =>
      (
        await ask(lookUpOutcomeProcedure, court.by(court.reporter), {
          organizationId: court.school.id,
          metricCode: "M35",
          occurredOn: "2026-05-01",
          naturalKey,
        })
      ).found.map(({ id }) => id);
    expect(await found(becomes)).toEqual([made.id]);
    expect(await found(was)).toEqual([]);
    expect(
      await refusedFor(
        db().outcomeRecord.update({ where: { id: made.id }, data: { keyName: was } }),
      ),
    ).toMatch(/immutable/);
  });

  test("a contract whose key is longer than a name is corrected, and its old version kept whole", async () => {
    const parties = Array.from({ length: 8 }, (_, n) => `示例很长名称的合作单位有限责任公司${n}`);
    const made = await verified(court, {
      metricCode: "M28",
      naturalKey: `HT-${randomUUID()}`,
      parties: parties.join("、"),
    });
    const { naturalKey } = await record(made.id);
    expect(naturalKey?.length).toBeGreaterThan(120);
    const caseId = await applied(made, { quantity: "80" });
    const kept = await db().outcomeVersion.findFirstOrThrow({ where: { caseId } });
    expect(kept.naturalKey).toBe(naturalKey);
  });
});

describe("a result that goes on from another one under the same key", () => {
  async function chain() {
    const key = { metricCode: "M28", naturalKey: `HT-${randomUUID()}`, parties: "示例甲、示例乙" };
    const first = await verified(court, key);
    const follow = { followsId: first.id, follow: "continuation" as const };
    return { first, second: await verified(court, { ...key, ...follow, quantity: "30" }) };
  }

  test("its number is corrected: the key that the two share is no duplicate", async () => {
    const { second } = await chain();
    await applied(second, { quantity: "20" });
    expect((await record(second.id)).quantity.toFixed(2)).toBe("20.00");
  });

  test.each([
    ["another key", { naturalKey: "HT-9 · 示例甲、示例乙" }],
    ["a day before the first", { occurredOn: "2026-04-30" }],
    ["another metric", { metricCode: "M41" }],
  ])("%s is no new money", async (_words, more) => {
    const { second } = await chain();
    expect(await sent(second, more)).toMatchObject({ ok: false, reason: "not-new-money" });
  });

  test("it is withdrawn, and so is the first, after which the second can still be corrected", async () => {
    const one = await chain();
    await applied(one.second, { withdraws: true });
    expect(await record(one.second.id)).toMatchObject({ state: "superseded", naturalKey: null });
    const two = await chain();
    await applied(two.first, { withdraws: true });
    await applied(two.second, { quantity: "20" });
    expect((await record(two.second.id)).quantity.toFixed(2)).toBe("20.00");
  });
});

test("corrected, then void because the verifier's unit became an owner: returned, amended and verified anew", async () => {
  const naturalKey = `KEY-${randomUUID()}`;
  const insider = await createInsider(db(), court);
  const made = await verified(court, { metricCode: "M35", quantity: "1", naturalKey }, insider);
  await applied(made, { occurredOn: "2026-04-01" });
  const claim = await perform(proposeCoClaimProcedure, court.by(court.otherReporter), {
    id: made.id,
    organizationId: court.other.id,
    share: "10",
    note: "示例",
    key: naturalKey,
  });
  if (!claim.ok) throw new Error(claim.reason);
  const { id, version } = claim.value;
  await perform(answerCoClaimProcedure, court.by(court.reporter), { id, version, agree: true });
  const now = await record(made.id);
  expect(now.state).toBe("submitted");
  const at = { id: made.id, version: now.version };
  const back = await perform(returnOutcomeProcedure, court.by(court.secretariat), {
    ...at,
    reason: "示例",
  });
  if (!back.ok) throw new Error(back.reason);
  const amended = await perform(amendOutcomeProcedure, court.by(court.reporter), {
    ...back.value,
    title: "示例改",
    occurredOn: "2025-04-01",
    quantity: "1",
    naturalKey,
    fileId: court.fileId,
  });
  if (!amended.ok) throw new Error(amended.reason);
  expect(
    await perform(verifyOutcomeProcedure, court.by(court.secretariat), {
      ...amended.value,
      passOver: "示例：已核对",
    }),
  ).toMatchObject({ ok: true });
  expect(await findingsOf(correctedRecords)).toEqual([]);
  const { version: last } = await record(made.id);
  expect(
    await requested(court, { id: made.id, version: last }, { occurredOn: "2026-01-01" }),
  ).toBeDefined();
});

describe("a figure that goes over to another member", () => {
  async function toOther(verifier = court.secretariat) {
    const made = await verified(court, {}, verifier);
    return { made, asked: await requested(court, made, { organizationId: court.other.id }) };
  }
  const step = (
    command: typeof endorseCorrectionCommand,
    actor: Court["second"],
    asked: { id: string; version: number },
  ) => perform(command, court.by(actor), { id: asked.id, version: asked.version });

  test("A-31 who belongs to the member that shall get it, or to one that owns a part, decides nothing", async () => {
    const insider = await createInsider(db(), court);
    const { asked } = await toOther();
    expect(await step(endorseCorrectionCommand, insider, asked)).toMatchObject({
      reason: "own-figure",
    });
    const shared = await verified(court);
    const at = { allianceId: court.alliance.id, recordId: shared.id };
    await db().outcomeShare.createMany({
      data: [
        { ...at, organizationId: court.school.id, share: 6000 },
        { ...at, organizationId: court.other.id, share: 4000 },
      ],
    });
    const part = await requested(court, shared);
    expect(await step(endorseCorrectionCommand, insider, part)).toMatchObject({
      reason: "own-figure",
    });
  });

  test("its verification is void where the verifier belongs to the new owner, and stands where not", async () => {
    const insider = await createInsider(db(), court);
    for (const [verifier, state] of [
      [insider, "submitted"],
      [court.secretariat, "verified"],
    ] as const) {
      const { made, asked } = await toOther(verifier);
      const first = await step(endorseCorrectionCommand, court.third, asked);
      if (!first.ok) throw new Error(first.reason);
      const done = await step(applyCorrectionCommand as never, court.second, first.value);
      expect(done).toMatchObject({ ok: true });
      expect(await record(made.id)).toMatchObject({ state, organizationId: court.other.id });
    }
    for (const check of [correctedRecords, independentVerifiers]) {
      expect(await findingsOf(check)).toEqual([]);
    }
  });

  test("its reporter's part goes over with it, and the parts stay whole", async () => {
    const made = await verified(court);
    const third = await createOrganization(db(), { kind: "university" });
    await createMembership(db(), { allianceId: court.alliance.id, organizationId: third.id });
    const at = { allianceId: court.alliance.id, recordId: made.id };
    await db().outcomeShare.createMany({
      data: [
        { ...at, organizationId: court.school.id, share: 6000 },
        { ...at, organizationId: court.other.id, share: 4000 },
      ],
    });
    await applied(made, { organizationId: third.id });
    const parts = await db().outcomeShare.findMany({ where: at, orderBy: { share: "desc" } });
    expect(parts.map(({ organizationId, share }) => [organizationId, share])).toEqual([
      [third.id, 6000],
      [court.other.id, 4000],
    ]);
  });
});
