import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { applyCorrectionCommand } from "@/lib/features/corrections/procedures";
import { dateOf } from "@/lib/kernel/dates";
import { perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { type Court, createCourt, endorsed, refusedFor, requested, verified } from "./support";

/* What the database itself refuses, however the application asks. */
const { db } = useDatabase();
let court: Court;

beforeAll(async () => {
  court = await createCourt(db());
});

const refused = async (work: Promise<unknown>, words: RegExp) =>
  expect(await refusedFor(work)).toMatch(words);
const change = (id: string, data: object) => db().outcomeRecord.update({ where: { id }, data });

describe("A-34, I-16: an approved figure is not changed quietly", () => {
  test.each([
    ["number", { quantity: "1" }],
    ["key", { naturalKey: "other" }],
    ["date", { occurredOn: dateOf("2026-05-02") }],
    ["year", { year: 2025 }],
    ["metric", { metricCode: "M35" }],
    ["title", { title: "示例别名" }],
    ["evidence", { fileId: null }],
    ["level", { level: "national" as const }],
    ["issuer", { issuer: "示例协会" }],
    ["parties", { parties: "示例甲、示例乙" }],
    ["name of the thing", { keyName: "示例" }],
    ["verifier", { verifiedById: randomUUID() }],
    ["state", { state: "submitted" as const }],
    ["state, taken out", { state: "superseded" as const }],
  ])("%s", async (_words, data) => {
    const { id } = await verified(court);
    await refused(change(id, data), /immutable/);
  });

  test("organization, and deletion", async () => {
    const { id } = await verified(court);
    await refused(change(id, { organizationId: court.other.id }), /immutable/);
    await refused(db().outcomeRecord.delete({ where: { id } }), /immutable/);
  });

  test("a case that is only asked for or agreed to by one changes nothing", async () => {
    const made = await verified(court);
    const { id: correctionId } = await endorsed(court, made);
    const data = { correctionId, quantity: "80", version: made.version + 1 };
    await refused(change(made.id, data), /immutable/);
  });

  test("a decided case changes its own record, to the letter, once", async () => {
    const made = await verified(court);
    const neighbour = await verified(court);
    const ready = await endorsed(court, made);
    await perform(applyCorrectionCommand, court.by(court.second), {
      id: ready.id,
      version: ready.version,
    });
    const data = { correctionId: ready.id, quantity: "80", version: neighbour.version + 1 };
    await refused(change(neighbour.id, data), /immutable/);
    await refused(change(made.id, { quantity: "79" }), /immutable/);
    await refused(change(made.id, { correctionId: null }), /immutable/);
  });
});

describe("versions and cases are append-only", () => {
  test("a version is neither changed nor deleted, nor written by hand", async () => {
    const made = await verified(court);
    const ready = await endorsed(court, made);
    await perform(applyCorrectionCommand, court.by(court.second), {
      id: ready.id,
      version: ready.version,
    });
    const version = await db().outcomeVersion.findFirstOrThrow({ where: { caseId: ready.id } });
    const { allianceId, caseId } = version;
    const where = { allianceId_caseId: { allianceId, caseId } };
    await refused(db().outcomeVersion.update({ where, data: { quantity: "1" } }), /immutable/);
    await refused(db().outcomeVersion.delete({ where }), /immutable/);
    const forged = {
      ...version,
      version: 99,
      caseId: (await requested(court, await verified(court))).id,
    };
    await refused(db().outcomeVersion.create({ data: forged }), /guard/);
  });

  test("a decided case is never changed, what it asks for not even before, and none is deleted", async () => {
    const asked = await requested(court, await verified(court));
    const where = { id: asked.id };
    const update = (data: object) => db().correctionCase.update({ where, data });
    await refused(update({ newQuantity: "1" }), /immutable/);
    await refused(update({ reasonCode: "fraud" }), /immutable/);
    await refused(update({ newOrganizationId: court.other.id }), /immutable/);
    await refused(db().correctionCase.delete({ where }), /immutable/);
    await update({ state: "withdrawn", decidedById: court.reporter.userId, decidedAt: new Date() });
    await refused(update({ state: "requested", decidedById: null, decidedAt: null }), /immutable/);
  });

  test("the database too wants three hands", async () => {
    const asked = await requested(court, await verified(court), { quantity: "80" }, court.third);
    const update = (data: object) => db().correctionCase.update({ where: { id: asked.id }, data });
    const at = new Date();
    const me = court.third.userId;
    await refused(
      update({ state: "endorsed", endorsedById: me, endorsedAt: at }),
      /correction_cases_hands/,
    );
    const other = court.second.userId;
    await refused(
      update({
        state: "applied",
        endorsedById: other,
        endorsedAt: at,
        decidedById: other,
        decidedAt: at,
        impact: [],
      }),
      /guard|correction_cases_hands/,
    );
    await update({ state: "endorsed", endorsedById: other, endorsedAt: at });
    for (const hand of [other, me]) {
      await refused(
        update({ state: "applied", decidedById: hand, decidedAt: at, impact: [] }),
        /correction_cases_hands/,
      );
    }
  });
});
