import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import {
  amendTrainingProcedure,
  getTrainingProcedure,
  listTrainingsProcedure,
  reportTrainingProcedure,
} from "@/lib/features/outcomes/procedures/batches";
import {
  amendOutcomeProcedure,
  getOutcomeProcedure,
  reportOutcomeProcedure,
  returnOutcomeProcedure,
  verifyOutcomeProcedure,
} from "@/lib/features/outcomes/procedures/records";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { createEvidence, createStage } from "./support";

const { db } = useDatabase();
let stage: Awaited<ReturnType<typeof createStage>>;
let fileId: string;

const units = { M39: "人次", M40: "人", M84: "人日" } as const;

beforeAll(async () => {
  stage = await createStage(db());
  fileId = (await createEvidence(db(), stage.alliance.id, stage.reporter)).id;
  await db().metricDefinition.createMany({
    data: Object.entries(units).map(([code, unitZh], place) => ({
      code,
      sortOrder: 100 + place,
      nameZh: code,
      nameEn: code,
      unitZh,
      unitEn: "units",
      aggregation: code === "M40" ? ("distinct" as const) : ("sum" as const),
      yearBasis: "calendar" as const,
      definitionZh: "-",
      definitionEn: "-",
      reportable: true,
      evidenceRequired: code !== "M84",
    })),
  });
});

const at = (actor = stage.reporter) => ({ actor, tenant: stage.alliance.slug });

const content = (course: string) => ({
  kind: "skill" as const,
  course,
  place: "示例教室",
  startsOn: "2026-03-02",
  endsOn: "2026-03-04",
  persons: "30",
  personTimes: "60",
  personDays: "75.5",
  fileId,
});

const report = (course: string, change: object = {}, call: object = {}) =>
  perform(
    reportTrainingProcedure,
    { ...at(), ...call },
    { organizationId: stage.school.id, ...content(course), ...change },
  );

async function reported(course: string, change: object = {}): Promise<string> {
  const result = await report(course, change);
  if (!result.ok) throw new Error(result.reason);
  return result.value.id;
}

const get = (id: string, actor = stage.reporter) => ask(getTrainingProcedure, at(actor), { id });
const recordOf = async (id: string, metric: string) => {
  const found = (await get(id)).records.find(({ metricCode }) => metricCode === metric);
  return db().outcomeRecord.findUniqueOrThrow({ where: { id: found?.id ?? "" } });
};

const decide = async (id: string, metric: string, how: "return" | "verify") => {
  const { id: recordId, version } = await recordOf(id, metric);
  const given = { id: recordId, version };
  const by = at(stage.secretariat);
  const result =
    how === "verify"
      ? await perform(verifyOutcomeProcedure, by, { ...given, passOver: "示例理由" })
      : await perform(returnOutcomeProcedure, by, { ...given, reason: "示例原因" });
  if (!result.ok) throw new Error(result.reason);
};

const amend = (
  id: string,
  version: number,
  change: ReturnType<typeof content>,
  call: object = {},
) => perform(amendTrainingProcedure, { ...at(), ...call }, { id, version, ...change });

const counts = async () => [
  await db().outcomeRecord.count(),
  await db().trainingBatch.count(),
  await db().trainingBatchRecord.count(),
];

describe("trainings.report", () => {
  test("domain 4.1 rule 1: one training is entered once and is three results under one key", async () => {
    const id = await reported("示例三数");
    const training = await get(id);
    expect(training.records.map((one) => [one.metricCode, one.quantity, one.state])).toEqual([
      ["M41", "75.50", "submitted"],
      ["M39", "60.00", "submitted"],
      ["M40", "30.00", "submitted"],
    ]);
    const keys = await db().outcomeRecord.findMany({
      where: { training: { batchId: id } },
      select: { naturalKey: true, fileId: true },
    });
    expect(new Set(keys.map(({ naturalKey }) => naturalKey))).toEqual(
      new Set(["示例三数 · 2026-03-02/2026-03-04 · 示例教室"]),
    );
    expect(keys.every((one) => one.fileId === fileId)).toBe(true);
    const record = await ask(getOutcomeProcedure, at(), { id: training.records[0]?.id ?? "" });
    expect(record.training).toEqual({ id, course: "示例三数" });
    const [entry] = await db().auditEntry.findMany({ where: { subjectId: id } });
    expect(entry).toMatchObject({ action: "training.report", subjectType: "training" });
  });

  test("what is not known is no result; days free of charge are once more a part", async () => {
    const only = await get(await reported("示例只知人数", { personTimes: "", personDays: "" }));
    expect(only.records.map(({ metricCode }) => metricCode)).toEqual(["M40"]);
    const free = await get(await reported("示例公益", { publicBenefit: true }));
    expect(free.records.map(({ metricCode }) => metricCode)).toEqual(["M41", "M39", "M40", "M84"]);
  });

  test("I-08 sent twice with one key: one training", async () => {
    const before = await counts();
    const idempotencyKey = randomUUID();
    const [first, second] = await Promise.all([
      report("示例重发", {}, { idempotencyKey }),
      report("示例重发", {}, { idempotencyKey }),
    ]);
    expect(second).toEqual(first);
    expect(await counts()).toEqual(before.map((count, place) => count + ([3, 1, 3][place] ?? 0)));
  });

  test("behaviour 4.4 People: the same course, dates and place count once, also of four at once", async () => {
    const before = await counts();
    const results = await Promise.all(
      ["示例 同班", "示例同班", "示例·同班", "示例同班 "].map((course) => report(course)),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((one) => !one.ok && one.reason === "duplicate-result")).toHaveLength(3);
    expect(await counts()).toEqual(before.map((count, place) => count + ([3, 1, 3][place] ?? 0)));
  });

  test("behaviour 4.4 Two members: the second is told who claimed it", async () => {
    await reported("示例合办");
    const theirs = await createEvidence(db(), stage.alliance.id, stage.otherReporter);
    expect(
      await report(
        "示例合办",
        { organizationId: stage.other.id, fileId: theirs.id },
        { actor: stage.otherReporter },
      ),
    ).toMatchObject({ ok: false, reason: "claimed-by-another" });
  });

  test("another number of a training that is there already is added to it, not beside it", async () => {
    await reported("示例先报人数", { personTimes: "", personDays: "" });
    const before = await counts();
    expect(await report("示例先报人数", { persons: "", personDays: "" })).toMatchObject({
      ok: false,
      reason: "duplicate-batch",
    });
    expect(await counts()).toEqual(before);
  });

  test("a number that was reported alone is not counted again by the training", async () => {
    const alone = await perform(reportOutcomeProcedure, at(), {
      organizationId: stage.school.id,
      metricCode: "M40",
      title: "示例单报",
      occurredOn: "2026-03-04",
      quantity: "30",
      naturalKey: "示例单报 · 2026-03-02/2026-03-04 · 示例教室",
      fileId,
    });
    expect(alone.ok).toBe(true);
    const before = await counts();
    expect(await report("示例单报")).toMatchObject({ ok: false, reason: "duplicate-result" });
    expect(await counts()).toEqual(before);
  });

  test.each([
    [{ persons: "61" }, "personTimes", "more-persons-than-times"],
    [{ persons: "", personTimes: "", personDays: "" }, "persons", "number-needed"],
    [{ personDays: "91" }, "personDays", "more-than-the-days"],
    [{ fullDays: true, personDays: "59" }, "personDays", "fewer-days-than-attendances"],
    [{ certified: "31" }, "certified", "more-certified-than-persons"],
    [{ endsOn: "2026-03-01" }, "endsOn", "ends-before-start"],
    [{ persons: "30余" }, "persons", "not-a-quantity"],
    [{ persons: "0" }, "persons", "out-of-range"],
  ])("domain 4.1 rule 1, refused: %j → %s %s", async (change, path, message) => {
    const before = await counts();
    await expect(report("示例不符", change)).rejects.toMatchObject({
      code: "malformed",
      issues: [{ path, message }],
    });
    expect(await counts()).toEqual(before);
  });

  test.each([
    [{ fileId: undefined }, "evidence-missing"],
    [{ endsOn: "2199-01-01" }, "result-in-future"],
  ])("refused: %j → %s, and nothing of it is kept", async (change, reason) => {
    const before = await counts();
    expect(await report("示例退回", change)).toMatchObject({ ok: false, reason });
    expect(await counts()).toEqual(before);
  });

  test("A-35 another person's paper proves nothing; a stranger is no partner", async () => {
    const foreign = await createEvidence(db(), stage.alliance.id, stage.otherReporter);
    expect(await report("示例他人材料", { fileId: foreign.id })).toMatchObject({
      reason: "file-not-yours",
    });
    for (const partnerId of [stage.school.id, randomUUID()]) {
      expect(await report("示例伙伴", { partnerId })).toMatchObject({
        reason: "partner-not-a-member",
      });
    }
    expect((await report("示例伙伴", { partnerId: stage.other.id })).ok).toBe(true);
  });

  test("A-02 A-09 nobody reports for another member, nor in another alliance", async () => {
    for (const actor of [stage.otherReporter, stage.secretariat]) {
      await expect(report("示例越权", {}, { actor })).rejects.toMatchObject({ code: "forbidden" });
    }
    const foreign = await createAlliance(db());
    await expect(report("示例越权", {}, { tenant: foreign.slug })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("trainings.amend", () => {
  test("a returned result opens its own number again, through the same form and not beside it", async () => {
    const id = await reported("示例补正");
    await decide(id, "M39", "verify");
    await decide(id, "M40", "return");
    const returned = await recordOf(id, "M40");
    expect((await get(id)).form?.open).toEqual({
      facts: false,
      persons: true,
      personTimes: false,
      personDays: false,
    });
    expect(
      await perform(amendOutcomeProcedure, at(), {
        id: returned.id,
        version: returned.version,
        title: "示例",
        occurredOn: "2026-03-04",
        quantity: "29",
        fileId,
      }),
    ).toMatchObject({ ok: false, reason: "part-of-training" });
    const same = content("示例补正");
    for (const [change, reason] of [
      [{ personTimes: "61" }, "batch-number-closed"],
      [{ personDays: "70" }, "batch-number-closed"],
      [{ place: "示例礼堂" }, "batch-facts-closed"],
      [{ persons: "" }, "batch-number-stays"],
    ] as const) {
      expect(await amend(id, 1, { ...same, ...change })).toMatchObject({ ok: false, reason });
    }
    expect(await amend(id, 1, { ...same, persons: "29" })).toMatchObject({
      ok: true,
      value: { version: 2 },
    });
    expect((await get(id)).records.map((one) => [one.metricCode, one.quantity, one.state])).toEqual(
      [
        ["M41", "75.50", "submitted"],
        ["M39", "60.00", "verified"],
        ["M40", "29.00", "submitted"],
      ],
    );
    expect(await amend(id, 2, { ...same, persons: "28" })).toMatchObject({
      reason: "batch-closed",
    });
  });

  test("all of it returned: course, dates and place move with every result", async () => {
    const id = await reported("示例改期");
    for (const metric of ["M39", "M40", "M41"]) await decide(id, metric, "return");
    const result = await amend(id, 1, { ...content("示例改期二"), endsOn: "2026-03-05" });
    expect(result.ok).toBe(true);
    const keys = await db().outcomeRecord.findMany({ where: { training: { batchId: id } } });
    expect(new Set(keys.map(({ naturalKey }) => naturalKey))).toEqual(
      new Set(["示例改期二 · 2026-03-02/2026-03-05 · 示例教室"]),
    );
    await reported("示例占用");
    for (const metric of ["M39", "M40", "M41"]) await decide(id, metric, "return");
    expect(await amend(id, 2, content("示例占用"))).toMatchObject({ reason: "duplicate-batch" });
  });

  test("a number that was not known is added later, to what is verified already", async () => {
    const id = await reported("示例补数", { personTimes: "", personDays: "" });
    await decide(id, "M40", "verify");
    expect((await amend(id, 1, content("示例补数"))).ok).toBe(true);
    expect((await get(id)).records.map((one) => [one.metricCode, one.state])).toEqual([
      ["M41", "submitted"],
      ["M39", "submitted"],
      ["M40", "verified"],
    ]);
  });

  test("two at once: one of them is stale, nothing is submitted twice", async () => {
    const id = await reported("示例并发");
    await decide(id, "M40", "return");
    const results = await Promise.allSettled(
      [29, 28].map((persons) => amend(id, 1, { ...content("示例并发"), persons: `${persons}` })),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await recordOf(id, "M40")).version).toBe(3);
  });

  test("A-02 nobody else amends it, and in another alliance it is not there", async () => {
    const id = await reported("示例他人");
    await decide(id, "M40", "return");
    await expect(
      amend(id, 1, content("示例他人"), { actor: stage.otherReporter }),
    ).rejects.toMatchObject({ code: "forbidden" });
    const foreign = await createAlliance(db());
    await expect(
      ask(getTrainingProcedure, { actor: stage.reporter, tenant: foreign.slug }, { id }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("trainings.list", () => {
  test("behaviour 4.4 People: people of several trainings are at most their sum, attendances are added", async () => {
    const day = { startsOn: "2025-06-02", endsOn: "2025-06-04" };
    const first = await reported("示例合计甲", day);
    const second = await reported("示例合计乙", day);
    const list = (actor = stage.secretariat) =>
      ask(listTrainingsProcedure, at(actor), { from: "2025-06-01", to: "2025-06-30" });
    for (const metric of ["M39", "M40", "M41"]) await decide(first, metric, "verify");
    expect((await list()).totals).toEqual({
      personTimes: "60.00",
      persons: "30.00",
      personDays: "75.50",
      atMost: false,
      listed: 0,
      unlisted: 1,
    });
    await decide(second, "M40", "verify");
    const whole = await list();
    expect(whole.totals).toEqual({
      personTimes: "60.00",
      persons: "60.00",
      personDays: "75.50",
      atMost: true,
      listed: 0,
      unlisted: 2,
    });
    expect(whole.items.map(({ course, state }) => [course, state]).toSorted()).toEqual([
      ["示例合计乙", "submitted"],
      ["示例合计甲", "verified"],
    ]);
    // Another member reads what is verified, and nothing of the rest.
    const others = await list(stage.delegate);
    expect(others.items.find(({ id }) => id === second)).toMatchObject({
      persons: "30.00",
      personTimes: null,
      state: "verified",
    });
    const hidden = await reported("示例未核验", day);
    expect((await list(stage.delegate)).items.map(({ id }) => id)).not.toContain(hidden);
    await expect(get(hidden, stage.delegate)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the database keeps what a training says", () => {
  const change = (id: string, data: object) => db().trainingBatch.update({ where: { id }, data });

  test("I-16 its numbers are in order, agree with the records and stay once verified", async () => {
    const id = await reported("示例数据库");
    for (const data of [
      { persons: 61 },
      { personDays: 91 },
      { certified: 31 },
      { persons: null, personTimes: null, personDays: null },
      { fullDays: true, personDays: 40 },
      { endsOn: new Date("2026-03-01") },
      { partnerId: stage.school.id },
      { persons: 29 },
      { naturalKey: "示例另一个" },
    ]) {
      await expect(change(id, data)).rejects.toThrow();
    }
    await expect(
      db().outcomeRecord.updateMany({
        where: { training: { batchId: id }, metricCode: "M40" },
        data: { quantity: 29 },
      }),
    ).rejects.toThrow();
    await decide(id, "M40", "verify");
    await expect(change(id, { persons: 29 })).rejects.toThrow();
    await expect(db().trainingBatch.delete({ where: { id } })).rejects.toThrow();
    await expect(db().trainingBatchRecord.deleteMany({ where: { batchId: id } })).rejects.toThrow();
    const twin = await db().trainingBatch.findUniqueOrThrow({ where: { id } });
    await expect(
      db().trainingBatch.create({
        data: {
          ...twin,
          id: randomUUID(),
          naturalKey: ` ${twin.naturalKey.replaceAll(" · ", "·")}`,
        },
      }),
    ).rejects.toThrow();
  });
});

describe("evidence re-use: the paper of one training proves all of its numbers", () => {
  const reused = async (id: string) => {
    const records = await db().trainingBatchRecord.findMany({ where: { batchId: id } });
    const found = await db().outcomeFinding.findMany({
      where: { recordId: { in: records.map((one) => one.recordId) }, kind: "evidence_reused" },
      select: { details: true },
    });
    return found.map(({ details }) => details);
  };

  test("its own numbers are no second use; another training with the same paper is", async () => {
    const paper = (await createEvidence(db(), stage.alliance.id, stage.reporter)).id;
    const first = await reported("示例一纸课程", { fileId: paper });
    expect(await reused(first)).toEqual([]);
    const second = await reported("示例一纸课程二", { fileId: paper });
    expect(await reused(second)).toEqual([{ count: 3 }, { count: 3 }, { count: 3 }]);
    expect(await reused(first)).toEqual([]);
  });
});
