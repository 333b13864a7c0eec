import { beforeAll, describe, expect, test } from "vitest";
import {
  activateRulesCommand,
  answerRuleCommand,
  getBodyRulesQuery,
  getDraftQuery,
  listRulesQuery,
  proposeRulesCommand,
  withdrawDraftCommand,
} from "@/lib/features/bodies/procedures/rule-sets";
import { answersOf } from "@/lib/features/bodies/rules/wizard";
import { answers } from "@/lib/features/bodies/schema/rule-sets";
import { matters } from "@/lib/features/bodies/types";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import { type Actor, anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { createBody, createCouncil } from "@/prisma/seed/factories/governance";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "../../support/database";

const { db } = useDatabase();
const today = dayIn(new Date(), "Asia/Shanghai");
const tomorrow = addDays(today, 1);
const article = { articleRef: "示例章程 第十八条" };

async function scene() {
  const alliance = await createAlliance(db());
  const allianceId = alliance.id;
  const first = await createActor(db(), "secretariat", { allianceId });
  const second = await createActor(db(), "secretariat", { allianceId });
  const council = await createCouncil(db(), { allianceId });
  const call = (actor: Actor) => ({ actor, tenant: alliance.slug });
  return { alliance, allianceId, first, second, council, bodyId: council.body.id, call };
}
type Scene = Awaited<ReturnType<typeof scene>>;
let elsewhere: Scene;
beforeAll(async () => {
  elsewhere = await scene();
});

const propose = (s: Scene, more: Record<string, unknown> = {}) =>
  perform(proposeRulesCommand, s.call(s.first), {
    bodyId: s.bodyId,
    source: "foundation",
    validFrom: tomorrow,
    ...article,
    ...more,
  });
async function draftOf(s: Scene, more: Record<string, unknown> = {}) {
  const result = await propose(s, more);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}
const activate = (s: Scene, actor: Actor, draft: { id: string; version: number }, more = {}) =>
  perform(activateRulesCommand, s.call(actor), {
    draftId: draft.id,
    version: draft.version,
    ...more,
  });

async function resolutionOf(s: Scene, matter: "charter" | "ordinary" = "charter") {
  const rule = await db().ruleSet.findFirstOrThrow({
    where: { bodyId: s.bodyId, matter },
  });
  const meeting = await db().meeting.create({
    data: {
      allianceId: s.allianceId,
      bodyId: s.bodyId,
      title: "示例会议",
      mode: "room",
      state: "closed",
      scheduledAt: dateOf("2026-03-10"),
    },
  });
  const item = await db().agendaItem.create({
    data: { allianceId: s.allianceId, meetingId: meeting.id, sortOrder: 1, title: "示例议题" },
  });
  const motion = await db().motion.create({
    data: {
      allianceId: s.allianceId,
      agendaItemId: item.id,
      text: "示例",
      matter,
      method: "hands",
      ruleSetId: rule.id,
      ruleSnapshot: {},
      quorumBase: 9,
      quorumNeeded: 6,
      passBase: 9,
      passNeeded: 6,
      decidedAt: new Date("2026-03-10T02:00:00Z"),
      present: 9,
      yes: 9,
      no: 0,
      abstain: 0,
      invalid: 0,
      recused: 0,
      outcome: "carried",
      computedOutcome: "carried",
    },
  });
  return db().resolution.create({
    data: {
      allianceId: s.allianceId,
      bodyId: s.bodyId,
      motionId: motion.id,
      year: 2026,
      number: 1,
      title: "示例决议",
      text: "示例",
      adoptedOn: dateOf("2026-03-10"),
      effectiveFrom: dateOf("2026-03-10"),
    },
  });
}

describe("a new alliance", () => {
  test("adopts a preset in two steps, from the day of its founding, by its founding paper", async () => {
    const s = await scene();
    const body = await createBody(db(), { allianceId: s.allianceId, name: "示例新理事会" });
    const draft = await draftOf(s, {
      bodyId: body.id,
      source: "no_legal_form",
      validFrom: "2023-10-01",
    });
    const done = await activate(s, s.first, draft, { basis: "示例成立大会通过的章程" });
    expect(done).toMatchObject({ ok: true, value: { activated: 6 } });
    const view = await ask(getBodyRulesQuery, s.call(s.first), { bodyId: body.id });
    expect(view.versions.map(({ matter }) => matter)).toEqual([...matters]);
    expect(view.versions[0]).toMatchObject({ version: 1, validFrom: "2023-10-01", ...article });
    const stored = await db().governanceBody.findUniqueOrThrow({ where: { id: body.id } });
    expect(stored.termYears).toBe(5);
  });
  test("the founding paper is no way around the second person once there are rules", async () => {
    const s = await scene();
    const draft = await draftOf(s);
    expect(await activate(s, s.first, draft, { basis: "示例" })).toMatchObject({
      reason: "rules-not-founding",
    });
  });
});

describe("security row 10: activated by two persons or by a resolution", () => {
  test("I-15 the proposer cannot; another person can; the former version ends the day before", async () => {
    const s = await scene();
    const draft = await draftOf(s);
    expect(await activate(s, s.first, draft)).toMatchObject({ reason: "rules-own-draft" });
    // another account of the same person is no second person.
    const twin = { ...s.second, personId: s.first.personId };
    expect(await activate(s, twin, draft)).toMatchObject({ reason: "rules-own-draft" });
    expect(await activate(s, s.second, draft)).toMatchObject({ ok: true });
    const versions = await db().ruleSet.findMany({
      where: { bodyId: s.bodyId, matter: "special" },
      orderBy: { version: "asc" },
    });
    expect(versions.map(({ version, validTo }) => [version, validTo])).toEqual([
      [1, dateOf(today)],
      [2, null],
    ]);
  });
  test("by a resolution the proposer may; one of another alliance is not found", async () => {
    const s = await scene();
    const draft = await draftOf(s);
    const foreign = await resolutionOf(elsewhere);
    await expect(activate(s, s.first, draft, { resolutionId: foreign.id })).rejects.toMatchObject({
      code: "not-found",
    });
    const own = await resolutionOf(s);
    expect(await activate(s, s.first, draft, { resolutionId: own.id })).toMatchObject({ ok: true });
    const rule = await db().ruleSet.findFirst({ where: { bodyId: s.bodyId, version: 2 } });
    expect(rule?.resolutionId).toBe(own.id);
  });
  test("I-15 a resolution on an everyday matter is no second person", async () => {
    const s = await scene();
    const draft = await draftOf(s);
    const everyday = await resolutionOf(s, "ordinary");
    expect(await activate(s, s.first, draft, { resolutionId: everyday.id })).toMatchObject({
      reason: "rules-own-draft",
    });
    expect(await db().ruleSet.count({ where: { bodyId: s.bodyId, version: 2 } })).toBe(0);
    expect(await activate(s, s.second, draft, { resolutionId: everyday.id })).toMatchObject({
      ok: true,
    });
  });
  test("not by a resolution that is under review", async () => {
    const s = await scene();
    const draft = await draftOf(s);
    const own = await resolutionOf(s);
    await db().resolutionEvent.create({
      data: {
        allianceId: s.allianceId,
        resolutionId: own.id,
        kind: "under_review",
        on: dateOf(today),
      },
    });
    expect(await activate(s, s.first, draft, { resolutionId: own.id })).toMatchObject({
      reason: "resolution-not-in-force",
    });
  });
  test("not while a meeting of the body goes on, when the rules would change under it", async () => {
    const s = await scene();
    const draft = await draftOf(s, { validFrom: today });
    await db().meeting.create({
      data: {
        allianceId: s.allianceId,
        bodyId: s.bodyId,
        title: "示例会议",
        mode: "room",
        state: "open",
        scheduledAt: new Date(),
      },
    });
    expect(await activate(s, s.second, draft)).toMatchObject({ reason: "rules-vote-open" });
  });
});

test("refused: in the past, unchanged, without an article", async () => {
  const s = await scene();
  const late = await draftOf(s, { validFrom: addDays(today, -1) });
  expect(await activate(s, s.second, late)).toMatchObject({ reason: "rules-not-retroactive" });
  await perform(withdrawDraftCommand, s.call(s.first), { draftId: late.id, version: 1 });
  const same = await draftOf(s, { source: "current", articleRef: undefined });
  expect(await activate(s, s.second, same)).toMatchObject({ reason: "rules-unchanged" });
  await perform(withdrawDraftCommand, s.call(s.first), { draftId: same.id, version: 1 });
  const bare = await draftOf(s, { articleRef: undefined });
  expect(await activate(s, s.second, bare)).toMatchObject({ reason: "rule-without-article" });
});

test("the wizard answers for one class and for those that are decided alike; only what changed gets a new version", async () => {
  const s = await scene();
  const draft = await draftOf(s, { source: "current", articleRef: undefined });
  const { rules } = await ask(getDraftQuery, s.call(s.first), { bodyId: s.bodyId });
  const ordinary = rules.find(({ matter }) => matter === "ordinary");
  if (!ordinary) throw new Error("no rule");
  const answered = await perform(answerRuleCommand, s.call(s.first), {
    draftId: draft.id,
    version: 1,
    matter: "ordinary",
    alsoFor: ["procedural"],
    ...answers.parse(
      answersOf({ ...ordinary, pass: { base: "cast", num: 1, den: 2, cmp: "gte" } }),
    ),
  });
  expect(answered).toMatchObject({ ok: true, value: { version: 2 } });
  expect(await activate(s, s.second, { id: draft.id, version: 2 })).toMatchObject({
    value: { activated: 2 },
  });
  const fresh = await db().ruleSet.findMany({ where: { bodyId: s.bodyId, version: 2 } });
  expect(fresh.map(({ matter, passBase, passCmp }) => [matter, passBase, passCmp]).sort()).toEqual([
    ["ordinary", "cast", "gte"],
    ["procedural", "cast", "gte"],
  ]);
});

describe("twice, at once, stale, by the wrong person, from elsewhere", () => {
  test("two drafts at once: one stands", async () => {
    const s = await scene();
    const results = await Promise.all([propose(s), propose(s), propose(s)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((one) => !one.ok && one.reason === "rule-draft-open")).toHaveLength(2);
  });
  test("two activations at once put it in force once", async () => {
    const s = await scene();
    const third = await createActor(db(), "secretariat", { allianceId: s.allianceId });
    const draft = await draftOf(s);
    const results = await Promise.allSettled([
      activate(s, s.second, draft),
      activate(s, third, draft),
    ]);
    const done = results.filter((one) => one.status === "fulfilled" && one.value.ok);
    expect(done).toHaveLength(1);
    expect(await db().ruleSet.count({ where: { bodyId: s.bodyId, version: 2 } })).toBe(6);
  });
  test("a version that is not the draft's is stale; a decided draft takes nothing more", async () => {
    const s = await scene();
    const draft = await draftOf(s);
    await expect(activate(s, s.second, { ...draft, version: 7 })).rejects.toMatchObject({
      code: "stale",
    });
    await activate(s, s.second, draft);
    expect(await activate(s, s.second, draft)).toMatchObject({ reason: "wrong-state" });
    expect(
      await perform(withdrawDraftCommand, s.call(s.first), { draftId: draft.id, version: 2 }),
    ).toMatchObject({ reason: "wrong-state" });
  });
  test("A-01 a draft of another alliance is not found, also for its body", async () => {
    const s = await scene();
    const draft = await draftOf(s);
    await expect(activate(elsewhere, elsewhere.second, draft)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(propose(s, { bodyId: elsewhere.bodyId })).rejects.toMatchObject({
      code: "not-found",
    });
  });
  test("security row 9: supervisors propose for all, delegates where their organization sits, nobody of them activates", async () => {
    const s = await scene();
    const supervisor = await createActor(db(), "supervisor", { allianceId: s.allianceId });
    const seated = s.council.holders[0]?.organization.id ?? "";
    const delegate = await createActor(db(), "delegate", {
      allianceId: s.allianceId,
      organizationId: seated,
    });
    const other = await createBody(db(), { allianceId: s.allianceId, name: "示例委员会" });
    const given = { source: "current", validFrom: tomorrow } as const;
    await expect(
      perform(proposeRulesCommand, s.call(delegate), { ...given, bodyId: other.id }),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect(
      await perform(proposeRulesCommand, s.call(supervisor), { ...given, bodyId: other.id }),
    ).toMatchObject({ ok: true });
    const own = await perform(proposeRulesCommand, s.call(delegate), {
      ...given,
      bodyId: s.bodyId,
    });
    expect(own.ok).toBe(true);
    if (own.ok)
      await expect(activate(s, delegate, own.value)).rejects.toMatchObject({ code: "forbidden" });
  });
  test("security row 8: the public reads rules in force, and of no draft", async () => {
    const s = await scene();
    await draftOf(s);
    const { items } = await ask(listRulesQuery, { actor: anonymous, tenant: s.alliance.slug }, {});
    expect(items).toMatchObject([{ id: s.bodyId, rules: 6, drafting: false }]);
    await expect(
      ask(getDraftQuery, { actor: anonymous, tenant: s.alliance.slug }, { bodyId: s.bodyId }),
    ).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("security row 11: the database refuses to edit what is in force", () => {
  test.each([
    "UPDATE rule_sets SET pass_num = 1, pass_den = 100",
    "UPDATE rule_sets SET article_ref = 'x'",
    "UPDATE rule_sets SET valid_to = NULL WHERE valid_to IS NOT NULL",
    "DELETE FROM rule_sets",
    "UPDATE rule_drafts SET rules = '[]' WHERE state = 'activated'",
    "DELETE FROM rule_drafts",
  ])("%s", async (statement) => {
    const s = await scene();
    await activate(s, s.second, await draftOf(s));
    await expect(db().$executeRawUnsafe(statement)).rejects.toThrow(/immutable/);
  });
  test("a draft does not become active by one person without a paper", async () => {
    const s = await scene();
    const draft = await draftOf(s);
    await expect(
      db().ruleDraft.update({
        where: { id: draft.id },
        data: { state: "activated", activatedAt: new Date(), activatedById: s.first.userId },
      }),
    ).rejects.toThrow(/rule_drafts_two_persons/);
  });
});
