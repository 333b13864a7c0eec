import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import {
  answerObjectionCommand,
  objectCommand,
} from "@/lib/features/evaluations/procedures/judging";
import {
  getRoundQuery,
  getSubjectQuery,
  returnSelfCommand,
  saveSelfCommand,
  stepRoundCommand,
  submitSelfCommand,
  verifyEntryCommand,
  verifyRestCommand,
} from "@/lib/features/evaluations/procedures/rounds";
import type { EvaluationState, RoundStep } from "@/lib/features/evaluations/types";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createRound } from "@/prisma/seed/factories/evaluations";
import { useDatabase } from "../../support/database";
import { createMetrics } from "../outcomes/support";
import { callAs, createWorld, type Who, type World } from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
  await createMetrics(db());
});

const by = (who: Who) => callAs(world, who);
const begin = (state: EvaluationState) =>
  createRound(db(), {
    allianceId: world.alliance.id,
    organizationIds: [world.school.id],
    state,
  });
type Made = Awaited<ReturnType<typeof begin>>;
const subject = (made: Made, who: Who = "clerk") =>
  ask(getSubjectQuery, by(who), { subjectId: made.subject });
const step = async (made: Made, to: RoundStep, who: Who) => {
  const { version } = await ask(getRoundQuery, by(who), { roundId: made.id });
  return perform(stepRoundCommand, by(who), { roundId: made.id, version, to });
};
const code = (made: Made, name: string) => made.indicators.get(name) ?? "";
const set = (made: Made, data: object) =>
  db().evaluationRound.update({
    where: { allianceId_id: { allianceId: world.alliance.id, id: made.id } },
    data,
  });
const dayAway = (days: number) => dateOf(addDays(dayIn(new Date(), "Asia/Shanghai"), days));
const own = (made: Made) => ({ allianceId: world.alliance.id, subjectId: made.subject });

const personOf = (who: Who) => world.actors[who].personId ?? "";

async function handIn(made: Made, who: Who) {
  await perform(saveSelfCommand, by(who), {
    subjectId: made.subject,
    version: 1,
    entries: [
      { indicatorId: code(made, "1.1"), value: "450" },
      {
        indicatorId: code(made, "1.4"),
        items: [{ key: "示例平台", title: "示例平台", level: "provincial" }],
      },
    ],
  });
  return perform(submitSelfCommand, by(who), { subjectId: made.subject, version: 2 });
}

describe("a self-evaluation that was handed in", () => {
  test("goes back with a reason up to the last day, and stays handed in after it", async () => {
    const made = await begin("self_evaluation");
    expect(await handIn(made, "reporter")).toMatchObject({ ok: true });
    const back = async () =>
      perform(returnSelfCommand, by("clerk"), {
        subjectId: made.subject,
        version: (await subject(made)).version,
        reason: "示例：请补充名册",
      });
    await set(made, { selfDueOn: dayAway(-1) });
    expect((await subject(made)).may.giveBack).toBe(false);
    expect(await back()).toMatchObject({ reason: "evaluation-self-late" });
    expect((await subject(made)).submittedAt).toBeInstanceOf(Date);
    await set(made, { selfDueOn: dayAway(0) });
    expect((await subject(made)).may.giveBack).toBe(true);
    expect(await back()).toMatchObject({ ok: true });
    expect(await subject(made, "reporter")).toMatchObject({
      submittedAt: null,
      returnReason: "示例：请补充名册",
      may: { save: true },
    });
  });

  test("I-15 on paper by the office: who typed it neither verifies it nor answers an objection about it", async () => {
    const made = await begin("self_evaluation");
    expect(await handIn(made, "clerk")).toMatchObject({ ok: true });
    await step(made, "data_verified", "clerk");
    const entry = { subjectId: made.subject, indicatorId: code(made, "1.1"), value: "450" };
    const rest = (who: Who) => perform(verifyRestCommand, by(who), { subjectId: made.subject });
    expect(await perform(verifyEntryCommand, by("clerk"), entry)).toMatchObject({
      reason: "evaluation-same-person",
    });
    expect(await rest("clerk")).toMatchObject({ reason: "evaluation-same-person" });
    const stray = { ...entry, indicatorId: code(made, "1.4"), rejected: [randomUUID()] };
    await expect(perform(verifyEntryCommand, by("colleague"), stray)).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await db().evaluationItem.count({ where: { entry: own(made), accepted: null } })).toBe(
      1,
    );
    expect(await rest("colleague")).toMatchObject({ ok: true });
    const verifiers = await db().evaluationEntry.findMany({
      where: { ...own(made), indicatorId: { in: [code(made, "1.1"), code(made, "1.4")] } },
    });
    expect(verifiers.map(({ verifiedById }) => verifiedById)).toEqual(
      Array(2).fill(world.actors.colleague.userId),
    );
    for (const state of ["expert_scoring", "veto_check"] as const) await set(made, { state });
    await step(made, "draft_result", "colleague");
    await step(made, "objection", "colleague");
    const raised = await perform(objectCommand, by("leader"), {
      subjectId: made.subject,
      text: "示例申诉",
    });
    const answer = (who: Who) =>
      perform(answerObjectionCommand, by(who), {
        objectionId: raised.ok ? raised.value.id : "",
        upheld: true,
        answer: "示例答复",
        indicatorId: code(made, "1.1"),
        value: "300",
      });
    for (const who of ["clerk", "colleague"] as const) {
      expect((await subject(made, who)).objections).toMatchObject([{ mayAnswer: false }]);
      expect(await answer(who)).toMatchObject({ reason: "evaluation-same-person" });
    }
    expect((await subject(made, "supervisor")).objections).toMatchObject([{ mayAnswer: true }]);
    expect(await answer("supervisor")).toMatchObject({ ok: true });
  });
});

describe("the database holds what its stage has left behind", () => {
  test("items once experts score, seats once they have", async () => {
    const made = await begin("data_verified");
    const entry = await db().evaluationEntry.create({
      data: { ...own(made), indicatorId: code(made, "1.4") },
    });
    const item = { allianceId: world.alliance.id, entryId: entry.id };
    const one = { ...item, key: "示例", title: "示例", level: "national" as const };
    await db().evaluationItem.create({ data: one });
    const seat = (who: "expert1" | "expert2") =>
      db().evaluationSeat.create({ data: { ...own(made), personId: personOf(who) } });
    await seat("expert1");
    await set(made, { state: "expert_scoring" });
    const changed = db().evaluationItem.updateMany({ where: item, data: { accepted: true } });
    await expect(changed).rejects.toThrow(/constraint/);
    await expect(db().evaluationItem.create({ data: one })).rejects.toThrow(/constraint/);
    await expect(db().evaluationItem.deleteMany({ where: item })).rejects.toThrow(/constraint/);
    const submit = (submittedAt: Date | null) =>
      db().evaluationSeat.updateMany({
        where: own(made),
        data: { state: "clear", declaredAt: new Date("2026-01-05"), submittedAt },
      });
    await submit(new Date("2026-01-06"));
    await expect(submit(null)).rejects.toThrow(/constraint/);
    await seat("expert2");
    await set(made, { state: "veto_check" });
    await expect(
      db().evaluationSeat.updateMany({
        where: { ...own(made), submittedAt: null },
        data: { state: "clear", declaredAt: new Date("2026-01-07") },
      }),
    ).rejects.toThrow(/constraint/);
  });

  test("a veto is open or confirmed once, and decided once", async () => {
    const made = await begin("veto_check");
    const find = (name: string) =>
      db().evaluationVeto.create({
        data: { ...own(made), indicatorId: code(made, name), reason: "示例" },
      });
    await expect(find("1.1")).rejects.toThrow(/constraint/);
    await find("4");
    await expect(find("4")).rejects.toMatchObject({ code: "P2002" });
    const decide = (state: "found" | "dismissed") =>
      db().evaluationVeto.updateMany({
        where: own(made),
        data: { state, decidedAt: state === "found" ? null : new Date("2026-01-05") },
      });
    await decide("dismissed");
    await expect(decide("found")).rejects.toThrow(/constraint/);
    await find("4");
    await db().evaluationVeto.deleteMany({ where: { ...own(made), state: "found" } });
    await set(made, { state: "draft_result", draftedAt: new Date() });
    await expect(find("4")).rejects.toThrow(/constraint/);
  });

  test("an objection after the last day is none, and an answer stays", async () => {
    const made = await begin("objection");
    const raise = (day: string) =>
      db().evaluationObjection.create({
        data: { ...own(made), text: "示例", createdAt: new Date(`${day}T04:00:00Z`) },
      });
    await expect(raise("2026-01-13")).rejects.toThrow(/constraint/);
    await raise("2026-01-12");
    const answer = (text: string) =>
      db().evaluationObjection.updateMany({
        where: own(made),
        data: { state: "rejected", answer: text, answeredAt: new Date("2026-01-12") },
      });
    await answer("示例");
    await expect(answer("示例：另一答复")).rejects.toThrow(/constraint/);
    await expect(db().evaluationObjection.deleteMany({ where: own(made) })).rejects.toThrow(
      /constraint/,
    );
  });
});
