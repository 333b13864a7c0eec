import { beforeAll, expect, test } from "vitest";
import {
  answerObjectionCommand,
  objectCommand,
} from "@/lib/features/evaluations/procedures/judging";
import {
  getRoundQuery,
  getSubjectQuery,
  ratifyRoundCommand,
  sendBackCommand,
  stepRoundCommand,
} from "@/lib/features/evaluations/procedures/rounds";
import type { RoundStep } from "@/lib/features/evaluations/types";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createRound, createScheme } from "@/prisma/seed/factories/evaluations";
import { useDatabase } from "../../support/database";
import { atOnce } from "../colleges/world";
import { createMetrics } from "../outcomes/support";
import { ratifying, voted } from "./resolution";
import { callAs, createWorld, type Who, type World } from "./world";

const { db } = useDatabase();
const TITLE = "示例 2025 年度评价";
let world: World;
let made: Awaited<ReturnType<typeof createRound>>;
beforeAll(async () => {
  world = await createWorld(db());
  await createMetrics(db());
  const { id: schemeId } = await createScheme(db(), {
    allianceId: world.alliance.id,
    state: "published",
    leastExperts: 1,
  });
  made = await createRound(db(), {
    allianceId: world.alliance.id,
    organizationIds: [world.school.id],
    state: "veto_check",
    schemeId,
    title: TITLE,
  });
});

const by = (who: Who) => callAs(world, who);
const read = () => ask(getRoundQuery, by("clerk"), { roundId: made.id });
const at = async () => ({ roundId: made.id, version: (await read()).version });
const step = async (to: RoundStep) =>
  perform(stepRoundCommand, by("clerk"), { ...(await at()), to });
const sendBack = async (motionId: string) =>
  perform(sendBackCommand, by("clerk"), { ...(await at()), motionId, reason: "示例：数据待复核" });
const total = async (who: Who) =>
  (await ask(getSubjectQuery, by(who), { subjectId: made.subject })).total;
const where = () => ({ allianceId_id: { allianceId: world.alliance.id, id: made.id } });

test("ratification failed: nothing ratifies it, and only the motion that failed takes it back", async () => {
  await step("draft_result");
  await step("objection");
  await db().evaluationRound.update({
    where: where(),
    data: { objectionUntil: new Date("2026-01-12") },
  });
  const carried = await ratifying(world, TITLE);
  const other = await voted(world, "示例其他事项", "rejected");
  expect(await sendBack(carried.motionId)).toMatchObject({ reason: "evaluation-motion-unfit" });
  expect(await sendBack(other.id)).toMatchObject({ reason: "evaluation-motion-unfit" });
  await expect(
    db().evaluationRound.update({
      where: where(),
      data: { state: "data_verified", declinedMotionId: carried.motionId },
    }),
  ).rejects.toThrow(/constraint/);
  expect((await read()).may.sendBack).toBe(false);
});

test("objections are answered before it goes back", async () => {
  const motion = await voted(world, TITLE, "rejected");
  expect((await read()).declined.map(({ id }) => id)).toEqual([motion.id]);
  await db().evaluationRound.update({
    where: where(),
    data: { objectionUntil: new Date("2199-01-01") },
  });
  const raised = await perform(objectCommand, by("leader"), {
    subjectId: made.subject,
    text: "示例申诉",
  });
  expect(await sendBack(motion.id)).toMatchObject({ reason: "evaluation-objections-open" });
  const answer = (who: Who) => () =>
    perform(answerObjectionCommand, by(who), {
      objectionId: raised.ok ? raised.value.id : "",
      upheld: false,
      answer: "示例答复",
    });
  expect(await atOnce([answer("colleague"), answer("supervisor")])).toEqual({
    done: 1,
    refused: ["evaluation-answered"],
    faults: [],
  });
});

test("it goes back once, the result is void, and it is drawn up and voted on once more", async () => {
  const [motion] = (await read()).declined;
  const before = await read();
  expect(await total("leader")).toBe("0.00");
  const go = () =>
    perform(sendBackCommand, by("clerk"), {
      roundId: made.id,
      version: before.version,
      motionId: motion?.id ?? "",
      reason: "示例：数据待复核",
    });
  expect(await atOnce([go, go])).toMatchObject({ done: 1, faults: ["stale"] });
  expect(await read()).toMatchObject({ state: "data_verified", objectionUntil: null });
  expect((await read()).events.at(-1)).toMatchObject({ note: "示例：数据待复核" });
  expect(await total("leader")).toBeNull();
  expect(await total("clerk")).toBeNull();
  expect(await step("expert_scoring")).toMatchObject({ ok: true });
  expect(await step("veto_check")).toMatchObject({ reason: "evaluation-experts-missing" });
});

test("two ratify at once: one does, by a resolution that came after the second draft", async () => {
  await db().evaluationRound.update({ where: where(), data: { state: "veto_check" } });
  await step("draft_result");
  await step("objection");
  await db().evaluationRound.update({
    where: where(),
    data: { objectionUntil: new Date("2026-01-12") },
  });
  const resolution = await ratifying(world, TITLE);
  const { version } = await read();
  const ratify = () =>
    perform(ratifyRoundCommand, by("colleague"), {
      roundId: made.id,
      version,
      resolutionId: resolution.id,
    });
  expect(await atOnce([ratify, ratify])).toMatchObject({ done: 1, faults: ["stale"] });
  expect(await sendBack(resolution.motionId)).toMatchObject({ reason: "evaluation-wrong-state" });
});
