import { beforeAll, describe, expect, test } from "vitest";
import {
  answerObjectionCommand,
  assignExpertCommand,
  assignTaskCommand,
  decideVetoCommand,
  declareSeatCommand,
  deskQuery,
  findVetoCommand,
  getSeatQuery,
  objectCommand,
  recordVisitCommand,
  scoreSubjectCommand,
} from "@/lib/features/evaluations/procedures/judging";
import {
  getRoundQuery,
  getSubjectQuery,
  listRoundsQuery,
  openRoundCommand,
  ratifyRoundCommand,
  saveSelfCommand,
  stepRoundCommand,
  submitSelfCommand,
  verifyEntryCommand,
  verifyRestCommand,
} from "@/lib/features/evaluations/procedures/rounds";
import type { RoundStep } from "@/lib/features/evaluations/types";
import {
  acceptTaskCommand,
  reportTaskCommand,
  returnTaskCommand,
} from "@/lib/features/tasks/procedures";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createScheme } from "@/prisma/seed/factories/evaluations";
import { useDatabase } from "../../support/database";
import { atOnce } from "../colleges/world";
import { createMetrics } from "../outcomes/support";
import { ratifying } from "./resolution";
import { callAs, createWorld, type Who, type World } from "./world";

const { db } = useDatabase();
let world: World;
let scheme: Awaited<ReturnType<typeof createScheme>>;
let roundId = "";
const TITLE = "示例 2025 年度成员单位绩效评价";
beforeAll(async () => {
  world = await createWorld(db());
  await createMetrics(db());
  scheme = await createScheme(db(), {
    allianceId: world.alliance.id,
    state: "published",
    publicGrades: true,
  });
  for (const [organizationId, quantity] of [
    [world.school.id, 12],
    [world.second.id, 20],
  ] as const) {
    await db().outcomeRecord.create({
      data: {
        allianceId: world.alliance.id,
        organizationId,
        metricCode: "M35",
        title: "示例专利",
        year: 2025,
        occurredOn: new Date("2025-05-01"),
        quantity,
        state: "verified",
        submittedAt: new Date("2025-06-01"),
        verifiedAt: new Date("2025-06-02"),
        verifiedById: world.actors.chair.userId,
      },
    });
  }
});

const by = (who: Who) => callAs(world, who);
const round = (who: Who = "clerk") => ask(getRoundQuery, by(who), { roundId });
const step = async (to: RoundStep, more: { note?: string } = {}, who: Who = "clerk") =>
  perform(stepRoundCommand, by(who), { roundId, version: (await round()).version, to, ...more });
const subjectOf = async (organizationId: string) => {
  const found = await db().evaluationSubject.findFirstOrThrow({
    where: { roundId, organizationId },
  });
  return found.id;
};
const subject = async (organizationId: string, who: Who = "clerk") =>
  ask(getSubjectQuery, by(who), { subjectId: await subjectOf(organizationId) });
const code = (name: string) => scheme.indicators.get(name) ?? "";
const save = async (organizationId: string, who: Who, entries: object[]) => {
  const { id, version } = await subject(organizationId);
  return perform(saveSelfCommand, by(who), {
    subjectId: id,
    version,
    entries: entries as { indicatorId: string }[],
  });
};
const submit = async (organizationId: string, who: Who) => {
  const { id, version } = await subject(organizationId);
  return perform(submitSelfCommand, by(who), { subjectId: id, version });
};
const line = async (organizationId: string, name: string, who: Who = "clerk") =>
  (await subject(organizationId, who)).lines.find((one) => one.code === name);
const seatOf = async (who: Who, organizationId: string) => {
  const { items } = await ask(deskQuery, by(who), {});
  const id = await subjectOf(organizationId);
  return items.find((one) => one.subject.id === id)?.seatId ?? "";
};
const sheet = async (who: Who, organizationId: string, points: number) =>
  perform(scoreSubjectCommand, by(who), {
    seatId: await seatOf(who, organizationId),
    marks: [{ indicatorId: code("2"), points }],
    comment: "示例意见",
  });
const experts = ["expert1", "expert2", "expert3", "expert4", "expert5"] as const;

describe("3.12 from the scheme to the follow-up", () => {
  test("a round is opened once, for members; strangers are not found", async () => {
    const open = (keyIds: string[]) => () =>
      perform(openRoundCommand, by("clerk"), {
        schemeId: scheme.id,
        year: 2025,
        title: TITLE,
        selfDueOn: "2199-01-01",
        keyIds,
      });
    await expect(open([world.other.id])()).rejects.toMatchObject({ code: "not-found" });
    const keyIds = [world.school.id, world.second.id];
    const two = await atOnce([open(keyIds), open(keyIds)]);
    expect(two).toEqual({ done: 1, refused: ["evaluation-exists"], faults: [] });
    roundId = (await ask(listRoundsQuery, by("clerk"), {})).items[0]?.id ?? "";
    expect((await round()).subjects).toHaveLength(2);
    expect((await round("reporter")).subjects).toMatchObject([
      { name: world.school.name, opens: true },
    ]);
    expect((await ask(listRoundsQuery, by("contact"), {})).total).toBe(0);
    await expect(round("contact")).rejects.toMatchObject({ code: "not-found" });
  });

  test("no step is left out, and none goes back", async () => {
    for (const to of ["data_verified", "published", "follow_up"] as const) {
      expect(await step(to)).toMatchObject({ ok: false, reason: "evaluation-wrong-state" });
    }
    expect(await step("self_evaluation")).toMatchObject({ ok: true });
    expect(await step("self_evaluation")).toMatchObject({ reason: "evaluation-wrong-state" });
  });

  test("a unit evaluates itself and no other one; a draft is saved as often as one likes", async () => {
    const entries = [
      { indicatorId: code("1.1"), value: "450" },
      { indicatorId: code("1.2"), value: "45", note: "示例名册" },
      { indicatorId: code("1.3"), value: "15" },
      {
        indicatorId: code("1.4"),
        items: [
          { key: "示例平台", title: "示例平台", level: "provincial" },
          { key: "示例平台", title: "示例平台", level: "national" },
        ],
      },
    ];
    const fault = await save(world.school.id, "rival", entries).catch((error) => error);
    expect(fault.code).toBe("not-found");
    expect(await save(world.school.id, "reporter", entries.slice(0, 1))).toMatchObject({
      ok: true,
    });
    expect(await save(world.school.id, "reporter", entries)).toMatchObject({ ok: true });
    await expect(
      save(world.school.id, "reporter", [{ indicatorId: code("2"), value: "100" }]),
    ).rejects.toMatchObject({ code: "not-found" });
    expect(await step("data_verified")).toMatchObject({ reason: "evaluation-self-open" });
    expect(await submit(world.school.id, "reporter")).toMatchObject({ ok: true });
    expect(await save(world.school.id, "reporter", entries)).toMatchObject({
      reason: "evaluation-self-handed-in",
    });
    await save(world.second.id, "rival", [{ indicatorId: code("1.1"), value: "600" }]);
    expect(await submit(world.second.id, "rival")).toMatchObject({ ok: true });
    expect(await subject(world.school.id, "reporter")).toMatchObject({
      total: null,
      selfTotal: "44.25",
    });
  });

  test("A-31 what is computed stays beside what was reported, and another person verifies the rest", async () => {
    expect(await step("data_verified")).toMatchObject({ ok: true });
    expect(await line(world.school.id, "1.3")).toMatchObject({
      selfValue: "15.00",
      computedValue: "12.00",
      difference: "-3.00",
    });
    expect(await step("expert_scoring")).toMatchObject({ reason: "evaluation-unverified" });
    const subjectId = await subjectOf(world.school.id);
    const verify = (indicatorId: string, value: string) =>
      perform(verifyEntryCommand, by("clerk"), { subjectId, indicatorId, value });
    expect(await verify(code("1.3"), "15")).toMatchObject({ reason: "evaluation-value-computed" });
    expect(await verify(code("1.1"), "300")).toMatchObject({ ok: true });
    expect(await perform(verifyRestCommand, by("clerk"), { subjectId })).toMatchObject({
      ok: true,
    });
    const second = await subjectOf(world.second.id);
    await perform(verifyRestCommand, by("clerk"), { subjectId: second });
    expect(await line(world.school.id, "1.1")).toMatchObject({ verifiedValue: "300.00" });
    await expect(
      db().evaluationEntry.updateMany({
        where: { subjectId, indicatorId: code("1.1") },
        data: { enteredById: world.actors.clerk.userId },
      }),
    ).rejects.toThrow(/two_persons/);
  });

  test("experts near a unit are not asked about it; nothing opens before the declaration", async () => {
    await db().interest.create({
      data: {
        allianceId: world.alliance.id,
        personId: world.actors.expert5.personId,
        counterpartId: world.school.id,
        kind: "equity",
        validFrom: new Date("2020-01-01"),
      },
    });
    for (const who of experts) {
      const personId = world.actors[who].personId ?? "";
      const made = await perform(assignExpertCommand, by("clerk"), { roundId, personId });
      expect(made).toMatchObject({ ok: true });
    }
    expect(await seatOf("expert5", world.school.id)).toBe("");
    const seatId = await seatOf("expert1", world.school.id);
    expect((await ask(getSeatQuery, by("expert1"), { seatId })).lines).toEqual([]);
    await expect(ask(getSeatQuery, by("expert2"), { seatId })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await step("expert_scoring")).toMatchObject({ ok: true });
    expect(await sheet("expert1", world.school.id, 80)).toMatchObject({
      reason: "evaluation-not-clear",
    });
    for (const who of experts) {
      for (const unit of [world.school.id, world.second.id]) {
        const own = await seatOf(who, unit);
        if (own) await perform(declareSeatCommand, by(who), { seatId: own, answer: "clear" });
      }
    }
    expect((await ask(getSeatQuery, by("expert1"), { seatId })).lines.length).toBeGreaterThan(0);
  });

  test("marks are blind before the close, also in the database, and given once", async () => {
    expect(await sheet("expert1", world.school.id, 80)).toMatchObject({ ok: true });
    expect(await sheet("expert1", world.school.id, 90)).toMatchObject({
      reason: "evaluation-scored",
    });
    const twice = async () => sheet("expert2", world.school.id, 90);
    expect((await atOnce([twice, twice])).done).toBe(1);
    expect(await sheet("expert3", world.school.id, 100)).toMatchObject({ ok: true });
    const seen = (personId: string | null) => db().$queryRaw<{ points: number }[]>`
      SELECT points FROM evaluation_scores_seen(${world.alliance.id}::uuid, ${personId}::uuid) WHERE round_id = ${roundId}::uuid`;
    expect(await seen(world.actors.expert1.personId)).toEqual([{ points: 80 }]);
    expect(await seen(world.actors.clerk.personId)).toEqual([]);
    expect((await line(world.school.id, "2"))?.marks).toEqual([]);
    await expect(db().evaluationScore.updateMany({ data: { points: 1 } })).rejects.toThrow();
    const visit = {
      subjectId: await subjectOf(world.school.id),
      on: "2026-01-02",
      people: "示例",
      note: "示例",
    };
    expect(await perform(recordVisitCommand, by("expert1"), visit)).toMatchObject({ ok: true });
    expect(await step("veto_check")).toMatchObject({ reason: "evaluation-sheets-missing" });
    expect(await sheet("expert4", world.school.id, 90)).toMatchObject({ ok: true });
    for (const [who, points] of [
      ["expert1", 10],
      ["expert2", 70],
      ["expert3", 71],
      ["expert4", 72],
      ["expert5", 100],
    ] as const) {
      expect(await sheet(who, world.second.id, points)).toMatchObject({ ok: true });
    }
    expect(await step("veto_check")).toMatchObject({ ok: true });
  });

  test("I-15 a veto is found by one and confirmed by another; nothing goes on between", async () => {
    const subjectId = await subjectOf(world.second.id);
    const found = await perform(findVetoCommand, by("clerk"), {
      subjectId,
      indicatorId: code("4"),
      reason: "示例：重大安全事故",
    });
    const vetoId = found.ok ? found.value.id : "";
    expect(await step("draft_result")).toMatchObject({ reason: "evaluation-veto-open" });
    const decide = (who: Who) => perform(decideVetoCommand, by(who), { vetoId, confirmed: true });
    expect(await decide("clerk")).toMatchObject({ reason: "evaluation-same-person" });
    expect(await decide("supervisor")).toMatchObject({ ok: true });
    expect((await subject(world.second.id, "rival")).total).toBeNull();
    expect(await step("draft_result")).toMatchObject({ ok: true });
  });

  test("the veto overrides the total, points are those of the rules, marks of five are trimmed", async () => {
    const [school, second] = [await subject(world.school.id), await subject(world.second.id)];
    // 20 × 300/600 + 15 × 45/60 + 15 × 12/20 + 3 + 40 × 90/100
    expect(school).toMatchObject({ total: "69.25", grade: "c", rank: 1, vetoed: false });
    // 20 + 15 + 40 × 71/100: 10 and 100 are left out
    expect(second).toMatchObject({ total: "63.40", grade: "d", rank: null, vetoed: true });
    expect(school.lines.find(({ code: one }) => one === "1.4")).toMatchObject({ points: "3.00" });
    expect(second.lines.find(({ code: one }) => one === "2")).toMatchObject({ mean: "71.00" });
    expect((await subject(world.school.id, "reporter")).total).toBeNull();
  });

  test("objections: own unit, in time, answered by somebody without a hand in it; upheld, all is drawn up again", async () => {
    expect(await step("objection")).toMatchObject({ ok: true });
    expect((await subject(world.school.id, "reporter")).total).toBe("69.25");
    const subjectId = await subjectOf(world.school.id);
    const object = (who: Who) =>
      perform(objectCommand, by(who), { subjectId, text: "示例：到账应为 450" });
    await expect(object("rival")).rejects.toMatchObject({ code: "not-found" });
    const raised = await object("leader");
    const objectionId = raised.ok ? raised.value.id : "";
    const answer = (who: Who) =>
      perform(answerObjectionCommand, by(who), {
        objectionId,
        upheld: true,
        answer: "示例：补充凭证有效",
        indicatorId: code("1.1"),
        value: "450",
      });
    expect(await answer("clerk")).toMatchObject({ reason: "evaluation-same-person" });
    expect(await answer("colleague")).toMatchObject({ ok: true });
    expect(await answer("colleague")).toMatchObject({ reason: "evaluation-answered" });
    expect(await subject(world.school.id)).toMatchObject({
      total: "74.25",
      grade: "b",
      objections: [{ state: "upheld", valueBefore: "300.00", valueAfter: "450.00" }],
    });
  });

  test("only a carried resolution of the council that names the round ratifies it, after the objections, by another person", async () => {
    const fitting = await ratifying(world, TITLE);
    const other = await ratifying(world, "示例其他事项");
    const ratify = async (resolutionId: string, who: Who = "colleague") =>
      perform(ratifyRoundCommand, by(who), {
        roundId,
        version: (await round()).version,
        resolutionId,
      });
    expect(await ratify(fitting.id)).toMatchObject({ reason: "evaluation-objections-run" });
    const where = { allianceId_id: { allianceId: world.alliance.id, id: roundId } };
    await expect(
      db().evaluationRound.update({
        where,
        data: { state: "council_ratified", resolutionId: fitting.id },
      }),
    ).rejects.toThrow(/Foreign key constraint/);
    await db().evaluationRound.update({ where, data: { objectionUntil: new Date("2026-01-12") } });
    expect(await ratify(fitting.id, "clerk")).toMatchObject({ reason: "evaluation-same-person" });
    expect(await ratify(other.id)).toMatchObject({ reason: "evaluation-resolution-unfit" });
    expect(await ratify(fitting.id)).toMatchObject({ ok: true });
    await expect(
      db().evaluationSubject.updateMany({ where: { roundId }, data: { total: 9999 } }),
    ).rejects.toThrow(/Foreign key constraint/);
    await expect(
      db().evaluationRound.update({ where, data: { state: "objection" } }),
    ).rejects.toThrow(/Foreign key constraint/);
  });

  test("visitors see grades once published where the scheme says so, and neither totals nor places", async () => {
    const visitor = { actor: anonymous, tenant: world.alliance.slug };
    await expect(ask(getRoundQuery, visitor, { roundId })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await step("published")).toMatchObject({ ok: true });
    const open = await ask(getRoundQuery, visitor, { roundId });
    expect(open.subjects.some(({ opens }) => opens)).toBe(false);
    expect(open.subjects.map(({ grade, total, rank }) => [grade, total, rank]).toSorted()).toEqual([
      ["b", null, null],
      ["d", null, null],
    ]);
    const subjectId = await subjectOf(world.school.id);
    await expect(ask(getSubjectQuery, visitor, { subjectId })).rejects.toMatchObject({
      code: "not-found",
    });
    expect((await round()).subjects.find(({ vetoed }) => vetoed)?.feed).toBe("warning");
  });

  test("C and D are given tasks; what is reported is looked at again, and the follow-up closes when all is accepted", async () => {
    expect(await step("rectification")).toMatchObject({ reason: "evaluation-tasks-missing" });
    const subjectId = await subjectOf(world.second.id);
    const made = await perform(assignTaskCommand, by("clerk"), {
      subjectId,
      title: "示例整改",
      personId: world.actors.rival.personId ?? "",
      dueOn: "2199-01-01",
    });
    expect(made).toMatchObject({ ok: true });
    expect(await step("rectification")).toMatchObject({ ok: true });
    expect(await step("follow_up", { note: "示例" })).toMatchObject({
      reason: "evaluation-tasks-open",
    });
    const taskId = made.ok ? made.value.id : "";
    const at = async () => ({
      taskId,
      version: (await db().task.findFirstOrThrow({ where: { id: taskId } })).version,
    });
    const report = async () =>
      perform(reportTaskCommand, by("rival"), {
        ...(await at()),
        text: "示例：已整改",
        done: true,
      });
    const done = async () => (await round()).subjects.find(({ id }) => id === subjectId)?.tasksDone;
    expect(await report()).toMatchObject({ ok: true });
    const back = { ...(await at()), text: "示例：复查未通过" };
    expect(await perform(returnTaskCommand, by("clerk"), back)).toMatchObject({ ok: true });
    expect(await step("follow_up", { note: "示例" })).toMatchObject({
      reason: "evaluation-tasks-open",
    });
    expect([await report(), await done()]).toMatchObject([{ ok: true }, 0]);
    expect(await perform(acceptTaskCommand, by("clerk"), await at())).toMatchObject({ ok: true });
    expect(await done()).toBe(1);
    expect(await step("follow_up")).toMatchObject({ reason: "evaluation-conclusion-missing" });
    expect(await step("follow_up", { note: "示例：整改完成" })).toMatchObject({ ok: true });
    expect((await round()).may.step).toBeNull();
  });
});
