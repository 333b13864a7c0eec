import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import {
  endorseCorrectionCommand,
  requestCorrectionCommand,
} from "@/lib/features/corrections/procedures";
import { getDashboardProcedure } from "@/lib/features/dashboards/procedures";
import {
  answerCoClaimProcedure,
  decideCoClaimProcedure,
  proposeCoClaimProcedure,
} from "@/lib/features/outcomes/procedures/co-claims";
import { judgeDoubleProcedure } from "@/lib/features/outcomes/procedures/doubles";
import {
  getOutcomeProcedure,
  listOutcomesProcedure,
  reportOutcomeProcedure,
  verifyOutcomeProcedure,
} from "@/lib/features/outcomes/procedures/records";
import { approveCommand, listDeskQuery } from "@/lib/features/verification/procedures/desk";
import { type Actor, anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createOrganization } from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { refusedFor } from "../corrections/support";
import { createEvidence, createInsider, createStage, reportPatent } from "./support";

const { db } = useDatabase();
let stage: Awaited<ReturnType<typeof createStage>>;
let second: Actor;
let key = "";
let record = { id: "", version: 1 };

const by = (actor: Actor) => ({ actor, tenant: stage.alliance.slug });

/** Each test has an alliance to itself, so that its totals are those of its one result. */
beforeEach(async () => {
  stage = await createStage(db());
  second = await createActor(db(), "secretariat", { allianceId: stage.alliance.id });
  key = `ZL ${randomUUID()}`;
  record = await reportPatent(db(), stage, key);
});

async function asked() {
  const result = await perform(proposeCoClaimProcedure, by(stage.otherReporter), {
    id: record.id,
    organizationId: stage.other.id,
    share: "33.33",
    note: "示例：本校为第二专利权人",
    key,
  });
  if (!result.ok) throw new Error(result.reason);
  return { id: result.value.id, version: result.value.version };
}

const answer = (claim: { id: string; version: number }, agree: boolean) =>
  perform(answerCoClaimProcedure, by(stage.reporter), {
    ...claim,
    agree,
    ...(!agree && { answer: "示例：非共同完成" }),
  });

const now = () => db().outcomeRecord.findUniqueOrThrow({ where: { id: record.id } });

const verify = async (actor = stage.secretariat) =>
  perform(verifyOutcomeProcedure, by(actor), { id: record.id, version: (await now()).version });

const publish = async (actor = second) =>
  perform(approveCommand, by(actor), {
    items: [{ id: record.id, version: (await now()).version }],
  });

/** What this reader's tile says, and what the list behind it adds up to. */
async function totals(actor: Actor): Promise<[tile: string, list: string]> {
  const board = await ask(getDashboardProcedure, by(actor), { from: "2026", to: "2026" });
  const tile = board.numbers.find(({ code }) => code === "M35")?.value ?? "none";
  const list = await ask(listOutcomesProcedure, by(actor), { metric: "M35", state: "approved" });
  return [tile, list.quantity ?? "none"];
}

/** Kept totals against the records themselves: what a rebuild would find. */
const drift = () =>
  db().$queryRaw<object[]>`
    SELECT 1 FROM outcome_rollup_truth t FULL JOIN outcome_rollups r USING (alliance_id, organization_id, metric_code, year, state)
    WHERE coalesce(t.total, 0) <> coalesce(r.total, 0) OR coalesce(t.records, 0) <> coalesce(r.records, 0)`;

const whole = async (of: string, actor: Actor) =>
  (await ask(listOutcomesProcedure, by(actor), { participant: of, q: key })).items.map(
    ({ share }) => share,
  );

describe("behaviour 4.4 a co-claim that is only proposed takes nothing out of the approved totals", () => {
  test("a verified and a published result count as before, whole and its reporter's, until the other side agrees", async () => {
    expect((await verify()).ok).toBe(true);
    expect(await totals(stage.delegate)).toEqual(["1.00", "1.00"]);
    const claim = await asked();
    expect(await totals(stage.delegate)).toEqual(["1.00", "1.00"]);
    expect(await whole(stage.school.id, stage.reporter)).toEqual(["100.00"]);
    expect(await whole(stage.other.id, stage.otherReporter)).toEqual([]);

    // What is public waits for nobody's wish either.
    expect(await totals(anonymous)).toEqual(["none", "none"]);
    expect(await publish()).toMatchObject({ ok: true });
    expect(await totals(anonymous)).toEqual(["1.00", "1.00"]);

    expect(await answer(claim, true)).toMatchObject({ ok: true });
    for (const reader of [stage.delegate, anonymous]) {
      expect(await totals(reader)).toEqual(["1.00", "1.00"]);
    }
    expect(await whole(stage.school.id, stage.reporter)).toEqual(["66.67"]);
    expect(await whole(stage.other.id, stage.otherReporter)).toEqual(["33.33"]);
    expect(await drift()).toEqual([]);
  });

  test("a result that waits is verified while a part is asked for: no member holds another's results up", async () => {
    const claim = await asked();
    const seen = await ask(getOutcomeProcedure, by(stage.secretariat), { id: record.id });
    expect([seen.provisional, seen.may.decide]).toEqual([false, true]);
    expect((await verify()).ok).toBe(true);
    expect(await totals(stage.delegate)).toEqual(["1.00", "1.00"]);
    expect((await answer(claim, true)).ok).toBe(true);
    expect((await now()).state).toBe("verified");
    expect(await totals(stage.delegate)).toEqual(["1.00", "1.00"]);
    expect(await drift()).toEqual([]);
  });

  test("its row on the desk says that a part is asked for, and that it was refused", async () => {
    const row = async (step: "verify" | "approve") =>
      (await ask(listDeskQuery, by(second), { step })).items.map((one) => one.ownership);
    expect(await row("verify")).toEqual([null]);
    const claim = await asked();
    expect(await row("verify")).toEqual(["asking"]);
    await verify();
    expect(await row("approve")).toEqual(["asking"]);
    await answer(claim, false);
    expect(await row("approve")).toEqual(["disputed"]);
    const denied = { ...claim, version: 2, grant: false, reason: "示例：专利证书载明" };
    await perform(decideCoClaimProcedure, by(stage.secretariat), denied);
    expect(await row("approve")).toEqual([null]);
  });

  test("silence beyond the last day takes nothing out either: the secretariat decides whose it is", async () => {
    await db().outcomeCoClaim.create({
      data: {
        allianceId: stage.alliance.id,
        recordId: record.id,
        organizationId: stage.other.id,
        offered: false,
        share: 3333,
        note: "示例",
        dueOn: new Date("2020-01-01"),
      },
    });
    expect((await verify()).ok).toBe(true);
    expect((await publish()).ok).toBe(true);
    expect(await totals(anonymous)).toEqual(["1.00", "1.00"]);
  });
});

describe("behaviour 4.4 partner refuses a co-claim", () => {
  test("before it was verified: outside approved totals until decided", async () => {
    expect((await answer(await asked(), false)).ok).toBe(true);
    const seen = await ask(getOutcomeProcedure, by(stage.secretariat), { id: record.id });
    expect(seen.provisional).toBe(true);
    expect(await verify()).toMatchObject({ reason: "co-claim-disputed" });
    expect(await totals(stage.delegate)).toEqual(["none", "none"]);
    const forced = db().outcomeRecord.update({
      where: { id: record.id },
      data: { state: "verified", verifiedAt: new Date(), verifiedById: second.userId },
    });
    expect(await refusedFor(forced)).toMatch(/co-claim-disputed/);
  });

  test("after that: it stays counted as verified, takes no further step until decided, and never leaves for an unfounded wish", async () => {
    await verify();
    const claim = await asked();
    expect((await answer(claim, false)).ok).toBe(true);
    expect(await totals(stage.delegate)).toEqual(["1.00", "1.00"]);
    expect(await publish()).toMatchObject({ reason: "co-claim-disputed" });
    const forced = db().outcomeRecord.update({
      where: { id: record.id },
      data: { state: "published", approvedAt: new Date(), approvedById: second.userId },
    });
    expect(await refusedFor(forced)).toMatch(/co-claim-disputed/);
    const denied = await perform(decideCoClaimProcedure, by(stage.secretariat), {
      id: claim.id,
      version: 2,
      grant: false,
      reason: "示例：专利证书载明",
    });
    expect(denied.ok).toBe(true);
    expect((await publish()).ok).toBe(true);
    expect(await whole(stage.school.id, stage.reporter)).toEqual(["100.00"]);
    expect(await drift()).toEqual([]);
  });
});

describe("A-31 verifier may not belong to a co-claiming organisation", () => {
  test("who asks for a part neither finds it on the desk nor verifies nor publishes it, at the door and in the database", async () => {
    const insider = await createInsider(db(), stage);
    const onDesk = async (step: "verify" | "approve") =>
      (await ask(listDeskQuery, by(insider), { step })).items.map(({ id }) => id);
    expect(await onDesk("verify")).toEqual([record.id]);
    await asked();
    expect(await onDesk("verify")).toEqual([]);
    expect(await verify(insider)).toMatchObject({ reason: "own-figure" });
    const verifying = db().outcomeRecord.update({
      where: { id: record.id },
      data: { state: "verified", verifiedAt: new Date(), verifiedById: insider.userId },
    });
    expect(await refusedFor(verifying)).toMatch(/own-figure/);
    expect((await verify()).ok).toBe(true);
    expect(await publish(insider)).toMatchObject({ reason: "own-figure" });
    const publishing = db().outcomeRecord.update({
      where: { id: record.id },
      data: { state: "published", approvedAt: new Date(), approvedById: insider.userId },
    });
    expect(await refusedFor(publishing)).toMatch(/own-figure/);
  });

  test("nor does anybody of them decide its correction, whether it stands twice, or another's part of it", async () => {
    const insider = await createInsider(db(), stage);
    const recordId = record.id;
    await verify();
    await asked();

    const wished = await perform(requestCorrectionCommand, by(stage.reporter), {
      recordId,
      recordVersion: (await now()).version,
      reasonCode: "clerical",
      reason: "示例：日期写错",
      occurredOn: "2026-05-02",
    });
    if (!wished.ok) throw new Error(wished.reason);
    const endorse = (actor: Actor) =>
      perform(endorseCorrectionCommand, by(actor), {
        id: wished.value.id,
        version: wished.value.version,
      });
    expect(await endorse(insider)).toMatchObject({ reason: "own-figure" });

    const copy = await perform(reportOutcomeProcedure, by(stage.reporter), {
      organizationId: stage.school.id,
      metricCode: "M35",
      title: `示例专利 ${key} 另`,
      occurredOn: "2026-05-01",
      quantity: "1",
      naturalKey: `ZL ${randomUUID()}`,
      fileId: (await createEvidence(db(), stage.alliance.id, stage.reporter)).id,
    });
    if (!copy.ok) throw new Error(copy.reason);
    // Its title is almost the same: the desk has the two side by side.
    const pair = await db().outcomePair.findFirstOrThrow({ where: { secondId: copy.value.id } });
    const judge = (actor: Actor) =>
      perform(judgeDoubleProcedure, by(actor), {
        id: pair.id,
        version: pair.version,
        judgement: "different",
        reason: "示例：两件专利",
      });
    expect(await judge(insider)).toMatchObject({ reason: "own-figure" });

    const third = await createOrganization(db(), { kind: "university" });
    const theirs = await db().outcomeCoClaim.create({
      data: {
        allianceId: stage.alliance.id,
        recordId,
        organizationId: third.id,
        offered: false,
        share: 1000,
        note: "示例",
        dueOn: new Date("2020-01-01"),
      },
    });
    const deny = (actor: Actor) =>
      perform(decideCoClaimProcedure, by(actor), {
        id: theirs.id,
        version: theirs.version,
        grant: false,
        reason: "示例：专利证书载明",
      });
    expect(await deny(insider)).toMatchObject({ reason: "own-figure" });

    // Written past the door, the database says the same; and of each other side too.
    const me = { decidedById: insider.userId, decidedAt: new Date() };
    const wish = { where: { id: wished.value.id } };
    const endorsing = { state: "endorsed", endorsedById: insider.userId, endorsedAt: me.decidedAt };
    const told = { decision: "示例", ...me } as const;
    for (const forced of [
      db().correctionCase.update({ ...wish, data: { ...endorsing, state: "endorsed" } }),
      db().correctionCase.update({ ...wish, data: { state: "refused", refusal: "示例", ...me } }),
      db().outcomePair.update({
        where: { id: pair.id },
        data: { state: "different", reason: "示例", ...me },
      }),
      db().outcomeCoClaim.update({ where: { id: theirs.id }, data: { state: "granted", ...told } }),
      db().outcomeCoClaim.update({ where: { id: theirs.id }, data: { state: "denied", ...told } }),
    ]) {
      expect(await refusedFor(forced)).toMatch(/guard: own-figure/);
    }

    // Whoever has no part in it does all three.
    for (const done of [judge(second), deny(second), endorse(second)]) {
      expect(await done).toMatchObject({ ok: true });
    }
  });
});
