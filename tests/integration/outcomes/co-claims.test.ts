import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { organizationHomeProcedure } from "@/lib/features/homes/procedures";
import {
  answerCoClaimProcedure,
  decideCoClaimProcedure,
  listCoClaimsProcedure,
  proposeCoClaimProcedure,
  withdrawCoClaimProcedure,
} from "@/lib/features/outcomes/procedures/co-claims";
import {
  getOutcomeProcedure,
  listOutcomesProcedure,
  verifyOutcomeProcedure,
} from "@/lib/features/outcomes/procedures/records";
import { approveCommand } from "@/lib/features/verification/procedures/desk";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { refusedFor } from "../corrections/support";
import { createInsider, createStage, reportPatent } from "./support";

const { db } = useDatabase();
let stage: Awaited<ReturnType<typeof createStage>>;

beforeAll(async () => {
  stage = await createStage(db());
});

const by = (actor: Actor) => ({ actor, tenant: stage.alliance.slug });

let key = "";
let record = { id: "", version: 1 };

beforeEach(async () => {
  key = `ZL ${randomUUID()}`;
  record = await reportPatent(db(), stage, key);
});

const propose = (change: object = {}, actor = stage.otherReporter) =>
  perform(proposeCoClaimProcedure, by(actor), {
    id: record.id,
    organizationId: stage.other.id,
    share: "33.33",
    note: "示例：本校为第二专利权人",
    key,
    ...change,
  });

async function proposed(change: object = {}, actor = stage.otherReporter) {
  const result = await propose(change, actor);
  if (!result.ok) throw new Error(result.reason);
  return { id: result.value.id, version: result.value.version };
}

const answer = (claim: { id: string; version: number }, agree: boolean, actor = stage.reporter) =>
  perform(answerCoClaimProcedure, by(actor), {
    ...claim,
    agree,
    ...(!agree && { answer: "示例：非共同完成" }),
  });

const decide = (claim: { id: string; version: number }, grant: boolean, more: object = {}) =>
  perform(decideCoClaimProcedure, by(stage.secretariat), {
    ...claim,
    grant,
    reason: "示例：专利证书载明",
    ...more,
  });

const verify = (version = record.version) =>
  perform(verifyOutcomeProcedure, by(stage.secretariat), { id: record.id, version });

const shares = () =>
  db().outcomeShare.findMany({
    where: { recordId: record.id },
    orderBy: { share: "desc" },
    select: { organizationId: true, share: true },
  });

/** One that was asked for long ago and never answered. */
const overdue = () =>
  db().outcomeCoClaim.create({
    data: {
      allianceId: stage.alliance.id,
      recordId: record.id,
      organizationId: stage.other.id,
      offered: false,
      share: 3333,
      note: "示例",
      proposedById: stage.otherReporter.userId,
      dueOn: new Date("2020-01-01"),
    },
    select: { id: true, version: true },
  });

describe("two members, same key: co-claim", () => {
  test("the other side hears of it once: a letter to those who may answer, a line that waits, nothing to who asked", async () => {
    const claim = await proposed();
    const letters = await db().outboxMail.findMany({
      where: { dedupeKey: { startsWith: `co-claim:${claim.id}:` } },
    });
    const emailOf = async (actor: Actor) =>
      (await db().user.findUniqueOrThrow({ where: { id: actor.userId ?? "" } })).email;
    const reached = letters.map(({ recipient }) => recipient);
    expect(reached).toContain(await emailOf(stage.reporter));
    expect(reached).not.toContain(await emailOf(stage.otherReporter));
    expect(letters[0]?.body).toContain("33.33%");
    expect(letters[0]?.body).toContain(`/outcomes/${record.id}`);
    const owed = async (actor: Actor) =>
      (await ask(organizationHomeProcedure, by(actor), {})).owed.map(({ kind, id }) => [kind, id]);
    expect(await owed(stage.reporter)).toContainEqual(["answer_co_claim", record.id]);
    expect(await owed(stage.otherReporter)).not.toContainEqual(["answer_co_claim", record.id]);
    await answer(claim, true);
    expect(await owed(stage.reporter)).not.toContainEqual(["answer_co_claim", record.id]);
  });

  test("asked for, agreed: shares are 100 %, each member's view shows its own, the alliance counts 1", async () => {
    const claim = await proposed();
    expect(await answer(claim, true)).toMatchObject({ ok: true });
    expect(await shares()).toEqual([
      { organizationId: stage.school.id, share: 6667 },
      { organizationId: stage.other.id, share: 3333 },
    ]);
    expect((await verify()).ok).toBe(true);
    const mine = await ask(listOutcomesProcedure, by(stage.otherReporter), {
      participant: stage.other.id,
      q: key,
    });
    expect(mine.items).toMatchObject([{ share: "33.33", organizationId: stage.school.id }]);
    const theirs = await ask(listOutcomesProcedure, by(stage.reporter), {
      participant: stage.school.id,
      q: key,
    });
    expect(theirs.items).toMatchObject([{ share: "66.67" }]);
    const whole = await ask(listOutcomesProcedure, by(stage.secretariat), { q: key });
    expect(whole).toMatchObject({ total: 1, quantity: "1.00", items: [{ share: null }] });
    const seen = await ask(getOutcomeProcedure, by(stage.otherReporter), { id: record.id });
    expect(seen.shares.map(({ share, leads }) => [share, leads])).toEqual([
      ["66.67", true],
      ["33.33", false],
    ]);
    // Who owns a part reads the paper that proves it.
    expect(seen.may.download).toBe(true);
  });

  test("offered by the owner, agreed by the other side", async () => {
    const claim = await proposed({ share: "50", key: undefined }, stage.reporter);
    const box = await ask(listCoClaimsProcedure, by(stage.otherReporter), {});
    expect(box.items.find(({ id }) => id === claim.id)).toMatchObject({
      offered: true,
      waitsFor: "other-side",
      may: { answer: true, withdraw: false, decide: false },
    });
    expect(await answer(claim, true, stage.otherReporter)).toMatchObject({ ok: true });
    expect((await shares()).map(({ share }) => share)).toEqual([5000, 5000]);
  });

  test("partner refuses a co-claim: provisional and outside approved totals until decided", async () => {
    const claim = await proposed();
    expect(
      (await ask(getOutcomeProcedure, by(stage.reporter), { id: record.id })).provisional,
    ).toBe(false);
    expect(await answer(claim, false)).toMatchObject({ ok: true });
    expect(await verify()).toMatchObject({ reason: "co-claim-disputed" });
    await expect(
      db().outcomeRecord.update({
        where: { id: record.id },
        data: { state: "verified", verifiedAt: new Date(), verifiedById: stage.secretariat.userId },
      }),
    ).rejects.toThrow(/constraint violated/);
    expect(
      (await ask(getOutcomeProcedure, by(stage.reporter), { id: record.id })).provisional,
    ).toBe(true);
    expect(await decide({ ...claim, version: 2 }, false)).toMatchObject({ ok: true });
    expect(await shares()).toEqual([]);
    expect((await verify()).ok).toBe(true);
    expect(await propose()).toMatchObject({ reason: "co-claim-denied" });
  });

  test("the secretariat grants another part than was asked for", async () => {
    const claim = await proposed();
    await answer(claim, false);
    expect(await decide({ ...claim, version: 2 }, true, { share: "10.5" })).toMatchObject({
      ok: true,
    });
    expect((await shares()).map(({ share }) => share)).toEqual([8950, 1050]);
  });

  test("14 days: the other side answers until the last day, the secretariat decides after it", async () => {
    const claim = await proposed();
    expect(await decide(claim, true)).toMatchObject({ reason: "co-claim-not-due" });
    await perform(withdrawCoClaimProcedure, by(stage.otherReporter), claim);
    const late = await overdue();
    expect(await answer(late, true)).toMatchObject({ reason: "co-claim-overdue" });
    const box = await ask(listCoClaimsProcedure, by(stage.secretariat), {});
    expect(box.items.find(({ id }) => id === late.id)).toMatchObject({ waitsFor: "secretariat" });
    expect(await decide(late, true)).toMatchObject({ ok: true });
  });

  test("I-12 what is settled is settled: every further step is refused and changes nothing", async () => {
    for (const settle of ["agreed", "granted", "denied", "withdrawn"] as const) {
      const organization = await createOrganization(db(), { kind: "university" });
      await createMembership(db(), {
        allianceId: stage.alliance.id,
        organizationId: organization.id,
      });
      const row = await db().outcomeCoClaim.create({
        data: {
          allianceId: stage.alliance.id,
          recordId: record.id,
          organizationId: organization.id,
          offered: false,
          share: 100,
          note: "示例",
          dueOn: new Date("2099-01-01"),
          state: settle,
          ...(settle === "agreed" && { answeredAt: new Date() }),
          ...((settle === "granted" || settle === "denied") && {
            decidedAt: new Date(),
            decision: "示例",
          }),
        },
      });
      const claim = { id: row.id, version: 1 };
      const member = await createActor(db(), "reporter", {
        allianceId: stage.alliance.id,
        organizationId: organization.id,
      });
      for (const step of [
        () => answer(claim, true),
        () => answer(claim, false),
        () => decide(claim, true),
        () => decide(claim, false),
        () => perform(withdrawCoClaimProcedure, by(member), claim),
      ]) {
        expect(await step()).toMatchObject({ reason: "wrong-state" });
      }
      await expect(
        db().outcomeCoClaim.update({ where: { id: row.id }, data: { state: "proposed" } }),
      ).rejects.toThrow(/constraint violated/);
      expect(await db().outcomeCoClaim.findUnique({ where: { id: row.id } })).toEqual(row);
    }
    expect(await shares()).toEqual([]);
  });

  test("withdrawn by who proposed it; a new one may follow", async () => {
    const claim = await proposed();
    expect(await perform(withdrawCoClaimProcedure, by(stage.otherReporter), claim)).toMatchObject({
      ok: true,
    });
    expect((await propose()).ok).toBe(true);
  });

  test("I-08 sent twice with one key: one proposal; a second one is refused while it is open", async () => {
    const idempotencyKey = randomUUID();
    const input = {
      id: record.id,
      organizationId: stage.other.id,
      share: "20",
      note: "示例",
      key,
    };
    const call = { ...by(stage.otherReporter), idempotencyKey };
    const [a, b] = await Promise.all([
      perform(proposeCoClaimProcedure, call, input),
      perform(proposeCoClaimProcedure, call, input),
    ]);
    expect(b).toEqual(a);
    expect(await propose()).toMatchObject({ reason: "co-claim-open" });
    expect(await db().outcomeCoClaim.count({ where: { recordId: record.id } })).toBe(1);
  });

  test("two answers at once: one wins", async () => {
    const claim = await proposed();
    const results = await Promise.allSettled([answer(claim, true), answer(claim, false)]);
    const won = results.filter((one) => one.status === "fulfilled" && one.value.ok);
    expect(won).toHaveLength(1);
    const row = await db().outcomeCoClaim.findUniqueOrThrow({ where: { id: claim.id } });
    expect((await shares()).length).toBe(row.state === "agreed" ? 2 : 0);
  });

  test("a refusal and a verification at once: verified before it, or refused after it", async () => {
    const claim = await proposed();
    const [refused, verified] = await Promise.all([answer(claim, false), verify()]);
    expect(refused.ok).toBe(true);
    const row = await db().outcomeRecord.findUniqueOrThrow({ where: { id: record.id } });
    expect([verified.ok, verified.ok || verified.reason, row.state]).toEqual(
      row.state === "verified"
        ? [true, true, "verified"]
        : [false, "co-claim-disputed", "submitted"],
    );
  });

  test("A-02, A-09 the wrong person, the wrong side, the wrong alliance", async () => {
    const claim = await proposed();
    await expect(answer(claim, true, stage.otherReporter)).rejects.toMatchObject({
      code: "forbidden",
    });
    const third = await createOrganization(db(), { kind: "university" });
    await createMembership(db(), { allianceId: stage.alliance.id, organizationId: third.id });
    const stranger = await createActor(db(), "reporter", {
      allianceId: stage.alliance.id,
      organizationId: third.id,
    });
    await expect(answer(claim, true, stranger)).rejects.toMatchObject({ code: "not-found" });
    await expect(propose({}, stranger)).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      propose({ organizationId: third.id, key: undefined }, stranger),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(
      propose({ organizationId: third.id, key: "ZL 1" }, stranger),
    ).rejects.toMatchObject({ code: "not-found" });
    const foreign = await createAlliance(db());
    await expect(
      perform(
        answerCoClaimProcedure,
        { actor: stage.reporter, tenant: foreign.slug },
        {
          ...claim,
          agree: true,
        },
      ),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect((await ask(listCoClaimsProcedure, by(stranger), { box: "own" })).total).toBe(0);
  });

  test("nobody answers the own proposal, whatever other role one holds", async () => {
    const both: Actor = {
      ...stage.otherReporter,
      roles: [...stage.otherReporter.roles, ...stage.reporter.roles],
    };
    const claim = await proposed({}, stage.otherReporter);
    expect(await answer(claim, true, both)).toMatchObject({ reason: "answer-own-proposal" });
    await expect(
      db().outcomeCoClaim.update({
        where: { id: claim.id },
        data: {
          state: "agreed",
          answeredById: stage.otherReporter.userId,
          answeredAt: new Date(),
        },
      }),
    ).rejects.toThrow(/two_persons|constraint/);
  });

  test("a part larger than what the lead has, and one twice, are refused", async () => {
    const claim = await proposed({ share: "99.99" });
    await answer(claim, true);
    expect(await propose()).toMatchObject({ reason: "shares-already" });
    const third = await createOrganization(db(), { kind: "university" });
    await createMembership(db(), { allianceId: stage.alliance.id, organizationId: third.id });
    expect(
      await propose({ organizationId: third.id, share: "0.01", key: undefined }, stage.reporter),
    ).toMatchObject({ reason: "share-too-large" });
    await expect(propose({ share: "100" })).rejects.toMatchObject({ code: "malformed" });
  });
});

describe("the database keeps shares whole", () => {
  test("decimal shares do not sum: 9,999 and a split without the lead are refused at the end", async () => {
    const at = { allianceId: stage.alliance.id, recordId: record.id };
    const school = { ...at, organizationId: stage.school.id };
    const other = { ...at, organizationId: stage.other.id };
    for (const data of [
      [
        { ...school, share: 6666 },
        { ...other, share: 3333 },
      ],
      [{ ...other, share: 10_000 }],
      [
        { ...school, share: 9000 },
        { ...other, share: 1001 },
      ],
    ]) {
      await expect(db().outcomeShare.createMany({ data })).rejects.toThrow(/constraint violated/);
    }
    await db().outcomeShare.createMany({
      data: [
        { ...school, share: 6667 },
        { ...other, share: 3333 },
      ],
    });
    await expect(
      db().outcomeShare.delete({
        where: { recordId_organizationId: { recordId: record.id, organizationId: stage.other.id } },
      }),
    ).rejects.toThrow(/constraint violated/);
    expect((await shares()).length).toBe(2);
  });
});

describe("verifier's organisation joins as co-claimer later", () => {
  test("verification void, re-queued; the totals follow; another one verifies", async () => {
    const verifier = await createInsider(db(), stage);
    expect(
      await perform(verifyOutcomeProcedure, by(verifier), { id: record.id, version: 1 }),
    ).toMatchObject({ ok: true });
    const claim = await proposed();
    // Until it is settled the number stays as it was verified.
    expect((await db().outcomeRecord.findUnique({ where: { id: record.id } }))?.state).toBe(
      "verified",
    );
    expect(await answer(claim, true)).toMatchObject({ ok: true });
    const row = await db().outcomeRecord.findUniqueOrThrow({ where: { id: record.id } });
    expect(row).toMatchObject({ state: "submitted", verifiedById: null, verifiedAt: null });
    const trail = await db().auditEntry.findMany({ where: { subjectId: record.id } });
    expect(trail.map(({ action }) => action)).toContain("figure.void_verification");
    expect(
      await perform(verifyOutcomeProcedure, by(verifier), { id: record.id, version: row.version }),
    ).toMatchObject({ reason: "own-figure" });
    expect((await verify(row.version)).ok).toBe(true);
    const drift = await db().$queryRaw<object[]>`
      SELECT 1 FROM outcome_rollup_truth t FULL JOIN outcome_rollups r USING (alliance_id, organization_id, metric_code, year, state)
      WHERE coalesce(t.total, 0) <> coalesce(r.total, 0) OR coalesce(t.records, 0) <> coalesce(r.records, 0)`;
    expect(drift).toEqual([]);
  });

  test("an independent verification stays when a co-owner joins", async () => {
    await verify();
    const claim = await proposed();
    expect(await answer(claim, true)).toMatchObject({ ok: true });
    expect((await db().outcomeRecord.findUnique({ where: { id: record.id } }))?.state).toBe(
      "verified",
    );
  });

  test("a publisher's organisation too: the approval is void, the verification stands, another one publishes", async () => {
    await verify();
    const insider = await createInsider(db(), stage);
    const publish = (actor: Actor, version: number) =>
      perform(approveCommand, by(actor), { items: [{ id: record.id, version }] });
    expect(await publish(insider, 2)).toMatchObject({ ok: true });
    const forced = db().outcomeShare.createMany({
      data: [stage.school, stage.other].map(({ id }) => ({
        allianceId: stage.alliance.id,
        recordId: record.id,
        organizationId: id,
        share: 5000,
      })),
    });
    expect(await refusedFor(forced)).toMatch(/own-figure/);
    expect(await answer(await proposed(), true)).toMatchObject({ ok: true });
    const row = await db().outcomeRecord.findUniqueOrThrow({ where: { id: record.id } });
    expect(row).toMatchObject({
      state: "verified",
      verifiedById: stage.secretariat.userId,
      approvedById: null,
      approvedAt: null,
    });
    const trail = await db().auditEntry.findMany({ where: { subjectId: record.id } });
    expect(trail.map(({ action }) => action)).toContain("figure.void_approval");
    expect(await publish(insider, row.version)).toMatchObject({ reason: "own-figure" });
    const second = await createActor(db(), "secretariat", { allianceId: stage.alliance.id });
    expect(await publish(second, row.version)).toMatchObject({ ok: true });
  });

  test("A-31 the database refuses a verifier of an owning organization, and void only for that reason", async () => {
    const claim = await proposed();
    await answer(claim, true);
    const verifier = await createInsider(db(), stage);
    await expect(
      db().outcomeRecord.update({
        where: { id: record.id },
        data: { state: "verified", verifiedAt: new Date(), verifiedById: verifier.userId },
      }),
    ).rejects.toThrow(/constraint violated/);
    await verify();
    await expect(
      db().outcomeRecord.update({
        where: { id: record.id },
        data: { state: "submitted", verifiedAt: null, verifiedById: null },
      }),
    ).rejects.toThrow(/constraint violated/);
  });
});
