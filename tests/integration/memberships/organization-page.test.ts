import { beforeAll, describe, expect, test } from "vitest";
import { admitApplicationCommand } from "@/lib/features/applications/procedures";
import {
  exported,
  getOrganizationPage as get,
  list,
} from "@/lib/features/memberships/procedures/register";
import { dateOf } from "@/lib/kernel/dates";
import { type Actor, anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createMembership } from "@/prisma/seed/factories/basics";
import { createActor } from "../../support/actors";
import { useDatabase } from "../../support/database";
import { createDecision, createHome } from "../matrix/home";
import { addOrganization, layScene, type Scene } from "../organizations/scene";

const base = useDatabase();
let scene: Scene;
let shared = "";
let unused = "";
beforeAll(async () => {
  const db = base.db();
  scene = await layScene(db);
  const organization = await addOrganization(db, "示例双盟单位", { creditCode: null });
  shared = organization.id;
  unused = (await addOrganization(db, "示例未入会单位")).id;
  for (const [alliance, phone, number] of [
    [scene.x, "13800001111", 11],
    [scene.y, "13900002222", 12],
  ] as const) {
    const membership = await createMembership(db, {
      allianceId: alliance.id,
      organizationId: shared,
      number,
    });
    const person = await db.person.create({ data: { name: `示例代表${number}`, phone } });
    await db.representative.create({
      data: {
        allianceId: alliance.id,
        membershipId: membership.id,
        personId: person.id,
        kind: "authorised",
        validFrom: dateOf("2023-01-01"),
        letterUntil: dateOf("2030-01-01"),
      },
    });
    await db.membershipEvent.create({
      data: {
        ...{ allianceId: alliance.id, membershipId: membership.id },
        kind: "warned",
        effectiveOn: dateOf("2024-05-05"),
        reason: `CANARY-${number}`,
      },
    });
  }
});
const page = (actor: Actor, organizationId = shared) => ask(get, { actor }, { organizationId });
const secretsY = ["13900002222", "示例代表12", "CANARY-12", "alliance-y"];

describe("organizations.get", () => {
  test("Organization belongs to two alliances: each secretariat sees its own half, the platform both", async () => {
    const ofX = await page(scene.secretariatX);
    expect(ofX.memberships.map(({ number }) => number)).toEqual([11]);
    expect(
      (await page(scene.secretariatY)).memberships.map(({ number }) => number).toSorted(),
    ).toEqual([11, 12]);
    expect((await page(scene.admin)).memberships).toHaveLength(2);
  });

  test.each(["secretariatX", "enterpriseX", "observerX", "expertX"] as const)(
    "A-01 %s gets no byte of the unpublished alliance",
    async (role) => {
      const text = JSON.stringify(await page(scene[role]));
      for (const secret of secretsY) expect(text).not.toContain(secret);
    },
  );

  test("A-12 the public sees neither people nor history nor code", async () => {
    const shown = await page(anonymous);
    expect(shown.memberships.map(({ representatives }) => representatives)).toEqual([null]);
    expect(shown.creditCodeShown).toBe(false);
    const text = JSON.stringify(shown);
    for (const secret of [...secretsY, "1380000", "示例代表11", "CANARY-11"])
      expect(text).not.toContain(secret);
  });

  test("A-76 telephone numbers leave masked for everybody, names masked for the observer", async () => {
    const [seen] = (await page(scene.secretariatX)).memberships;
    expect(seen?.representatives).toMatchObject([{ name: "示例代表11", phone: "138****1111" }]);
    const [masked] = (await page(scene.observerX)).memberships;
    expect(masked?.representatives).toMatchObject([{ name: "示**", phone: "138****1111" }]);
  });

  test("an enterprise sees the inside of its own organization only", async () => {
    const own = await page(scene.enterpriseX, scene.memberX.id);
    expect(own.memberships[0]?.representatives).toEqual([]);
    const other = await page(scene.enterpriseX);
    expect(other.memberships[0]?.representatives).toBeNull();
  });

  test("A-01 what is a member of no visible alliance is not found, except by those who keep the register", async () => {
    for (const actor of [anonymous, scene.enterpriseX, scene.observerX]) {
      await expect(page(actor, scene.memberY.id)).rejects.toMatchObject({ code: "not-found" });
      await expect(page(actor, unused)).rejects.toMatchObject({ code: "not-found" });
    }
    expect((await page(scene.secretariatX, unused)).editableIn).toEqual(["alliance-x"]);
    expect((await page(scene.secretariatX, scene.memberY.id)).editableIn).toEqual([]);
    expect((await page(scene.secretariatX, scene.memberY.id)).memberships).toEqual([]);
  });

  test("a missing organization and one that may not be known give the same answer", async () => {
    const missing = "019a0000-0000-7000-8000-000000000000";
    await expect(page(anonymous, missing)).rejects.toMatchObject({ code: "not-found" });
    await expect(page(anonymous, "1 OR 1=1")).rejects.toMatchObject({ code: "malformed" });
  });
});

describe("members.list and members.export", () => {
  const rows = (actor: Actor, tenant = "alliance-x") => ask(list, { actor, tenant }, {});
  test("A-01 A-09 the register of an unpublished alliance is not found by strangers", async () => {
    for (const actor of [anonymous, scene.secretariatX, scene.enterpriseX]) {
      await expect(rows(actor, "alliance-y")).rejects.toMatchObject({ code: "not-found" });
    }
    expect((await rows(scene.secretariatY, "alliance-y")).total).toBe(2);
  });
  test("A-12 representatives and letters are in the rows of the inside only", async () => {
    const of = async (actor: Actor) =>
      (await rows(actor)).items.find(({ number }) => number === 11);
    expect(await of(scene.secretariatX)).toMatchObject({
      representative: "示例代表11",
      letterUntil: "2030-01-01",
    });
    for (const actor of [anonymous, scene.observerX, scene.expertX, scene.enterpriseX]) {
      expect(await of(actor)).toMatchObject({
        representative: null,
        letterUntil: null,
        creditCode: null,
      });
    }
  });
  test("an export holds what the right reaches, and is recorded", async () => {
    const take = (actor: Actor) => ask(exported, { actor, tenant: "alliance-x" }, {});
    expect((await take(scene.secretariatX)).items).toHaveLength(2);
    expect(
      (await take(scene.enterpriseX)).items.map(({ organizationId }) => organizationId),
    ).toEqual([scene.memberX.id]);
    await expect(take(scene.expertX)).rejects.toMatchObject({ code: "forbidden" });
    await expect(take(anonymous)).rejects.toMatchObject({ code: "unauthenticated" });
    const entries = await base.db().auditEntry.findMany({ where: { action: "export.table" } });
    expect(entries.map(({ actorId }) => actorId)).toEqual([
      scene.secretariatX.userId,
      scene.enterpriseX.userId,
    ]);
  });
  test("a role in another alliance opens nothing here", async () => {
    const stranger = await createActor(base.db(), "secretariat", { allianceId: scene.y.id });
    const found = (await rows(stranger)).items.find(({ number }) => number === 11);
    expect(found).toMatchObject({ representative: null });
  });
});

test("the way back: a membership names the resolution that opened it, to those who may read resolutions", async () => {
  const home = await createHome(base.db(), "回溯", true);
  const { application, resolution } = await createDecision(base.db(), home);
  const actor = home.clerk;
  const admitted = await perform(
    admitApplicationCommand,
    { actor, tenant: home.alliance.slug },
    { applicationId: application.id, resolutionId: resolution.id, version: 1 },
  );
  if (!admitted.ok) throw new Error(admitted.reason);
  const { organizationId } = await base
    .db()
    .membership.findUniqueOrThrow({ where: { id: admitted.value.membershipId } });
  const of = async (who: typeof actor) =>
    (await ask(get, { actor: who }, { organizationId })).memberships[0]?.admittedBy;
  expect(await of(actor)).toMatchObject({ id: resolution.id });
  expect(await of(anonymous)).toBeNull();
});
