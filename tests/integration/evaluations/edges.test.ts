import { beforeAll, describe, expect, test } from "vitest";
import {
  assignExpertCommand,
  decideVetoCommand,
  declareSeatCommand,
  deskQuery,
  findVetoCommand,
  objectCommand,
  releaseExpertCommand,
  scoreSubjectCommand,
} from "@/lib/features/evaluations/procedures/judging";
import {
  getRoundQuery,
  getSubjectQuery,
  saveSelfCommand,
  stepRoundCommand,
  submitSelfCommand,
} from "@/lib/features/evaluations/procedures/rounds";
import { mayBecome } from "@/lib/features/evaluations/rules/states";
import {
  type EvaluationState,
  evaluationStates,
  roundSteps,
} from "@/lib/features/evaluations/types";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createRound } from "@/prisma/seed/factories/evaluations";
import { useDatabase } from "../../support/database";
import { atOnce } from "../colleges/world";
import { createMetrics } from "../outcomes/support";
import { callAs, createWorld, type Who, type World } from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
  await createMetrics(db());
});

const by = (who: Who) => callAs(world, who);
const begin = (state: EvaluationState, units = [world.school.id]) =>
  createRound(db(), { allianceId: world.alliance.id, organizationIds: units, state });
type Made = Awaited<ReturnType<typeof begin>>;
const read = (made: Made, who: Who = "clerk") => ask(getRoundQuery, by(who), { roundId: made.id });
const subject = (made: Made, who: Who = "clerk") =>
  ask(getSubjectQuery, by(who), { subjectId: made.subject });
const step = async (made: Made, to: (typeof roundSteps)[number], who: Who = "clerk") =>
  perform(stepRoundCommand, by(who), {
    roundId: made.id,
    version: (await read(made)).version,
    to,
  });
const where = (made: Made) => ({ allianceId_id: { allianceId: world.alliance.id, id: made.id } });
const today = () => dayIn(new Date(), "Asia/Shanghai");
const dueOn = (made: Made, days: number) =>
  db().evaluationRound.update({
    where: where(made),
    data: { selfDueOn: dateOf(addDays(today(), days)) },
  });
const patent = (quantity: number) =>
  db().outcomeRecord.create({
    data: {
      allianceId: world.alliance.id,
      organizationId: world.school.id,
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
const code = (made: Made, name: string) => made.indicators.get(name) ?? "";

describe("3.12 one step after the other", () => {
  const reachable = evaluationStates.slice(0, evaluationStates.indexOf("objection") + 1);
  test.each(reachable)("from %s every other step is refused and nothing changes", async (state) => {
    const made = await begin(state);
    for (const to of roundSteps.filter((one) => !mayBecome(state, one))) {
      expect(await step(made, to)).toMatchObject({ ok: false, reason: "evaluation-wrong-state" });
    }
    for (const to of evaluationStates.filter((one) => one !== state && !mayBecome(state, one))) {
      await expect(
        db().evaluationRound.update({ where: where(made), data: { state: to } }),
      ).rejects.toThrow(/constraint/);
    }
    expect(await read(made)).toMatchObject({ state, version: 1 });
  });

  test("two take the same step at once: one does", async () => {
    const made = await begin("scheme_published");
    const go = () =>
      perform(stepRoundCommand, by("clerk"), {
        roundId: made.id,
        version: 1,
        to: "self_evaluation",
      });
    expect(await atOnce([go, go])).toMatchObject({ done: 1, faults: ["stale"] });
    expect((await read(made)).events).toHaveLength(1);
  });

  test("the secretariat of another alliance finds nothing, and moves nothing", async () => {
    const made = await begin("scheme_published");
    const { stranger } = world.actors;
    const at = { actor: stranger, tenant: world.other.slug };
    const roundId = made.id;
    await expect(ask(getRoundQuery, at, { roundId })).rejects.toMatchObject({ code: "not-found" });
    await expect(
      perform(stepRoundCommand, at, { roundId, version: 1, to: "self_evaluation" }),
    ).rejects.toMatchObject({ code: "not-found" });
    expect(await read(made)).toMatchObject({ state: "scheme_published", version: 1 });
  });
});

describe("a self-evaluation that is missing", () => {
  test("before the day it is waited for; after it nothing is handed in, and the unit is judged by what is known", async () => {
    await patent(12);
    const made = await begin("self_evaluation");
    const save = () =>
      perform(saveSelfCommand, by("reporter"), {
        subjectId: made.subject,
        version: 1,
        entries: [{ indicatorId: code(made, "1.1"), value: "450" }],
      });
    await dueOn(made, 0);
    expect(await step(made, "data_verified")).toMatchObject({ reason: "evaluation-self-open" });
    await dueOn(made, -1);
    expect(await save()).toMatchObject({ reason: "evaluation-self-late" });
    const submit = { subjectId: made.subject, version: 1 };
    expect(await perform(submitSelfCommand, by("reporter"), submit)).toMatchObject({
      reason: "evaluation-self-late",
    });
    expect(await step(made, "data_verified")).toMatchObject({ ok: true });
    const lines = new Map((await subject(made)).lines.map((line) => [line.code, line]));
    expect(lines.get("1.1")).toMatchObject({ selfValue: null, verifiedValue: null });
    expect(lines.get("1.3")).toMatchObject({ selfValue: null, computedValue: "12.00" });
    expect((await read(made)).subjects[0]).toMatchObject({ submitted: false, unverified: 0 });
  });
});

describe("a value that is put right after the freeze", () => {
  test("the frozen one counts, the page says what the records say by now, and the database holds it", async () => {
    const made = await begin("self_evaluation");
    await dueOn(made, -1);
    await step(made, "data_verified");
    const line = async () => (await subject(made)).lines.find((one) => one.code === "1.3");
    const frozen = (await line())?.computedValue;
    expect(await line()).toMatchObject({ restated: null });
    await patent(3);
    expect(await line()).toMatchObject({
      computedValue: frozen,
      restated: (Number(frozen) + 3).toFixed(2),
    });
    expect((await read(made)).measuredAt).toBeInstanceOf(Date);
    await expect(
      db().evaluationEntry.updateMany({
        where: { subjectId: made.subject, indicatorId: code(made, "1.3") },
        data: { computedValue: 1n },
      }),
    ).rejects.toThrow(/constraint/);
  });
});

describe("I-12 an expert with a conflict", () => {
  const seatOf = async (made: Made, who: Who) =>
    (await ask(deskQuery, by(who), {})).items.find((one) => one.subject.id === made.subject)
      ?.seatId ?? "";
  const declare = async (made: Made, who: Who, answer: "clear" | "conflict") =>
    perform(declareSeatCommand, by(who), {
      seatId: await seatOf(made, who),
      answer,
      ...(answer === "conflict" && { reason: "示例：近三年有合作报酬" }),
    });
  const marks = async (made: Made, who: Who) =>
    perform(scoreSubjectCommand, by(who), {
      seatId: await seatOf(made, who),
      marks: [{ indicatorId: code(made, "2"), points: 80 }],
      comment: "示例意见",
    });

  test("who declares one is out of it, counts for nothing, and the round waits for another expert", async () => {
    const made = await begin("expert_scoring");
    const ask = (who: Who) =>
      perform(assignExpertCommand, by("clerk"), {
        roundId: made.id,
        personId: world.actors[who].personId ?? "",
      });
    await ask("expert1");
    expect(await step(made, "veto_check")).toMatchObject({ reason: "evaluation-sheets-missing" });
    expect(await declare(made, "expert1", "conflict")).toMatchObject({ ok: true });
    expect(await marks(made, "expert1")).toMatchObject({ reason: "evaluation-not-clear" });
    expect(await declare(made, "expert1", "clear")).toMatchObject({
      reason: "evaluation-declared",
    });
    expect(await step(made, "veto_check")).toMatchObject({ reason: "evaluation-experts-missing" });
    await ask("expert2");
    await declare(made, "expert2", "clear");
    expect(await marks(made, "expert2")).toMatchObject({ ok: true });
    expect(await step(made, "veto_check")).toMatchObject({ ok: true });
  });

  test("who gives no sheet is taken off by the office with a reason, and the round goes on with the others", async () => {
    const made = await begin("expert_scoring");
    const personOf = (who: Who) => world.actors[who].personId ?? "";
    const release = (who: Who, as: Who = "clerk") =>
      perform(releaseExpertCommand, by(as), {
        roundId: made.id,
        personId: personOf(who),
        reason: "示例：联系不上",
      });
    for (const who of ["expert1", "expert2"] as const) {
      await perform(assignExpertCommand, by("clerk"), {
        roundId: made.id,
        personId: personOf(who),
      });
    }
    await declare(made, "expert2", "clear");
    expect(await marks(made, "expert2")).toMatchObject({ ok: true });
    expect(await step(made, "veto_check")).toMatchObject({ reason: "evaluation-sheets-missing" });
    await expect(release("expert1", "expert2")).rejects.toMatchObject({ code: "forbidden" });
    expect(await release("expert1")).toMatchObject({ ok: true });
    expect(await release("expert1")).toMatchObject({ reason: "evaluation-expert-done" });
    expect(await release("expert2")).toMatchObject({ reason: "evaluation-expert-done" });
    await expect(release("expert3")).rejects.toMatchObject({ code: "not-found" });
    expect(await declare(made, "expert1", "clear")).toMatchObject({
      reason: "evaluation-declared",
    });
    expect(await step(made, "veto_check")).toMatchObject({ ok: true });
    expect(await release("expert1")).toMatchObject({ reason: "evaluation-wrong-state" });
  });

  test("a tie that comes about after the declaration shuts the sheet", async () => {
    const made = await begin("expert_scoring");
    await perform(assignExpertCommand, by("clerk"), {
      roundId: made.id,
      personId: world.actors.expert3.personId ?? "",
    });
    expect(await declare(made, "expert3", "clear")).toMatchObject({ ok: true });
    await db().interest.create({
      data: {
        allianceId: world.alliance.id,
        personId: world.actors.expert3.personId,
        counterpartId: world.school.id,
        kind: "equity",
        validFrom: new Date("2020-01-01"),
      },
    });
    expect(await marks(made, "expert3")).toMatchObject({ reason: "evaluation-expert-tied" });
    expect(await db().evaluationScore.count({ where: { seat: { subjectId: made.subject } } })).toBe(
      0,
    );
    expect(await declare(made, "expert3", "conflict")).toMatchObject({ ok: true });
  });
});

describe("I-15 a veto", () => {
  const find = (made: Made) =>
    perform(findVetoCommand, by("clerk"), {
      subjectId: made.subject,
      indicatorId: code(made, "4"),
      reason: "示例：重大安全事故",
    });
  test("two decide at once: one does; laid aside it overrides nothing, and it can be found again", async () => {
    const made = await begin("veto_check");
    const found = await find(made);
    const vetoId = found.ok ? found.value.id : "";
    const lay = () => perform(decideVetoCommand, by("supervisor"), { vetoId, confirmed: false });
    const hold = () => perform(decideVetoCommand, by("colleague"), { vetoId, confirmed: false });
    expect(await atOnce([lay, hold])).toMatchObject({ done: 1, faults: ["stale"] });
    expect(await find(made)).toMatchObject({ ok: true });
    expect(await find(made)).toMatchObject({ reason: "evaluation-veto-there" });
    expect(await step(made, "draft_result")).toMatchObject({ reason: "evaluation-veto-open" });
    await expect(
      db().evaluationRound.update({
        where: where(made),
        data: { state: "draft_result", draftedAt: new Date() },
      }),
    ).rejects.toThrow(/constraint/);
  });
});

describe("the result is told, and may be objected to", () => {
  test("its own people get one mail each with the last day, others none; after the day nothing is taken", async () => {
    const made = await begin("draft_result");
    expect(await step(made, "objection")).toMatchObject({ ok: true });
    const mails = await db().outboxMail.findMany({
      where: { dedupeKey: { startsWith: `evaluation/result/${made.id}/` } },
      orderBy: { recipient: "asc" },
    });
    const { leader, reporter } = world.actors;
    const users = await db().user.findMany({
      where: { id: { in: [leader.userId ?? "", reporter.userId ?? ""] } },
    });
    expect(mails.map(({ recipient }) => recipient)).toEqual(users.map(({ email }) => email).sort());
    const object = () =>
      perform(objectCommand, by("leader"), { subjectId: made.subject, text: "示例申诉" });
    expect(await object()).toMatchObject({ ok: true });
    await db().evaluationRound.update({
      where: where(made),
      data: { objectionUntil: dateOf(addDays(today(), -1)) },
    });
    expect(await object()).toMatchObject({ reason: "evaluation-objections-over" });
  });
});
