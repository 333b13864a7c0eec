import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getOrganizationPage } from "@/lib/features/memberships/procedures/register";
import {
  agree,
  approve,
  changes,
  disagree,
  propose,
  takeBack,
  update,
} from "@/lib/features/organizations/procedures";
import { syntheticCreditCode } from "@/lib/features/organizations/rules/credit-code";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createAlliance, createMembership } from "@/prisma/seed/factories/basics";
import { createActor } from "../../support/actors";
import { useDatabase } from "../../support/database";
import { addOrganization, layScene, type Scene } from "./scene";

const base = useDatabase();
let scene: Scene;
beforeAll(async () => {
  scene = await layScene(base.db());
});
let serial = 0;
type Shared = Awaited<ReturnType<typeof addOrganization>>;
let shared: Shared;
const inX = () => ({ actor: scene.secretariatX, tenant: "alliance-x" });
const inY = () => ({ actor: scene.secretariatY, tenant: "alliance-y" });

/** A member of both alliances. */
async function addShared(): Promise<Shared> {
  serial += 1;
  const organization = await addOrganization(base.db(), `示例两边成员 ${serial}`, {
    creditCode: syntheticCreditCode(3000 + serial),
  });
  for (const { id: allianceId } of [scene.x, scene.y]) {
    await createMembership(base.db(), {
      allianceId,
      organizationId: organization.id,
      number: 500 + serial,
    });
  }
  return organization;
}
beforeEach(async () => {
  shared = await addShared();
});

const newName = () => `${shared.name} 新名`;
const edit = (more: Record<string, unknown> = {}, call: { actor: Actor; tenant: string } = inX()) =>
  perform(update, call, {
    organizationId: shared.id,
    version: shared.version,
    name: shared.name,
    kind: "enterprise",
    address: "示例路 1 号",
    ...more,
  });
const now = () =>
  base.db().organization.findUniqueOrThrow({ where: { id: shared.id }, include: { names: true } });
const open = async () => {
  const found = await base.db().organizationChange.findFirst({
    where: { organizationId: shared.id },
    orderBy: { proposedAt: "desc" },
  });
  return found?.id ?? "";
};
const events = async (chain: string) =>
  (
    await base
      .db()
      .auditEntry.findMany({ where: { chain, subjectId: shared.id }, orderBy: { seq: "asc" } })
  ).map(({ action }) => action);

describe("Organization belongs to two alliances: two memberships, one profile", () => {
  test("changes of key fields are proposed to both secretaries and applied once; the rest is saved at once", async () => {
    const code = syntheticCreditCode(4000 + serial);
    expect(await edit({ name: newName(), creditCode: code })).toMatchObject({
      ok: true,
      value: { proposed: true, version: 2 },
    });
    expect(await now()).toMatchObject({
      name: shared.name,
      creditCode: shared.creditCode,
      address: "示例路 1 号",
      version: 2,
    });
    const seen = await ask(changes, inY(), { state: "proposed" });
    const waiting = seen.items.find(({ organization }) => organization.id === shared.id);
    expect(waiting).toMatchObject({
      fields: [
        { field: "name", before: shared.name, after: newName() },
        { field: "creditCode", before: shared.creditCode, after: code },
      ],
      answers: expect.arrayContaining([
        expect.objectContaining({
          alliance: { slug: "alliance-x", name: scene.x.name },
          answer: "accepted",
          mine: false,
        }),
        expect.objectContaining({
          alliance: { slug: "alliance-y", name: scene.y.name },
          answer: "waiting",
          mine: true,
        }),
      ]),
    });
    const changeId = waiting?.id ?? "";
    expect(await perform(agree, inY(), { changeId })).toMatchObject({
      ok: true,
      value: { state: "applied" },
    });
    const after = await now();
    expect(after).toMatchObject({ name: newName(), creditCode: code, version: 3 });
    expect(after.names.map(({ kind, name }) => [kind, name]).sort()).toEqual([
      ["former", shared.name],
      ["official", newName()],
    ]);
    const renamed = await base.db().membershipEvent.findMany({
      where: { kind: "renamed", membership: { organizationId: shared.id } },
    });
    expect(renamed.map(({ allianceId }) => allianceId).sort()).toEqual(
      [scene.x.id, scene.y.id].sort(),
    );
    expect(await events(scene.x.id)).toEqual([
      "organization.propose_change",
      "organization.update",
      "organization.update",
    ]);
    expect(await events(scene.y.id)).toEqual([
      "organization.propose_change",
      "organization.accept_change",
      "organization.update",
    ]);
  });

  test("what is no key field, or a member of one alliance, waits for nobody", async () => {
    expect(await edit()).toMatchObject({ ok: true, value: { proposed: false } });
    expect(await open()).toBe("");
    const alone = scene.memberX;
    const result = await perform(update, inX(), {
      organizationId: alone.id,
      version: alone.version,
      name: `${alone.name}改`,
      kind: "enterprise",
    });
    expect(result).toMatchObject({ ok: true, value: { proposed: false } });
    expect(await base.db().organization.findUnique({ where: { id: alone.id } })).toMatchObject({
      name: `${alone.name}改`,
    });
  });

  test("a frozen alliance and one that it has left have no say", async () => {
    await base.db().membershipPeriod.updateMany({
      where: { membership: { organizationId: shared.id }, allianceId: scene.y.id },
      data: { validTo: new Date("2024-01-01") },
    });
    expect(await edit({ name: newName() })).toMatchObject({ ok: true, value: { proposed: false } });
    expect(await events(scene.y.id)).toEqual(["organization.update"]);
    shared = await addShared();
    await base.db().alliance.update({ where: { id: scene.y.id }, data: { status: "suspended" } });
    expect(await edit({ name: newName() })).toMatchObject({ ok: true, value: { proposed: false } });
    await base.db().alliance.update({ where: { id: scene.y.id }, data: { status: "operating" } });
  });

  test("its own people's proposal waits for both secretariats", async () => {
    const contact = await createActor(base.db(), "enterprise_contact", {
      allianceId: scene.x.id,
      organizationId: shared.id,
    });
    expect(await edit({ name: newName() }, { actor: contact, tenant: "alliance-x" })).toMatchObject(
      { ok: true, value: { proposed: true } },
    );
    const changeId = await open();
    expect(await perform(agree, inX(), { changeId })).toMatchObject({
      ok: true,
      value: { state: "proposed" },
    });
    expect((await now()).name).toBe(shared.name);
    expect(await perform(agree, inY(), { changeId })).toMatchObject({
      ok: true,
      value: { state: "applied" },
    });
  });

  test("an alliance that gets it as a member meanwhile is asked too, and nothing is applied before", async () => {
    await edit({ name: newName() });
    const changeId = await open();
    const late = await createAlliance(base.db());
    const secretary = await createActor(base.db(), "secretariat", { allianceId: late.id });
    const inLate = { actor: secretary, tenant: late.slug };
    await expect(perform(agree, inLate, { changeId })).rejects.toMatchObject({ code: "not-found" });
    await createMembership(base.db(), { allianceId: late.id, organizationId: shared.id });
    const seen = await ask(changes, inLate, { state: "proposed" });
    expect(seen.items.map(({ id }) => id)).toEqual([changeId]);
    expect(await perform(agree, inY(), { changeId })).toMatchObject({
      ok: true,
      value: { state: "proposed" },
    });
    expect((await now()).name).toBe(shared.name);
    expect(await perform(agree, inLate, { changeId })).toMatchObject({
      ok: true,
      value: { state: "applied" },
    });
  });

  test("a membership and the last answer at once: asked, or applied before it began", async () => {
    await edit({ name: newName() });
    const changeId = await open();
    const late = await createAlliance(base.db());
    const [answer] = await Promise.all([
      perform(agree, inY(), { changeId }),
      createMembership(base.db(), { allianceId: late.id, organizationId: shared.id }),
    ]);
    const asked = await base
      .db()
      .organizationChangeAnswer.count({ where: { changeId, allianceId: late.id } });
    const state = answer.ok ? answer.value.state : answer.reason;
    expect([`applied ${asked}`, `proposed ${asked}`]).toContain(`${state} ${asked}`);
    expect((await now()).name).toBe(state === "applied" ? newName() : shared.name);
    if (state === "proposed") expect(asked).toBe(1);
  });

  test("one refusal with its reason ends it; the proposer reads the reason, the profile stays", async () => {
    await edit({ name: newName() });
    const changeId = await open();
    await expect(perform(disagree, inY(), { changeId, reason: " " })).rejects.toMatchObject({
      code: "malformed",
    });
    expect(await perform(disagree, inY(), { changeId, reason: "执照未变更" })).toMatchObject({
      ok: true,
      value: { state: "refused" },
    });
    const list = await ask(changes, inX(), { state: "refused" });
    expect(
      list.items.find(({ id }) => id === changeId)?.answers.map(({ reason }) => reason),
    ).toContain("执照未变更");
    expect((await now()).name).toBe(shared.name);
    expect(await events(scene.x.id)).toContain("organization.refuse_change");
    expect(await perform(agree, inY(), { changeId })).toMatchObject({
      ok: false,
      reason: "change-closed",
    });
    expect(await edit({ name: newName(), version: 2 })).toMatchObject({
      ok: true,
      value: { proposed: true },
    });
  });

  test("stale: the profile moved meanwhile, so the change lapses and writes nothing", async () => {
    await edit({ name: newName() });
    const changeId = await open();
    await base
      .db()
      .organization.update({ where: { id: shared.id }, data: { name: `${shared.name} 另名` } });
    expect(await perform(agree, inY(), { changeId })).toMatchObject({
      ok: true,
      value: { state: "stale" },
    });
    expect((await now()).name).toBe(`${shared.name} 另名`);
  });

  test("a code that another unit took meanwhile is refused, and the answer can be given later", async () => {
    const code = syntheticCreditCode(5000 + serial);
    await edit({ creditCode: code });
    const changeId = await open();
    const other = await addOrganization(base.db(), `示例占用 ${serial}`, { creditCode: code });
    expect(await perform(agree, inY(), { changeId })).toMatchObject({
      ok: false,
      reason: "duplicate-code",
    });
    await base.db().organization.update({ where: { id: other.id }, data: { creditCode: null } });
    expect(await perform(agree, inY(), { changeId })).toMatchObject({
      ok: true,
      value: { state: "applied" },
    });
  });

  test("one at a time; sent twice, and at once, it is applied once", async () => {
    const both = await Promise.allSettled([
      edit({ name: newName() }),
      edit({ name: `${newName()} 二` }),
    ]);
    expect(
      await base
        .db()
        .organizationChange.count({ where: { organizationId: shared.id, state: "proposed" } }),
    ).toBe(1);
    expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
    expect(await edit({ name: `${newName()} 三`, version: 2 })).toMatchObject({
      ok: false,
      reason: "change-open",
    });
    const changeId = await open();
    const answers = await Promise.all([
      perform(agree, inY(), { changeId }),
      perform(agree, inY(), { changeId }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await now()).version).toBe(3);
    expect(
      await base
        .db()
        .organizationName.count({ where: { organizationId: shared.id, kind: "official" } }),
    ).toBe(1);
  });

  test("taken back where it was proposed, and nowhere else", async () => {
    await edit({ name: newName() });
    const changeId = await open();
    await expect(perform(takeBack, inY(), { changeId })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await perform(takeBack, inX(), { changeId })).toMatchObject({
      ok: true,
      value: { state: "withdrawn" },
    });
    expect(await perform(takeBack, inX(), { changeId })).toMatchObject({
      ok: false,
      reason: "change-closed",
    });
    expect(await perform(agree, inY(), { changeId })).toMatchObject({
      ok: false,
      reason: "change-closed",
    });
  });

  test("A-01 who was not asked knows of nothing; who is no secretariat answers nothing", async () => {
    const alone = scene.memberX;
    const foreign = await base.db().organizationChange.create({
      data: {
        allianceId: scene.x.id,
        organizationId: alone.id,
        fields: { name: ["a", "b"] },
        proposedById: scene.secretariatX.userId ?? "",
        answers: { create: [{ allianceId: scene.x.id }] },
      },
    });
    await expect(perform(agree, inY(), { changeId: foreign.id })).rejects.toMatchObject({
      code: "not-found",
    });
    for (const actor of [scene.enterpriseX, scene.observerX]) {
      await expect(
        perform(agree, { actor, tenant: "alliance-x" }, { changeId: foreign.id }),
      ).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("the page shows the open change to those inside; an alliance that is not public stays unnamed", async () => {
    await edit({ name: newName() });
    const page = (actor: Actor) =>
      ask(getOrganizationPage, { actor }, { organizationId: shared.id });
    const seenByX = (await page(scene.secretariatX)).changes;
    expect(seenByX).toMatchObject([{ state: "proposed", withdrawable: true }]);
    expect(seenByX[0]?.answers.map(({ alliance }) => alliance?.slug ?? null).sort()).toEqual(
      ["alliance-x", null].sort(),
    );
    expect(JSON.stringify(seenByX)).not.toContain(scene.y.name);
    expect((await page(scene.secretariatY)).changes[0]?.answers.some(({ mine }) => mine)).toBe(
      true,
    );
    expect((await page(scene.expertX)).changes).toEqual([]);
  });
});

test("I-05 a merger leaves its entry in every alliance that it touches, the numbers only in the chain of who decided", async () => {
  const twin = await addOrganization(base.db(), `示例重复 ${serial}`);
  await createMembership(base.db(), {
    allianceId: scene.y.id,
    organizationId: twin.id,
    number: 900 + serial,
  });
  const proposed = await perform(propose, inY(), {
    survivorId: shared.id,
    absorbedId: twin.id,
    reason: "示例",
  });
  if (!proposed.ok) throw new Error(proposed.reason);
  await perform(approve, { actor: scene.admin }, { proposalId: proposed.value.id, version: 1 });
  for (const chain of [scene.x.id, scene.y.id, "platform"]) {
    const entry = await base.db().auditEntry.findFirst({
      where: { chain, action: "organization.merge", subjectId: shared.id },
    });
    expect(entry?.details).toMatchObject({ absorbedId: twin.id, absorbedName: twin.name });
    expect(Object.hasOwn(Object(entry?.details), "moved")).toBe(chain === "platform");
  }
});
