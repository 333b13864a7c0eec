import { beforeAll, describe, expect, test } from "vitest";
import {
  approve,
  lookup,
  mergeOf,
  merges,
  preview,
  propose,
  reject,
} from "@/lib/features/organizations/procedures";
import { syntheticCreditCode } from "@/lib/features/organizations/rules/credit-code";
import { mergeParts } from "@/lib/features/organizations/types";
import { listProjectsProcedure } from "@/lib/features/projects/procedures/projects";
import { dateOf, dayIn } from "@/lib/kernel/dates";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createMembership } from "@/prisma/seed/factories/basics";
import { createProjectWithParties } from "@/prisma/seed/factories/projects";
import { createActor } from "../../support/actors";
import { useDatabase } from "../../support/database";
import { hangEverythingOn } from "./everything";
import { addOrganization, layScene, type Scene } from "./scene";

const base = useDatabase();
let scene: Scene;
let otherAdmin: Actor;
const today = dayIn(new Date(), "Asia/Shanghai");
beforeAll(async () => {
  scene = await layScene(base.db());
  otherAdmin = await createActor(base.db(), "platform_admin");
});
const call = () => ({ actor: scene.secretariatX, tenant: "alliance-x" });
let serial = 0;
async function pair() {
  serial += 1;
  const survivor = await addOrganization(base.db(), `示例保留单位 ${serial}`);
  const absorbed = await addOrganization(base.db(), `示例重复单位 ${serial}`);
  return { survivorId: survivor.id, absorbedId: absorbed.id, survivor, absorbed };
}
type Ids = { survivorId: string; absorbedId: string };
async function proposed({ survivorId, absorbedId }: Ids) {
  const result = await perform(propose, call(), {
    survivorId,
    absorbedId,
    reason: "示例：同一信用代码",
  });
  if (!result.ok) throw new Error(result.reason);
  return { proposalId: result.value.id, version: 1 };
}

/** Foreign keys to organizations, as the database has them. */
const foreignKeys = () =>
  base.db().$queryRaw<{ table: string; column: string }[]>`
    SELECT c.conrelid::regclass::text AS "table", a.attname::text AS "column"
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
    WHERE c.contype = 'f' AND c.confrelid = 'organizations'::regclass ORDER BY 1, 2`;

/** Which columns still name this organization. */
async function whereNamed(id: string): Promise<string[]> {
  const named: string[] = [];
  for (const { table, column } of await foreignKeys()) {
    const rows = await base.db().$queryRaw<{ xml: string }[]>`
      SELECT query_to_xml(format('SELECT count(*) AS n FROM %I WHERE %I = %L', ${table}::text, ${column}::text, ${id}::text), false, true, '')::text AS xml`;
    if (!rows[0]?.xml.includes("<n>0</n>")) named.push(`${table}.${column}`);
  }
  return named;
}

/** Records of what was, which keep the name of their day. */
const KEPT = [
  "meeting_seats.organization_id",
  "merge_proposals.absorbed_id",
  "project_events.organization_id",
  "agreement_events.organization_id",
];

describe("organizations.merge", () => {
  test("everything that hangs on the duplicate moves, in one transaction, and is audited", async () => {
    const ids = await pair();
    await hangEverythingOn(base.db(), scene.x.id, ids.absorbedId);
    const before = (await whereNamed(ids.absorbedId)).toSorted();
    const all = (await foreignKeys()).map(({ table, column }) => `${table}.${column}`);
    // The fixture uses every foreign key there is: a new table is noticed here.
    expect(before).toEqual(all.filter((key) => !key.startsWith("merge_proposals")).toSorted());
    const { moves } = await ask(preview, call(), {
      survivorId: ids.survivorId,
      absorbedId: ids.absorbedId,
    });
    expect(moves.map(({ what }) => what)).toEqual([...mergeParts]);

    const proposal = await proposed(ids);
    const result = await perform(approve, { actor: scene.admin }, proposal);
    expect(result).toMatchObject({ ok: true, value: { survivorId: ids.survivorId } });

    expect((await whereNamed(ids.absorbedId)).toSorted()).toEqual(KEPT.toSorted());
    const absorbed = await base
      .db()
      .organization.findUniqueOrThrow({ where: { id: ids.absorbedId } });
    expect(absorbed).toMatchObject({
      status: "merged",
      mergedIntoId: ids.survivorId,
      creditCode: null,
    });
    const survivor = await base.db().organization.findUniqueOrThrow({
      where: { id: ids.survivorId },
      include: { names: true },
    });
    expect(survivor.names.map(({ kind, name }) => [kind, name])).toContainEqual([
      "alias",
      ids.absorbed.name,
    ]);
    const { items } = await ask(lookup, call(), { q: ids.absorbed.name });
    expect(items.map(({ id }) => id)).toEqual([ids.survivorId]);

    const entries = await base.db().auditEntry.findMany({ where: { subjectId: ids.survivorId } });
    const noted = (wanted: string) =>
      entries.filter(({ action }) => action === wanted).map(({ chain }) => chain);
    expect(noted("organization.propose_merge")).toEqual([scene.x.id]);
    expect(noted("organization.merge")).toEqual(expect.arrayContaining([scene.x.id, "platform"]));
    const kept = await base
      .db()
      .mergeProposal.findUniqueOrThrow({ where: { id: proposal.proposalId } });
    expect(kept).toMatchObject({ state: "approved", decidedById: scene.admin.userId });
    expect(Object.keys(kept.moved ?? {})).toEqual(
      expect.arrayContaining(["memberships", "receipts", "outcomes"]),
    );
  });

  test("roll-ups still equal what they add up", async () => {
    const rows = await base.db().$queryRaw<{ wrong: number }[]>`
      SELECT (SELECT count(*) FROM (
        SELECT alliance_id, organization_id, year, side, cash, records, total FROM fund_rollups WHERE records <> 0 OR total <> 0
        EXCEPT SELECT alliance_id, organization_id, year, side, cash, records, total FROM fund_rollup_truth) a)::int
      + (SELECT count(*) FROM (
        SELECT alliance_id, organization_id, metric_code, year, state, records, total FROM outcome_rollups WHERE records <> 0 OR total <> 0
        EXCEPT SELECT alliance_id, organization_id, metric_code, year, state, records, total FROM outcome_rollup_truth) b)::int AS wrong`;
    expect(rows[0]?.wrong).toBe(0);
  });

  test("the list of projects names the survivor alone, once in each, and what stands ready as JSON follows", async () => {
    const db = base.db();
    const ids = await pair();
    const other = await addOrganization(db, "示例第三方单位");
    const { survivorId, absorbedId } = ids;
    const made = async (...organizationIds: [string, ...string[]]) => {
      const given = { allianceId: scene.x.id, organizationIds };
      return (await createProjectWithParties(db, given)).id;
    };
    const led = await made(absorbedId, other.id);
    const joined = await made(other.id, absorbedId);
    const both = await made(absorbedId, survivorId, other.id);
    await perform(approve, { actor: scene.admin }, await proposed(ids));

    const { items } = await ask(listProjectsProcedure, call(), { pageSize: 100 });
    const parties = (id: string) => {
      const row = items.find((one) => one.id === id);
      return [row?.lead, ...(row?.partners ?? [])];
    };
    const one = { id: survivorId, name: ids.survivor.name };
    const third = { id: other.id, name: other.name };
    expect(parties(led)).toEqual([one, third]);
    expect(parties(joined)).toEqual([third, one]);
    expect(parties(both)).toEqual([one, third]);
    const found = await ask(listProjectsProcedure, call(), { organization: absorbedId });
    expect(found.items).toEqual([]);
    const stale = await db.$queryRaw<{ id: string }[]>`
      SELECT id FROM organizations WHERE as_json::jsonb <> jsonb_build_object('id', id, 'name', name)
      UNION ALL SELECT id FROM projects WHERE ('{' || as_json || '}')::jsonb -> 'id' <> to_jsonb(id)
        OR ('{' || as_json || '}')::jsonb -> 'title' <> to_jsonb(title)
        OR ('{' || as_json || '}')::jsonb -> 'state' <> to_jsonb(state)`;
    expect(stale).toEqual([]);
  });

  test("the survivor takes the code and what else it lacks", async () => {
    const ids = await pair();
    const creditCode = syntheticCreditCode(9001);
    await base.db().organization.update({
      where: { id: ids.absorbedId },
      data: { creditCode, address: "示例路 3 号" },
    });
    await base
      .db()
      .organization.update({ where: { id: ids.survivorId }, data: { shortName: "保留" } });
    await perform(approve, { actor: scene.admin }, await proposed(ids));
    expect(
      await base.db().organization.findUniqueOrThrow({ where: { id: ids.survivorId } }),
    ).toMatchObject({
      creditCode,
      address: "示例路 3 号",
      shortName: "保留",
    });
  });

  test("both members of one alliance: the survivor keeps its number, the duplicate's membership ends as merged", async () => {
    const db = base.db();
    const ids = await pair();
    const stays = await createMembership(db, {
      allianceId: scene.x.id,
      organizationId: ids.survivorId,
      number: 301,
    });
    const twin = await createMembership(db, {
      allianceId: scene.x.id,
      organizationId: ids.absorbedId,
      number: 302,
    });
    const body = await db.governanceBody.create({
      data: { allianceId: scene.x.id, kind: "council", name: "示例理事会", sortOrder: 1 },
    });
    const keys = { allianceId: scene.x.id, bodyId: body.id };
    const seat = await db.seat.create({ data: { ...keys, number: 1, basis: "unit" } });
    const term = await db.term.create({
      data: { ...keys, ordinal: 1, startsOn: dateOf("2023-01-01"), endsOn: dateOf("2099-01-01") },
    });
    const holding = await db.seatHolding.create({
      data: {
        allianceId: scene.x.id,
        seatId: seat.id,
        termId: term.id,
        membershipId: twin.id,
        validFrom: dateOf("2023-01-01"),
      },
    });
    const shown = await ask(preview, call(), {
      survivorId: ids.survivorId,
      absorbedId: ids.absorbedId,
    });
    expect(shown.sharedAlliances).toEqual([scene.x.name]);
    await perform(approve, { actor: scene.admin }, await proposed(ids));
    const periods = await db.membershipPeriod.findMany({
      where: { membershipId: { in: [stays.id, twin.id] } },
    });
    expect(periods.find(({ membershipId }) => membershipId === stays.id)?.validTo).toBeNull();
    const ended = periods.find(({ membershipId }) => membershipId === twin.id)?.validTo;
    expect(ended && ended < dateOf(today)).toBe(true);
    const event = await db.membershipEvent.findFirstOrThrow({ where: { membershipId: twin.id } });
    expect(event).toMatchObject({ kind: "merged", effectiveOn: dateOf(today) });
    expect(
      (await db.seatHolding.findUniqueOrThrow({ where: { id: holding.id } })).membershipId,
    ).toBe(stays.id);
  });

  test("A-31 I-15 who proposes does not approve, under whatever account", async () => {
    const db = base.db();
    const ids = await pair();
    const proposal = await proposed(ids);
    const sameHuman = await createActor(db, "platform_admin");
    const secretary = await db.user.findUniqueOrThrow({
      where: { id: scene.secretariatX.userId ?? "" },
    });
    const sneaky: Actor = { ...sameHuman, personId: secretary.personId };
    expect(await perform(approve, { actor: sneaky }, proposal)).toMatchObject({
      reason: "merge-own-proposal",
    });
    await expect(perform(approve, { actor: scene.secretariatX }, proposal)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(
      await db.organization.findUniqueOrThrow({ where: { id: ids.absorbedId } }),
    ).toMatchObject({ status: "active" });
  });

  test("two approvals at once merge once", async () => {
    const ids = await pair();
    const proposal = await proposed(ids);
    const results = await Promise.all(
      [scene.admin, otherAdmin, scene.admin].map((actor) => perform(approve, { actor }, proposal)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap((result) => (result.ok ? [] : result.reason))).toEqual(
      Array(2).fill("merge-already-decided"),
    );
  });

  test("two different codes are two organizations; a row is not merged with itself or twice", async () => {
    const ids = await pair();
    const input = { ...ids, survivor: undefined, absorbed: undefined };
    const plain = { survivorId: input.survivorId, absorbedId: input.absorbedId, reason: "示例" };
    expect(
      await perform(propose, call(), { ...plain, absorbedId: plain.survivorId }),
    ).toMatchObject({ reason: "merge-same" });
    await base.db().organization.update({
      where: { id: ids.survivorId },
      data: { creditCode: syntheticCreditCode(9101) },
    });
    await base.db().organization.update({
      where: { id: ids.absorbedId },
      data: { creditCode: syntheticCreditCode(9102) },
    });
    expect(await perform(propose, call(), plain)).toMatchObject({ reason: "merge-two-codes" });
    await base
      .db()
      .organization.update({ where: { id: ids.absorbedId }, data: { creditCode: null } });
    const proposal = await proposed(ids);
    expect(await perform(propose, call(), plain)).toMatchObject({ reason: "merge-open" });
    await perform(approve, { actor: scene.admin }, proposal);
    expect(await perform(propose, call(), plain)).toMatchObject({ reason: "organization-merged" });
  });

  test("sent back with a reason nothing moves, and it can be proposed again", async () => {
    const ids = await pair();
    const proposal = await proposed(ids);
    expect(
      (await perform(reject, { actor: scene.admin }, { ...proposal, reason: "示例：不是同一单位" }))
        .ok,
    ).toBe(true);
    expect(
      await perform(reject, { actor: scene.admin }, { ...proposal, reason: "再次" }),
    ).toMatchObject({ reason: "merge-already-decided" });
    await expect(
      perform(approve, { actor: scene.admin }, { ...proposal, version: 9 }),
    ).resolves.toMatchObject({ reason: "merge-already-decided" });
    await proposed(ids);
    const list = await ask(merges, { actor: scene.admin }, { state: "rejected" });
    expect(list.items.map(({ decisionReason }) => decisionReason)).toContain("示例：不是同一单位");
  });

  test("A-01 proposals are for platform administrators, and another alliance's duplicate is not one's own to propose", async () => {
    const proposal = await proposed(await pair());
    for (const actor of [scene.secretariatX, scene.observerX, scene.enterpriseX]) {
      await expect(ask(merges, { actor }, {})).rejects.toMatchObject({ code: "forbidden" });
      await expect(
        ask(mergeOf, { actor }, { proposalId: proposal.proposalId }),
      ).rejects.toMatchObject({ code: "forbidden" });
    }
    const { survivorId } = await pair();
    await expect(
      perform(propose, call(), { survivorId, absorbedId: scene.memberY.id, reason: "示例" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("A-13 the preview of a secretariat counts its own alliance only", async () => {
    const ids = await pair();
    await createMembership(base.db(), {
      allianceId: scene.x.id,
      organizationId: ids.absorbedId,
      number: 401,
    });
    await createMembership(base.db(), {
      allianceId: scene.y.id,
      organizationId: ids.absorbedId,
      number: 402,
    });
    const count = (moves: { what: string; count: number }[]) =>
      moves.find(({ what }) => what === "memberships")?.count;
    const { moves } = await ask(preview, call(), {
      survivorId: ids.survivorId,
      absorbedId: ids.absorbedId,
    });
    expect(count(moves)).toBe(1);
    const proposal = await proposed(ids);
    const whole = await ask(mergeOf, { actor: scene.admin }, { proposalId: proposal.proposalId });
    expect(count(whole.preview.moves)).toBe(2);
  });
});
