import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { create, lookup } from "@/lib/features/organizations/procedures";
import { syntheticCreditCode } from "@/lib/features/organizations/rules/credit-code";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "../../support/database";
import { layScene, type Scene } from "./scene";

const base = useDatabase();
let scene: Scene;
beforeAll(async () => {
  scene = await layScene(base.db());
});
const call = () => ({ actor: scene.secretariatX, tenant: "alliance-x" });
const code = (n: number) => syntheticCreditCode(700_000 + n);

describe("organizations.create", () => {
  test("enters an organization with names, profile, search text and an audit entry", async () => {
    const result = await perform(create, call(), {
      name: "示例新建企业",
      kind: "enterprise",
      creditCode: ` ${code(1).toLowerCase()} `,
      alias: "新建",
      enterprise: { scale: "small" },
    });
    if (!result.ok) throw new Error(result.reason);
    const found = await base.db().organization.findUniqueOrThrow({
      where: { id: result.value.id },
      include: { names: true, enterprise: true },
    });
    expect(found).toMatchObject({ creditCode: code(1), enterprise: { scale: "small" } });
    expect(found.names.map(({ kind, name }) => [kind, name]).toSorted()).toEqual([
      ["alias", "新建"],
      ["official", "示例新建企业"],
    ]);
    for (const q of ["xinjian", "xj", "新建", code(1).slice(0, 12)]) {
      const { items } = await ask(lookup, call(), { q });
      expect(items.map(({ id }) => id)).toContain(result.value.id);
    }
    const entries = await base.db().auditEntry.findMany({ where: { subjectId: result.value.id } });
    expect(entries.map(({ action, chain }) => [action, chain])).toEqual([
      ["organization.create", scene.x.id],
    ]);
  });

  test("a known code is refused with the existing organization, whatever alliance it is in", async () => {
    await base
      .db()
      .organization.update({ where: { id: scene.memberY.id }, data: { creditCode: code(2) } });
    expect(
      await perform(create, call(), {
        name: "示例别的名字",
        kind: "enterprise",
        creditCode: code(2),
      }),
    ).toEqual({
      ok: false,
      reason: "duplicate-code",
      details: { id: scene.memberY.id, name: scene.memberY.name },
    });
  });

  test("a known name without two codes is refused, with two codes it is another unit", async () => {
    const given = { name: "示例同名单位", kind: "other" } as const;
    expect((await perform(create, call(), given)).ok).toBe(true);
    expect(
      await perform(create, call(), { ...given, name: "示例同名　单位".replace("　", "") }),
    ).toMatchObject({
      reason: "duplicate-name",
    });
    expect(await perform(create, call(), { ...given, creditCode: code(3) })).toMatchObject({
      reason: "duplicate-name",
    });
    const twin = { name: "示例双生企业", kind: "enterprise" } as const;
    expect((await perform(create, call(), { ...twin, creditCode: code(4) })).ok).toBe(true);
    expect((await perform(create, call(), { ...twin, creditCode: code(5) })).ok).toBe(true);
  });

  test("two at once on the same credit code make one row", async () => {
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        perform(create, call(), {
          name: `示例并发企业 ${n}`,
          kind: "enterprise",
          creditCode: code(6),
        }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap((result) => (result.ok ? [] : result.reason))).toEqual(
      Array(7).fill("duplicate-code"),
    );
    expect(await base.db().organization.count({ where: { creditCode: code(6) } })).toBe(1);
  });

  test("two at once of the same name without codes make one row", async () => {
    const results = await Promise.all(
      Array.from({ length: 6 }, () =>
        perform(create, call(), { name: "示例并发同名", kind: "other" }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await base.db().organization.count({ where: { name: "示例并发同名" } })).toBe(1);
  });

  test("I-08 the same key twice makes one organization and gives the same answer", async () => {
    const keyed = { ...call(), idempotencyKey: randomUUID() };
    const input = { name: "示例重复提交", kind: "other", creditCode: code(7) } as const;
    const first = await perform(create, keyed, input);
    expect(await perform(create, keyed, input)).toEqual(first);
    expect(await base.db().organization.count({ where: { creditCode: code(7) } })).toBe(1);
  });

  test.each([
    ["91350100M000100Y44", "wrong check character"],
    ["12345", "too short"],
  ])("%s is no code: %s", async (creditCode) => {
    await expect(
      perform(create, call(), { name: "示例", kind: "other", creditCode }),
    ).rejects.toMatchObject({
      code: "malformed",
      issues: [{ path: "creditCode", message: "not-a-credit-code" }],
    });
  });

  test.each(["status", "mergedIntoId", "allianceId", "synthetic", "version", "searchText", "id"])(
    "A-03 %s is not an input",
    async (key) => {
      const input = { name: "示例越权字段", kind: "other", [key]: "merged" } as never;
      await expect(perform(create, call(), input)).rejects.toMatchObject({ code: "malformed" });
      expect(await base.db().organization.count({ where: { name: "示例越权字段" } })).toBe(0);
    },
  );

  test.each(["enterpriseX", "observerX", "expertX"] as const)("%s may not", async (role) => {
    const before = await base.db().organization.count();
    await expect(
      perform(
        create,
        { actor: scene[role], tenant: "alliance-x" },
        { name: "示例", kind: "other" },
      ),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect(await base.db().organization.count()).toBe(before);
  });

  test("A-09 the secretariat of another alliance does not find this one", async () => {
    await expect(
      perform(
        create,
        { actor: scene.secretariatX, tenant: "alliance-y" },
        { name: "示例", kind: "other" },
      ),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(
      perform(create, { actor: anonymous, tenant: "alliance-x" }, { name: "示例", kind: "other" }),
    ).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
