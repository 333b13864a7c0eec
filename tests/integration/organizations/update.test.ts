import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { getOrganizationPage as get } from "@/lib/features/memberships/procedures/register";
import {
  create,
  lookup,
  placeInChain,
  tag,
  untag,
  update,
} from "@/lib/features/organizations/procedures";
import { syntheticCreditCode } from "@/lib/features/organizations/rules/credit-code";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createMembership } from "@/prisma/seed/factories/basics";
import { useDatabase } from "../../support/database";
import { addOrganization, layScene, type Scene } from "./scene";

const base = useDatabase();
let scene: Scene;
const today = dayIn(new Date(), "Asia/Shanghai");
beforeAll(async () => {
  scene = await layScene(base.db());
});
const call = () => ({ actor: scene.secretariatX, tenant: "alliance-x" });
let serial = 0;
async function member() {
  serial += 1;
  const organization = await addOrganization(base.db(), `示例可改单位 ${serial}`);
  await createMembership(base.db(), {
    allianceId: scene.x.id,
    organizationId: organization.id,
    number: 100 + serial,
  });
  return organization;
}
const plain = (organization: { id: string; name: string; version: number }) => ({
  organizationId: organization.id,
  version: organization.version,
  name: organization.name,
  kind: "enterprise" as const,
});
const reread = (id: string) =>
  base.db().organization.findUniqueOrThrow({ where: { id }, include: { names: true } });

describe("organizations.update", () => {
  test("Renamed organisation: the old name stays with its days, is found, and the day's register shows it", async () => {
    const before = await member();
    const result = await perform(update, call(), {
      ...plain(before),
      name: "示例改名后企业",
      renamedOn: addDays(today, -10),
    });
    expect(result).toMatchObject({ ok: true, value: { version: 2 } });
    const { names } = await reread(before.id);
    expect(
      names.map(({ kind, name, validFrom, validTo }) => ({ kind, name, validFrom, validTo })),
    ).toEqual(
      expect.arrayContaining([
        {
          kind: "former",
          name: before.name,
          validFrom: null,
          validTo: dateOf(addDays(today, -11)),
        },
        {
          kind: "official",
          name: "示例改名后企业",
          validFrom: dateOf(addDays(today, -10)),
          validTo: null,
        },
      ]),
    );
    for (const q of [before.name, "gaiminghou", "gmhqy"]) {
      expect((await ask(lookup, call(), { q })).items.map(({ id }) => id)).toContain(before.id);
    }
    const page = await ask(get, { actor: scene.secretariatX }, { organizationId: before.id });
    expect(page.timeline.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["renamed", "former", "organization_update"]),
    );
  });

  test("a name taken again keeps both stretches of the other", async () => {
    const a = await member();
    const first = await perform(update, call(), {
      ...plain(a),
      name: "示例乙名",
      renamedOn: addDays(today, -30),
    });
    if (!first.ok) throw new Error(first.reason);
    const second = await perform(update, call(), {
      ...plain(a),
      version: 2,
      name: a.name,
      renamedOn: addDays(today, -20),
    });
    if (!second.ok) throw new Error(second.reason);
    const third = await perform(update, call(), {
      ...plain(a),
      version: 3,
      name: "示例乙名",
      renamedOn: addDays(today, -10),
    });
    expect(third.ok).toBe(true);
    expect((await reread(a.id)).names.filter(({ kind }) => kind === "former")).toHaveLength(3);
  });

  test.each([
    ["in the future", addDays(today, 1)],
    ["before the present name", addDays(today, -40)],
  ])("a new name cannot begin %s", async (_, renamedOn) => {
    const a = await member();
    await perform(update, call(), {
      ...plain(a),
      name: `${a.name} 新`,
      renamedOn: addDays(today, -30),
    });
    const again = await perform(update, call(), {
      ...plain(a),
      version: 2,
      name: `${a.name} 再`,
      renamedOn,
    });
    expect(again).toMatchObject({ reason: "renamed-too-early" });
    expect((await reread(a.id)).name).toBe(`${a.name} 新`);
  });

  test("a stale form is refused and changes nothing", async () => {
    const a = await member();
    expect((await perform(update, call(), { ...plain(a), address: "示例路 1 号" })).ok).toBe(true);
    await expect(
      perform(update, call(), { ...plain(a), address: "示例路 2 号" }),
    ).rejects.toMatchObject({ code: "stale" });
    expect((await reread(a.id)).address).toBe("示例路 1 号");
  });

  test("two at once: one is saved, the other is stale", async () => {
    const a = await member();
    const results = await Promise.allSettled(
      [1, 2, 3, 4].map((n) => perform(update, call(), { ...plain(a), address: `示例路 ${n} 号` })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await reread(a.id)).version).toBe(2);
  });

  test("own people change the profile but not the code", async () => {
    const own = { actor: scene.enterpriseX, tenant: "alliance-x" };
    const target = await reread(scene.memberX.id);
    const result = await perform(update, own, { ...plain(target), address: "示例大道 9 号" });
    expect(result.ok).toBe(true);
    const refused = await perform(update, own, {
      ...plain(target),
      version: target.version + 1,
      creditCode: syntheticCreditCode(81),
    });
    expect(refused).toMatchObject({ reason: "code-by-secretariat" });
    expect((await reread(target.id)).creditCode).toBeNull();
  });

  test("a code that another one has is refused, also when two take it at once", async () => {
    const [a, b, c] = [await member(), await member(), await member()];
    const creditCode = syntheticCreditCode(82);
    const results = await Promise.all(
      [a, b, c].map((one) => perform(update, call(), { ...plain(one), creditCode })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap((result) => (result.ok ? [] : result.reason))).toEqual([
      "duplicate-code",
      "duplicate-code",
    ]);
  });

  test("nobody becomes its own ancestor", async () => {
    const [a, b, c] = [await member(), await member(), await member()];
    await perform(update, call(), { ...plain(b), parentId: a.id });
    await perform(update, call(), { ...plain(c), parentId: b.id });
    expect(await perform(update, call(), { ...plain(a), parentId: c.id })).toMatchObject({
      reason: "own-parent",
    });
    expect(await perform(update, call(), { ...plain(a), parentId: a.id })).toMatchObject({
      reason: "own-parent",
    });
  });

  test("A-02 others may not, and a stranger's organization is not found", async () => {
    const a = await member();
    for (const role of ["observerX", "expertX"] as const) {
      await expect(
        perform(update, { actor: scene[role], tenant: "alliance-x" }, plain(a)),
      ).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(
      perform(update, { actor: scene.enterpriseX, tenant: "alliance-x" }, plain(a)),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(perform(update, call(), plain(scene.memberY))).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await reread(a.id)).version).toBe(1);
    expect((await reread(scene.memberY.id)).version).toBe(1);
  });

  test.each(["status", "mergedIntoId", "synthetic", "searchText"])(
    "A-03 %s is not an input",
    async (key) => {
      const a = await member();
      await expect(
        perform(update, call(), { ...plain(a), [key]: "dissolved" } as never),
      ).rejects.toMatchObject({ code: "malformed" });
    },
  );
});

test("what is registered but a member of nothing has its history for the secretariat that works on it", async () => {
  const organization = await addOrganization(base.db(), "示例未入会有记录");
  await perform(update, call(), { ...plain(organization), address: "示例路 7 号" });
  const kinds = async (actor: typeof scene.admin) =>
    (await ask(get, { actor }, { organizationId: organization.id })).timeline.map(
      ({ kind }) => kind,
    );
  expect(await kinds(scene.secretariatX)).toEqual(["organization_update"]);
  expect(await kinds(scene.secretariatY)).toEqual([]);
});

describe("titles and places in the chain", () => {
  test("a title is given, corrected and taken away", async () => {
    const a = await member();
    const given = { organizationId: a.id, tag: "little_giant" } as const;
    expect((await perform(tag, call(), { ...given, level: "national" })).ok).toBe(true);
    expect(
      (await perform(tag, call(), { ...given, level: "provincial", validUntil: "2028-06-30" })).ok,
    ).toBe(true);
    const tags = await base.db().enterpriseTag.findMany({ where: { organizationId: a.id } });
    expect(tags).toMatchObject([{ level: "provincial", validUntil: dateOf("2028-06-30") }]);
    expect((await perform(untag, call(), given)).ok).toBe(true);
    await expect(perform(untag, call(), given)).rejects.toMatchObject({ code: "not-found" });
  });

  test("A-04 a node of another alliance is no place here", async () => {
    const a = await member();
    const db = base.db();
    const node = (allianceId: string) =>
      db.chainNode.create({
        data: { allianceId, position: "upstream", name: `示例环节 ${allianceId}`, sortOrder: 1 },
      });
    const [here, there] = [await node(scene.x.id), await node(scene.y.id)];
    const put = (nodeIds: string[]) =>
      perform(placeInChain, call(), { organizationId: a.id, nodeIds });
    expect((await put([here.id])).ok).toBe(true);
    await expect(put([here.id, there.id])).rejects.toMatchObject({ code: "not-found" });
    expect(await db.organizationChainNode.count({ where: { organizationId: a.id } })).toBe(1);
    expect((await put([])).ok).toBe(true);
    expect(await db.organizationChainNode.count({ where: { organizationId: a.id } })).toBe(0);
  });
});

describe("what does not stand on the register", () => {
  const merged = async () =>
    addOrganization(base.db(), `示例已并入 ${(await member()).id}`, {
      status: "merged",
      mergedIntoId: scene.memberX.id,
    });

  test.each(["parentId", "sponsorId"])(
    "an unknown or merged %s is told at its field",
    async (field) => {
      const issue = { code: "malformed", issues: [{ path: field, message: "not-an-id" }] };
      for (const id of [randomUUID(), (await merged()).id]) {
        const own = await member();
        await expect(perform(update, call(), { ...plain(own), [field]: id })).rejects.toMatchObject(
          issue,
        );
        const fresh = { name: `示例新建 ${own.name}`, kind: "enterprise" as const, [field]: id };
        await expect(perform(create, call(), fresh)).rejects.toMatchObject(issue);
        expect((await reread(own.id)).version).toBe(1);
      }
    },
  );

  test("a reference that was merged since is left as it is by a form that does not touch it", async () => {
    const own = await member();
    const parentId = (await merged()).id;
    await base.db().organization.update({ where: { id: own.id }, data: { parentId } });
    expect(
      await perform(update, call(), { ...plain(own), parentId, address: "示例" }),
    ).toMatchObject({ ok: true });
  });

  test("a merged row takes no title and no place in the chain", async () => {
    const { id: organizationId } = await merged();
    const refused = { ok: false, reason: "organization-merged" };
    expect(await perform(tag, call(), { organizationId, tag: "leading" })).toMatchObject(refused);
    expect(await perform(untag, call(), { organizationId, tag: "leading" })).toMatchObject(refused);
    expect(await perform(placeInChain, call(), { organizationId })).toMatchObject(refused);
    expect(await base.db().enterpriseTag.count({ where: { organizationId } })).toBe(0);
  });
});
