import { createHmac, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import {
  amendTrainingProcedure,
  attendTrainingProcedure,
  getTrainingProcedure,
  listTrainingsProcedure,
  reportTrainingProcedure,
} from "@/lib/features/outcomes/procedures/batches";
import {
  returnOutcomeProcedure,
  verifyOutcomeProcedure,
} from "@/lib/features/outcomes/procedures/records";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { createEvidence, createStage } from "./support";
import { createPeopleMetric, people, person } from "./trained";

const { db } = useDatabase();
let stage: Awaited<ReturnType<typeof createStage>>;
let fileId: string;

beforeAll(async () => {
  stage = await createStage(db());
  fileId = (await createEvidence(db(), stage.alliance.id, stage.reporter)).id;
  await createPeopleMetric(db());
});

const at = (actor = stage.reporter) => ({ actor, tenant: stage.alliance.slug });

const content = (course: string, persons: number, endsOn: string) => ({
  kind: "skill" as const,
  course,
  place: "示例教室",
  startsOn: endsOn,
  endsOn,
  persons: String(persons),
  fileId,
});

async function reported(course: string, persons: number, endsOn = "2026-03-04"): Promise<string> {
  const result = await perform(reportTrainingProcedure, at(), {
    organizationId: stage.school.id,
    ...content(course, persons, endsOn),
  });
  if (!result.ok) throw new Error(result.reason);
  return result.value.id;
}

const attend = (id: string, numbers: readonly string[], version = 1, call: object = {}) =>
  perform(
    attendTrainingProcedure,
    { ...at(), ...call },
    { id, version, numbers: numbers.join("\n") },
  );

async function decide(id: string, how: "return" | "verify") {
  const link = await db().trainingBatchRecord.findFirstOrThrow({
    where: { batchId: id, metricCode: "M40" },
    include: { record: true },
  });
  const given = { id: link.recordId, version: link.record.version };
  const result =
    how === "verify"
      ? await perform(verifyOutcomeProcedure, at(stage.secretariat), { ...given, passOver: "示例" })
      : await perform(returnOutcomeProcedure, at(stage.secretariat), { ...given, reason: "示例" });
  if (!result.ok) throw new Error(result.reason);
}

const keys = (id: string) => db().trainingAttendee.findMany({ where: { batchId: id } });
const get = (id: string, actor = stage.reporter) => ask(getTrainingProcedure, at(actor), { id });

describe("trainings.attend", () => {
  test("behaviour 4.4 People: identity numbers become salted keys, and stand nowhere", async () => {
    const id = await reported("示例名单", 3);
    expect(await attend(id, ["身份证号", ...people(1, 3), person(1)])).toMatchObject({ ok: true });
    expect((await get(id)).identified).toBe(3);
    expect((await get(id, stage.secretariat)).identified).toBe(3);
    const stored = await keys(id);
    const salt = await db().trainingSalt.findUniqueOrThrow({
      where: { allianceId: stage.alliance.id },
    });
    // HMAC-SHA-256 as everybody computes it who knows the secret.
    expect(
      stored.map(({ personKey }) => Buffer.from(personKey).toString("hex")).toSorted(),
    ).toEqual(
      people(1, 3)
        .map((one) => createHmac("sha256", salt.salt).update(one).digest("hex"))
        .toSorted(),
    );
    const tables = await db().$queryRaw<{ table_name: string }[]>`
      SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
    for (const { table_name } of tables) {
      const found = await db().$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM "${table_name}" t WHERE t::text LIKE '%${person(1)}%' LIMIT 1`,
      );
      expect(found, table_name).toEqual([]);
    }
    const [entry] = await db().auditEntry.findMany({
      where: { subjectId: id, action: "training.attend" },
    });
    expect(entry?.details).toEqual({ people: 3 });
  });

  test("a list that differs, is unreadable or comes too late changes nothing", async () => {
    const id = await reported("示例不符", 3);
    expect(await attend(id, people(1, 2))).toMatchObject({
      reason: "attendees-differ",
      details: { found: 2, persons: 3 },
    });
    const wrong = await attend(id, [...people(1, 2), "示例 13800000000"]);
    expect(wrong).toMatchObject({ reason: "attendees-unreadable", details: { rows: "3" } });
    expect(JSON.stringify(wrong)).not.toContain("13800000000");
    await expect(attend(id, people(1, 3), 2)).rejects.toMatchObject({ code: "stale" });
    expect(await keys(id)).toEqual([]);
    await decide(id, "verify");
    expect(await attend(id, people(1, 3))).toMatchObject({ reason: "attendees-closed" });
    expect(await keys(id)).toEqual([]);
  });

  test("I-08 sent twice with one key: one list; two at once: one is stale", async () => {
    const id = await reported("示例重发", 2);
    const call = { idempotencyKey: randomUUID() };
    const [first, second] = await Promise.all([
      attend(id, people(1, 2), 1, call),
      attend(id, people(1, 2), 1, call),
    ]);
    expect(second).toEqual(first);
    const both = await Promise.allSettled([
      attend(id, people(3, 4), 2),
      attend(id, people(5, 6), 2),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await keys(id)).toHaveLength(2);
  });

  test("A-02 A-09 nobody else lists the people of a training, nor in another alliance", async () => {
    const id = await reported("示例越权", 2);
    for (const actor of [stage.otherReporter, stage.secretariat]) {
      await expect(attend(id, people(1, 2), 1, { actor })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    const foreign = await createAlliance(db());
    await expect(attend(id, people(1, 2), 1, { tenant: foreign.slug })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("another number of people drops the list; the same one keeps it", async () => {
    const id = await reported("示例改数", 3);
    await attend(id, people(1, 3));
    await decide(id, "return");
    const change = (persons: number, version: number) =>
      perform(amendTrainingProcedure, at(), {
        id,
        version,
        ...content("示例改数", persons, "2026-03-04"),
      });
    expect((await change(3, 2)).ok).toBe(true);
    expect(await keys(id)).toHaveLength(3);
    await decide(id, "return");
    expect((await change(2, 3)).ok).toBe(true);
    expect(await keys(id)).toEqual([]);
    expect((await attend(id, people(1, 2), 4)).ok).toBe(true);
  });
});

describe("trainings.list", () => {
  test("behaviour 4.4 People: distinct across trainings with lists, otherwise at most", async () => {
    const first = await reported("示例去重甲", 3, "2025-06-04");
    const second = await reported("示例去重乙", 3, "2025-06-05");
    const third = await reported("示例去重丙", 4, "2025-07-01");
    await attend(first, people(1, 3));
    await attend(second, people(3, 5));
    for (const id of [first, second, third]) await decide(id, "verify");
    const totals = async (to: string) =>
      (await ask(listTrainingsProcedure, at(stage.secretariat), { from: "2025-06-01", to })).totals;
    expect(await totals("2025-06-30")).toMatchObject({
      persons: "5.00",
      atMost: false,
      listed: 2,
      unlisted: 0,
    });
    expect(await totals("2025-07-31")).toMatchObject({
      persons: "9.00",
      atMost: true,
      listed: 2,
      unlisted: 1,
    });
  });
});

describe("the database keeps who was there", () => {
  test("I-16 the list agrees with the number, is never changed, and stays once verified", async () => {
    const id = await reported("示例守护", 2);
    await attend(id, people(1, 2));
    const [one] = await keys(id);
    if (!one) throw new Error("no list");
    await expect(
      db().trainingAttendee.create({ data: { ...one, personKey: new Uint8Array(32) } }),
    ).rejects.toThrow();
    await expect(
      db().trainingAttendee.updateMany({
        where: { batchId: id },
        data: { personKey: new Uint8Array(32) },
      }),
    ).rejects.toThrow();
    await expect(
      db().trainingBatch.update({ where: { id }, data: { identified: null } }),
    ).rejects.toThrow();
    await expect(
      db().trainingSalt.deleteMany({ where: { allianceId: stage.alliance.id } }),
    ).rejects.toThrow();
    await decide(id, "verify");
    await expect(db().trainingAttendee.deleteMany({ where: { batchId: id } })).rejects.toThrow();
    expect(await keys(id)).toHaveLength(2);
  });
});
