import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import {
  applyCorrectionCommand,
  correctionMarksQuery,
  endorseCorrectionCommand,
  getCorrectionQuery,
  listCorrectionsQuery,
  recordHistoryQuery,
  refuseCorrectionCommand,
  requestCorrectionCommand,
  withdrawCorrectionCommand,
} from "@/lib/features/corrections/procedures";
import { stateAfter } from "@/lib/features/corrections/rules";
import { correctionMoves, correctionStates } from "@/lib/features/corrections/types";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { folderKeeper } from "@/lib/platform/files/folder";
import { checksOf } from "@/lib/platform/invariants/run";
import { metricDefinitionRows } from "@/prisma/seed/demo/metrics/registry";
import { createMembership, createOrganization } from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { createEvidence } from "../outcomes/support";
import { type Court, createCourt, endorsed, requested, verified, wish } from "./support";

const { db } = useDatabase();
let court: Court;

beforeAll(async () => {
  court = await createCourt(db());
});

const total = async (year = 2026) => {
  const rows = await db().outcomeRollup.findMany({
    where: { allianceId: court.alliance.id, metricCode: "M41", year, state: "verified" },
  });
  return rows.reduce((sum, row) => sum + Number(row.total), 0);
};
const record = (id: string) => db().outcomeRecord.findUniqueOrThrow({ where: { id } });

describe("retroactive correction after approval (behaviour 4.4)", () => {
  test.each([
    ["M40", "people", true],
    ["M41", "person-days", false],
  ])("the impact of %s, a sum of %s: at most so many? %s", async (metricCode, _, atMost) => {
    await db().metricDefinition.createMany({
      data: [...(metricDefinitionRows().metricDefinition ?? [])],
      skipDuplicates: true,
    });
    const asked = await requested(court, await verified(court, { metricCode }));
    const { effects } = await ask(getCorrectionQuery, court.by(court.secretariat), {
      id: asked.id,
    });
    expect(effects.map((effect) => effect.atMost)).toEqual([atMost, atMost]);
  });

  test("a member asks, the impact is shown, two persons decide, the number changes and the old one is kept", async () => {
    const made = await verified(court);
    const before = await total();
    const paper = await createEvidence(db(), court.alliance.id, court.reporter);
    const asked = await requested(court, made, { quantity: "80.5", fileIds: [paper.id] });
    // Nothing has changed by asking, and the impact says what would.
    expect(await total()).toBe(before);
    const shown = await ask(getCorrectionQuery, court.by(court.secretariat), { id: asked.id });
    expect(shown.effects).toEqual([
      expect.objectContaining({
        organizationId: null,
        before: before.toFixed(2),
        after: (before - 19.5).toFixed(2),
      }),
      expect.objectContaining({
        organizationId: court.school.id,
        organizationName: court.school.name,
      }),
    ]);
    expect(shown).toMatchObject({
      state: "requested",
      before: { quantity: "100.00" },
      after: { quantity: "80.50" },
      files: [{ id: paper.id }],
      may: { endorse: true, apply: false, refuse: true, withdraw: false },
    });

    const first = await perform(endorseCorrectionCommand, court.by(court.secretariat), {
      id: asked.id,
      version: asked.version,
    });
    expect(first).toMatchObject({ ok: true, value: { version: 2, number: asked.number } });
    const second = await perform(applyCorrectionCommand, court.by(court.second), {
      id: asked.id,
      version: 2,
    });
    expect(second.ok).toBe(true);
    expect(await total()).toBe(before - 19.5);
    expect(await record(made.id)).toMatchObject({
      version: made.version + 1,
      correctionId: asked.id,
    });

    const history = await ask(recordHistoryQuery, court.by(court.reporter), { recordId: made.id });
    expect(history.record.said.quantity).toBe("80.50");
    expect(history.versions).toMatchObject([
      { quantity: "100.00", caseNumber: asked.number, version: made.version },
    ]);
    const { items } = await ask(correctionMarksQuery, court.by(court.delegate), { metric: "M41" });
    expect(items).toContainEqual(
      expect.objectContaining({ metricCode: "M41", year: 2026, number: asked.number }),
    );
    // What was shown when it was decided stays with the case, whatever the totals do later.
    await verified(court, { quantity: "7" });
    const kept = await ask(getCorrectionQuery, court.by(court.secretariat), { id: asked.id });
    expect(kept.effects).toEqual(shown.effects);
    const entries = await db().auditEntry.findMany({ where: { subjectId: asked.id } });
    expect(entries.map(({ action }) => action)).toEqual([
      "figure.request_correction",
      "figure.endorse_correction",
      "figure.apply_correction",
    ]);
  });

  test("another day takes the number into its year; both years carry the mark", async () => {
    const made = await verified(court, { quantity: "30" });
    const [of2026, of2025] = [await total(2026), await total(2025)];
    const ready = await endorsed(court, made, { occurredOn: "2025-12-31" });
    await perform(applyCorrectionCommand, court.by(court.second), {
      id: ready.id,
      version: ready.version,
    });
    expect([await total(2026), await total(2025)]).toEqual([of2026 - 30, of2025 + 30]);
    const { items } = await ask(correctionMarksQuery, court.by(court.delegate), {});
    const years = items.filter(({ number }) => number === ready.number).map(({ year }) => year);
    expect(years).toEqual([2025, 2026]);
  });

  test("double count: the record counts no more, its key is free, and what it said is kept", async () => {
    const naturalKey = `ZL-${randomUUID()}`;
    const made = await verified(court, { metricCode: "M35", quantity: "1", naturalKey });
    const ready = await endorsed(court, made, { withdraws: true, reasonCode: "double_count" });
    await perform(applyCorrectionCommand, court.by(court.second), {
      id: ready.id,
      version: ready.version,
    });
    expect(await record(made.id)).toMatchObject({ state: "superseded", naturalKey: null });
    expect(await db().outcomeVersion.findFirst({ where: { recordId: made.id } })).toMatchObject({
      naturalKey,
      state: "verified",
    });
    await verified(court, { metricCode: "M35", quantity: "1", naturalKey });
  });

  test("fraud code also opens a member event", async () => {
    const made = await verified(court);
    const ready = await endorsed(court, made, { reasonCode: "fraud", quantity: "1" });
    await perform(applyCorrectionCommand, court.by(court.second), {
      id: ready.id,
      version: ready.version,
    });
    const membership = await db().membership.findFirstOrThrow({
      where: { allianceId: court.alliance.id, organizationId: court.school.id },
      include: { events: true },
    });
    expect(membership.events).toMatchObject([{ kind: "warned", createdById: court.second.userId }]);
  });

  test("numbers run without gaps, also after a refusal at the door", async () => {
    await perform(requestCorrectionCommand, court.by(court.reporter), {
      ...wish(await verified(court)),
      quantity: "100",
    });
    const made = await requested(court, await verified(court));
    const last = await db().correctionCase.aggregate({
      where: { allianceId: court.alliance.id },
      _max: { number: true },
      _count: true,
    });
    expect(last).toEqual({ _max: { number: made.number }, _count: made.number });
  });
});

describe("figure.decide_correction: two persons, neither of whom asked", () => {
  test("the requester decides nothing, the first cannot be the second", async () => {
    const made = await verified(court);
    const asked = await perform(requestCorrectionCommand, court.by(court.third), {
      ...wish(made),
      quantity: "5",
    });
    if (!asked.ok) throw new Error(asked.reason);
    const { id } = asked.value;
    const step = (
      command: typeof endorseCorrectionCommand,
      actor: Court["third"],
      version: number,
    ) => perform(command, court.by(actor), { id, version });
    expect(await step(endorseCorrectionCommand, court.third, 1)).toMatchObject({
      reason: "same-person",
    });
    expect(await step(applyCorrectionCommand as never, court.second, 1)).toMatchObject({
      reason: "wrong-state",
    });
    expect(await step(endorseCorrectionCommand, court.secretariat, 1)).toMatchObject({ ok: true });
    for (const actor of [court.secretariat, court.third]) {
      expect(await step(applyCorrectionCommand as never, actor, 2)).toMatchObject({
        reason: "same-person",
      });
    }
    expect(await step(applyCorrectionCommand as never, court.second, 2)).toMatchObject({
      ok: true,
    });
  });

  test("who belongs to the organization whose figure it is decides nothing", async () => {
    const { id, version } = await requested(court, await verified(court));
    const asked = { id, version };
    const inside = await createActor(db(), "secretariat", {
      allianceId: court.alliance.id,
      organizationId: court.school.id,
    });
    expect(await perform(endorseCorrectionCommand, court.by(inside), asked)).toMatchObject({
      reason: "own-figure",
    });
  });

  test("a correction decided twice or at once: one wins", async () => {
    const made = await verified(court);
    const ready = await endorsed(court, made);
    const move = { id: ready.id, version: ready.version };
    const both = await Promise.allSettled([
      perform(applyCorrectionCommand, court.by(court.second), move),
      perform(refuseCorrectionCommand, court.by(court.third), { ...move, refusal: "示例" }),
    ]);
    const won = both.filter((one) => one.status === "fulfilled" && one.value.ok);
    expect(won).toHaveLength(1);
    const again = await perform(applyCorrectionCommand, court.by(court.second), move);
    expect(again).toMatchObject({ ok: false, reason: "wrong-state" });
  });

  test("two requests about one record at once: one wins, and the numbers stay without gaps", async () => {
    const made = await verified(court);
    const both = await Promise.allSettled(
      ["1", "2"].map((quantity) =>
        perform(requestCorrectionCommand, court.by(court.reporter), { ...wish(made), quantity }),
      ),
    );
    expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
    expect(await db().correctionCase.count({ where: { recordId: made.id } })).toBe(1);
    const sums = await db().correctionCase.aggregate({
      where: { allianceId: court.alliance.id },
      _max: { number: true },
      _count: true,
    });
    expect(sums._max.number).toBe(sums._count);
  });

  test("the same request sent twice with one key is one case", async () => {
    const made = await verified(court);
    const call = { ...court.by(court.reporter), idempotencyKey: randomUUID() };
    const input = { ...wish(made), quantity: "3" };
    const first = await perform(requestCorrectionCommand, call, input);
    expect(await perform(requestCorrectionCommand, call, input)).toEqual(first);
    expect(await db().correctionCase.count({ where: { recordId: made.id } })).toBe(1);
  });
});

describe("what a request is refused for", () => {
  test.each([
    ["no change at all", { quantity: "100.00" }, "correction-changes-nothing"],
    [
      "change and withdrawal together",
      { quantity: "3", withdraws: true },
      "correction-changes-nothing",
    ],
    ["half a person", { metricCode: "M47", quantity: "2.5" }, "fraction-of-a-thing"],
    ["a day to come", { occurredOn: "2099-01-01" }, "result-in-future"],
    ["a thing without a key", { metricCode: "M35", quantity: "1" }, "key-missing"],
  ])("%s", async (_words, more, reason) => {
    const result = await perform(requestCorrectionCommand, court.by(court.reporter), {
      ...wish(await verified(court)),
      ...more,
    });
    expect(result).toMatchObject({ ok: false, reason });
  });

  test("a key that another record holds, a paper of another person, a second case about one record", async () => {
    const naturalKey = `ZL-${randomUUID()}`;
    await verified(court, { metricCode: "M35", quantity: "1", naturalKey });
    const made = await verified(court, {
      metricCode: "M35",
      quantity: "1",
      naturalKey: `${naturalKey}-b`,
    });
    const send = (more: object) =>
      perform(requestCorrectionCommand, court.by(court.reporter), { ...wish(made), ...more });
    expect(await send({ naturalKey })).toMatchObject({ reason: "duplicate-result" });
    const foreign = await createEvidence(db(), court.alliance.id, court.otherReporter);
    expect(await send({ evidenceId: foreign.id })).toMatchObject({ reason: "file-not-yours" });
    await requested(court, made, { naturalKey: `${naturalKey}-c` });
    expect(await send({ naturalKey: `${naturalKey}-d` })).toMatchObject({
      reason: "correction-open",
    });
  });

  test("an organization that is no member is not found; another member's figure is not one's own to correct", async () => {
    const made = await verified(court);
    const stranger = await createOrganization(db());
    const send = (actor: Court["reporter"], more: object) =>
      perform(requestCorrectionCommand, court.by(actor), { ...wish(made), ...more });
    await expect(send(court.reporter, { organizationId: stranger.id })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(send(court.otherReporter, { quantity: "1" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(send(court.delegate, { quantity: "1" })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await send(court.supervisor, { quantity: "1" })).toMatchObject({ ok: true });
  });

  test("a form opened before the last change is stale; what is not approved is not corrected", async () => {
    const made = await verified(court);
    await expect(
      perform(requestCorrectionCommand, court.by(court.reporter), {
        ...wish({ ...made, version: 1 }),
        quantity: "1",
      }),
    ).rejects.toMatchObject({ code: "stale" });
    const ready = await endorsed(court, made, { withdraws: true });
    await perform(applyCorrectionCommand, court.by(court.second), {
      id: ready.id,
      version: ready.version,
    });
    const gone = { id: made.id, version: made.version + 1 };
    expect(
      await perform(requestCorrectionCommand, court.by(court.reporter), {
        ...wish(gone),
        quantity: "1",
      }),
    ).toMatchObject({ reason: "wrong-state" });
  });
});

describe("I-23 nobody of another alliance, and no visitor", () => {
  test("a case is not found from another alliance, nor by another member or a visitor", async () => {
    const asked = await requested(court, await verified(court));
    const other = await createCourt(db());
    const read = (call: ReturnType<Court["by"]>) => ask(getCorrectionQuery, call, { id: asked.id });
    await expect(read(other.by(other.secretariat))).rejects.toMatchObject({ code: "not-found" });
    await expect(read(court.by(court.otherReporter))).rejects.toMatchObject({ code: "not-found" });
    await expect(read(court.by(anonymous))).rejects.toMatchObject({ code: "unauthenticated" });
    const list = await ask(listCorrectionsQuery, court.by(court.otherReporter), {});
    expect(list.total).toBe(0);
    const { items } = await ask(listCorrectionsQuery, court.by(court.reporter), { state: "open" });
    expect(items.map(({ id }) => id)).toContain(asked.id);
    // Verified but not published: a visitor learns of no correction of it.
    expect((await ask(correctionMarksQuery, court.by(anonymous), {})).items).toEqual([]);
  });
});

describe("the way of a case: every edge that is not there is refused, and nothing changes", () => {
  const commands = {
    endorse: endorseCorrectionCommand,
    apply: applyCorrectionCommand,
    refuse: refuseCorrectionCommand,
    withdraw: withdrawCorrectionCommand,
  };
  async function caseIn(state: (typeof correctionStates)[number]) {
    const made = await verified(court);
    if (state === "requested") return requested(court, made);
    const ready = await endorsed(court, made);
    const move = { id: ready.id, version: ready.version };
    if (state === "applied") await perform(commands.apply, court.by(court.second), move);
    if (state === "refused")
      await perform(commands.refuse, court.by(court.second), { ...move, refusal: "示例" });
    if (state === "withdrawn") await perform(commands.withdraw, court.by(court.reporter), move);
    return ready;
  }
  const illegal = correctionStates.flatMap((state) =>
    correctionMoves
      .filter((move) => !stateAfter(state, move))
      .map((move) => [state, move] as const),
  );
  test.each(illegal)("%s cannot %s", async (state, move) => {
    const { id } = await caseIn(state);
    const before = await db().correctionCase.findUniqueOrThrow({ where: { id } });
    expect(before.state).toBe(state);
    const actor = move === "withdraw" ? court.reporter : court.third;
    const result = await perform(commands[move] as typeof commands.refuse, court.by(actor), {
      id,
      version: before.version,
      ...(move === "refuse" && { refusal: "示例" }),
    } as never);
    expect(result).toMatchObject({ ok: false, reason: "wrong-state" });
    expect(await db().correctionCase.findUniqueOrThrow({ where: { id } })).toEqual(before);
  });

  test("only whoever asked takes it back", async () => {
    const { id, version } = await requested(court, await verified(court));
    const asked = { id, version };
    expect(await perform(commands.withdraw, court.by(court.leader), asked)).toMatchObject({
      reason: "same-person",
    });
    expect(await perform(commands.withdraw, court.by(court.reporter), asked)).toMatchObject({
      ok: true,
    });
  });
});

test("what is kept and what is promised agree after all of this (npm run admin -- verify)", async () => {
  await createMembership(db(), {
    allianceId: court.alliance.id,
    organizationId: (await createOrganization(db())).id,
    number: 900,
  });
  const wanted = /correct|closing balance|totals of outcome|counter|consecutive/;
  const checks = checksOf({ url: "", keeper: folderKeeper(""), outcomeOf: () => "" }).filter(
    ({ title }) => wanted.test(title),
  );
  expect(checks.length).toBeGreaterThanOrEqual(5);
  const reader = {
    query: async <R>({ text }: { text: string }) => ({
      rows: (await db().$queryRawUnsafe(text)) as R[],
    }),
  };
  for (const check of checks) {
    const findings = (await check.find(reader)).filter((one) => one.series !== "membership");
    expect([check.title, findings]).toEqual([check.title, []]);
  }
});
