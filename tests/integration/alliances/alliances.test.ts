import { beforeAll, describe, expect, test } from "vitest";
import {
  applyStructureTemplate,
  create,
  get,
  list,
  savePositionLabels,
  structure,
  updateProfile,
} from "@/lib/features/alliances/procedures/alliances";
import { dateOf } from "@/lib/kernel/dates";
import { type Actor, anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import {
  createAlliance,
  createOrganization,
  createUserWithRole,
} from "@/prisma/seed/factories/basics";
import { useDatabase } from "../../support/database";
import { layScene, type Scene } from "../organizations/scene";

const base = useDatabase();
let scene: Scene;
beforeAll(async () => {
  scene = await layScene(base.db());
});
const inX = (actor: Actor) => ({ actor, tenant: "alliance-x" });

describe("alliances.list", () => {
  test("a page behind the last one still says how many there are", async () => {
    const { total } = await ask(list, { actor: anonymous }, {});
    expect(total).toBeGreaterThan(0);
    const beyond = await ask(list, { actor: anonymous }, { page: 99 });
    expect(beyond).toMatchObject({ items: [], total });
    expect(await ask(list, { actor: anonymous }, { page: 99, q: "no such" })).toMatchObject({
      total: 0,
    });
  });

  const slugs = async (actor: Actor) =>
    (await ask(list, { actor }, {})).items.map(({ slug }) => slug).toSorted();
  test("A-01 A-13 an unpublished alliance is known to its own people and the platform", async () => {
    expect(await slugs(anonymous)).toEqual(["alliance-x"]);
    expect(await slugs(scene.secretariatX)).toEqual(["alliance-x"]);
    expect(await slugs(scene.secretariatY)).toEqual(["alliance-x", "alliance-y"]);
    expect(await slugs(scene.admin)).toEqual(["alliance-x", "alliance-y"]);
    expect((await ask(list, { actor: anonymous }, {})).total).toBe(1);
  });
  test.each(["%", "_", "无此联盟"])("A-08 the search %j finds nothing", async (q) => {
    expect((await ask(list, { actor: scene.admin }, { q })).total).toBe(0);
  });
  test("own ones come first, with the number of members of today", async () => {
    const { items } = await ask(list, { actor: scene.secretariatY }, {});
    expect(items[0]).toMatchObject({
      slug: "alliance-y",
      mine: true,
      members: 1,
      published: false,
    });
  });
});

describe("alliances.create", () => {
  const given = (slug: string, email: string) => ({
    slug,
    name: "示例新联盟",
    type: "city_alliance" as const,
    structureTemplate: "suzhou_full" as const,
    secretariatEmail: email,
  });
  const account = async () =>
    (await createUserWithRole(base.db(), { role: "platform_admin" })).user.email;

  test("makes bodies from the template, names the secretariat, is in preparation and unpublished", async () => {
    const email = await account();
    const result = await perform(create, { actor: scene.admin }, given("new-one", email));
    expect(result.ok).toBe(true);
    const alliance = await base.db().alliance.findUniqueOrThrow({
      where: { slug: "new-one" },
      include: { bodies: true, roles: true },
    });
    expect(alliance).toMatchObject({ status: "preparing", publishedAt: null });
    expect(alliance.bodies).toHaveLength(11);
    expect(
      alliance.bodies.filter(({ kind, parentId }) => kind === "operating_entity" && parentId),
    ).toHaveLength(2);
    expect(alliance.roles.map(({ role, grantedById }) => [role, grantedById])).toEqual([
      ["secretariat", scene.admin.userId],
    ]);
  });

  test("two at once with one address make one alliance", async () => {
    const email = await account();
    const results = await Promise.all(
      [1, 2, 3].map(() => perform(create, { actor: scene.admin }, given("twice", email))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap((result) => (result.ok ? [] : result.reason))).toEqual(
      Array(2).fill("alliance-slug-taken"),
    );
    expect(await base.db().governanceBody.count({ where: { alliance: { slug: "twice" } } })).toBe(
      11,
    );
  });

  test("A-10 nobody makes himself the secretariat; an unknown account is none", async () => {
    expect(
      await perform(create, { actor: scene.admin }, given("self", scene.admin.email ?? "")),
    ).toMatchObject({ reason: "secretariat-is-oneself" });
    expect(
      await perform(create, { actor: scene.admin }, given("nobody", "nobody@test.example")),
    ).toMatchObject({ reason: "unknown-account" });
    expect(await base.db().alliance.count({ where: { slug: { in: ["self", "nobody"] } } })).toBe(0);
  });

  test("only the platform creates alliances", async () => {
    for (const actor of [scene.secretariatX, scene.observerX, scene.enterpriseX]) {
      await expect(
        perform(create, { actor }, given("mine", "a@test.example")),
      ).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test.each(["status", "publishedAt", "version", "id"])("A-03 %s is not an input", async (key) => {
    await expect(
      perform(create, { actor: scene.admin }, {
        ...given("extra", "a@test.example"),
        [key]: "operating",
      } as never),
    ).rejects.toMatchObject({ code: "malformed" });
  });
});

describe("alliances.updateProfile", () => {
  const profile = async (slug = "alliance-x") => {
    const { version, name, status } = await base
      .db()
      .alliance.findUniqueOrThrow({ where: { slug } });
    return { version, name, status, published: true };
  };

  test("replaces what the form holds, and the second form is stale", async () => {
    const opened = await profile();
    const saved = await perform(updateProfile, inX(scene.secretariatX), {
      ...opened,
      leadIndustry: "示例产业",
      batch: 1,
      batchSize: 28,
    });
    expect(saved).toMatchObject({ ok: true, value: { version: opened.version + 1 } });
    expect(await ask(get, inX(anonymous), {})).toMatchObject({
      leadIndustry: "示例产业",
      batch: 1,
      batchSize: 28,
    });
    await expect(
      perform(updateProfile, inX(scene.secretariatX), { ...opened, leadIndustry: "旧表单" }),
    ).rejects.toMatchObject({ code: "stale" });
    expect((await ask(get, inX(anonymous), {})).leadIndustry).toBe("示例产业");
  });

  test("two at once: one is saved", async () => {
    const opened = await profile();
    const results = await Promise.allSettled(
      [1, 2, 3].map((n) =>
        perform(updateProfile, inX(scene.secretariatX), { ...opened, shortName: `简称${n}` }),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("a status moves along its edges only", async () => {
    const opened = await profile();
    expect(
      await perform(updateProfile, inX(scene.secretariatX), { ...opened, status: "dissolved" }),
    ).toMatchObject({ reason: "wrong-state" });
    expect(
      await perform(updateProfile, inX(scene.secretariatX), { ...opened, status: "preparing" }),
    ).toMatchObject({ reason: "wrong-state" });
  });

  test("S003-34 a city alliance is not founded without its base park", async () => {
    const db = base.db();
    const alliance = await createAlliance(db, {
      slug: "city",
      type: "city_alliance",
      status: "preparing",
      publishedAt: null,
    });
    const { user, person } = await createUserWithRole(db, {
      role: "secretariat",
      allianceId: alliance.id,
    });
    const actor: Actor = {
      ...scene.secretariatX,
      userId: user.id,
      personId: person.id,
      roles: [{ role: "secretariat", allianceId: alliance.id, organizationId: null }],
    };
    const call = { actor, tenant: "city" };
    const opened = { ...(await profile("city")), status: "founded" as const };
    expect(await perform(updateProfile, call, opened)).toMatchObject({ reason: "city-needs-park" });
    const firm = await createOrganization(db, { kind: "enterprise" });
    expect(await perform(updateProfile, call, { ...opened, basePark: firm.id })).toMatchObject({
      reason: "not-a-park",
    });
    const park = await createOrganization(db, { kind: "park" });
    expect((await perform(updateProfile, call, { ...opened, basePark: park.id })).ok).toBe(true);
    expect(await ask(get, { actor: anonymous, tenant: "city" }, {})).toMatchObject({
      basePark: { id: park.id },
      status: "founded",
    });
  });

  test("A-09 a suspended alliance refuses every write, reads go on", async () => {
    const db = base.db();
    await createAlliance(db, { slug: "frozen", status: "suspended" });
    const alliance = await db.alliance.findUniqueOrThrow({ where: { slug: "frozen" } });
    const actor: Actor = {
      ...scene.secretariatX,
      roles: [{ role: "secretariat", allianceId: alliance.id, organizationId: null }],
    };
    expect(
      await perform(updateProfile, { actor, tenant: "frozen" }, { ...(await profile("frozen")) }),
    ).toMatchObject({ reason: "alliance-frozen" });
    expect((await ask(get, { actor, tenant: "frozen" }, {})).status).toBe("suspended");
  });

  test("others may not", async () => {
    const opened = await profile();
    for (const actor of [scene.observerX, scene.enterpriseX, scene.expertX, scene.admin]) {
      await expect(perform(updateProfile, inX(actor), opened)).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    await expect(
      perform(updateProfile, { actor: scene.secretariatX, tenant: "alliance-y" }, opened),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("position labels", () => {
  test("own words replace the usual ones, and go when left blank", async () => {
    const put = async (labels: object) => {
      const { version } = await ask(get, inX(scene.secretariatX), {});
      return perform(savePositionLabels, inX(scene.secretariatX), { version, labels } as never);
    };
    await put({ exec_chair_unit: { zh: "执行理事长单位", en: "Managing chair unit" } });
    expect((await ask(get, inX(anonymous), {})).positionLabels).toEqual([
      { position: "exec_chair_unit", zh: "执行理事长单位", en: "Managing chair unit" },
    ]);
    await put({ exec_chair_unit: {} });
    expect((await ask(get, inX(anonymous), {})).positionLabels).toEqual([]);
    await expect(put({ chair_unit: { zh: "只有中文" } })).rejects.toMatchObject({
      code: "malformed",
      issues: [{ path: "labels.chair_unit.zh", message: "both-languages" }],
    });
    await expect(put({ president: { zh: "一", en: "x" } })).rejects.toMatchObject({
      code: "malformed",
    });
  });

  test("of two who open the form together, one saves and the other's is stale and changes nothing", async () => {
    const { version } = await ask(get, inX(scene.secretariatX), {});
    const save = (zh: string) =>
      perform(savePositionLabels, inX(scene.secretariatX), {
        version,
        labels: { chair_unit: { zh, en: "x" } },
      });
    const sent = await Promise.allSettled([save("甲"), save("乙")]);
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = sent.find((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "stale" });
    const { positionLabels } = await ask(get, inX(anonymous), {});
    await expect(save("丙")).rejects.toMatchObject({ code: "stale" });
    expect((await ask(get, inX(anonymous), {})).positionLabels).toEqual(positionLabels);
  });
});

describe("structure", () => {
  test("a template is laid once, also when two ask at once", async () => {
    const results = await Promise.all(
      [1, 2, 3].map(() =>
        perform(applyStructureTemplate, inX(scene.secretariatX), {
          structureTemplate: "one_one_two",
        }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap((result) => (result.ok ? [] : result.reason))).toEqual(
      Array(2).fill("structure-exists"),
    );
    const { bodies } = await ask(structure, inX(anonymous), {});
    expect(bodies.map(({ kind }) => kind)).toEqual([
      "council",
      "cooperation_committee",
      "operating_entity",
      "operating_entity",
    ]);
  });

  test("seats are counted as of today, and the public sees no office titles", async () => {
    const db = base.db();
    const allianceId = scene.x.id;
    const council = await db.governanceBody.findFirstOrThrow({
      where: { allianceId, kind: "council" },
    });
    const keys = { allianceId, bodyId: council.id };
    const term = await db.term.create({
      data: { ...keys, ordinal: 1, startsOn: dateOf("2023-01-01"), endsOn: dateOf("2099-01-01") },
    });
    const membership = await db.membership.findFirstOrThrow({ where: { allianceId } });
    for (const [number, validTo, voting] of [
      [1, null, true],
      [2, "2024-01-01", true],
      [3, null, false],
    ] as const) {
      const seat = await db.seat.create({
        data: { ...keys, number, basis: "unit", voting, officeTitle: "示例职务" },
      });
      await db.seatHolding.create({
        data: {
          allianceId,
          seatId: seat.id,
          termId: term.id,
          membershipId: membership.id,
          validFrom: dateOf("2023-01-01"),
          validTo: validTo ? dateOf(validTo) : null,
        },
      });
    }
    const of = async (actor: Actor) =>
      (await ask(structure, inX(actor), {})).bodies.find(({ id }) => id === council.id);
    expect(await of(scene.secretariatX)).toMatchObject({
      seats: 3,
      filled: 2,
      voting: 2,
      termOrdinal: 1,
    });
    expect(
      (await of(scene.secretariatX))?.holders.map(({ number, officeTitle }) => [
        number,
        officeTitle,
      ]),
    ).toEqual([
      [1, "示例职务"],
      [3, "示例职务"],
    ]);
    expect((await of(anonymous))?.holders.map(({ officeTitle }) => officeTitle)).toEqual([
      null,
      null,
    ]);
  });

  test("A-01 the structure of an unpublished alliance is not found", async () => {
    await expect(
      ask(structure, { actor: anonymous, tenant: "alliance-y" }, {}),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(
      ask(get, { actor: scene.secretariatX, tenant: "alliance-y" }, {}),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test("A-13 a relation does not give an unpublished alliance away", async () => {
    await base
      .db()
      .allianceRelation.create({ data: { fromId: scene.x.id, toId: scene.y.id, kind: "peer" } });
    expect((await ask(get, inX(anonymous), {})).relations).toEqual([]);
    expect((await ask(get, inX(scene.admin), {})).relations.map(({ slug }) => slug)).toEqual([
      "alliance-y",
    ]);
  });
});
