import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { lookup } from "@/lib/features/organizations/procedures";
import { syntheticCreditCode } from "@/lib/features/organizations/rules/credit-code";
import type { lookupInput } from "@/lib/features/organizations/schema/organizations";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import { createMembership } from "@/prisma/seed/factories/basics";
import { useDatabase } from "../../support/database";
import { addOrganization, layScene, type Scene } from "./scene";

const base = useDatabase();
let scene: Scene;
const code = syntheticCreditCode(4711);
beforeAll(async () => {
  const db = base.db();
  scene = await layScene(db);
  const inovance = await addOrganization(db, "苏州汇川技术有限公司", { creditCode: code });
  await createMembership(db, { allianceId: scene.x.id, organizationId: inovance.id, number: 2 });
  await addOrganization(db, "示例合川公司");
  const gone = await addOrganization(db, "示例汇川旧记录", {
    status: "merged",
    mergedIntoId: inovance.id,
  });
  await db.organizationName.create({
    data: { organizationId: inovance.id, kind: "alias", name: "Inovance" },
  });
  expect(gone.status).toBe("merged");
});
const names = async (actor: typeof anonymous, input: z.input<typeof lookupInput>) =>
  (await ask(lookup, { actor, tenant: "alliance-x" }, input)).items.map(({ name }) => name);

describe("organizations.lookup", () => {
  test.each(["汇川", "hc", "huichuan", "szhc"])("%s finds 汇川, the member first", async (q) => {
    expect((await names(scene.secretariatX, { q }))[0]).toBe("苏州汇川技术有限公司");
  });
  test("a merged row is not offered", async () => {
    expect(await names(scene.secretariatX, { q: "汇川" })).not.toContain("示例汇川旧记录");
  });
  test("the secretariat sees the whole register, others the members of this alliance", async () => {
    expect(await names(scene.secretariatX, { q: "示例合川" })).toEqual(["示例合川公司"]);
    expect(await names(scene.secretariatX, { q: "示例合川", membersOnly: "true" })).toEqual([]);
    for (const actor of [scene.enterpriseX, scene.observerX, anonymous]) {
      expect(await names(actor, { q: "示例合川" })).toEqual([]);
      expect(await names(actor, { q: "汇川" })).toEqual(["苏州汇川技术有限公司"]);
    }
  });
  test("A-01 the member of an unpublished alliance is not in a stranger's answer", async () => {
    for (const actor of [scene.enterpriseX, scene.observerX, anonymous]) {
      expect(await names(actor, { q: "CANARY" })).toEqual([]);
    }
  });
  test("A-12 a credit code finds and is shown only to those who may know it", async () => {
    const find = (actor: typeof anonymous) =>
      ask(lookup, { actor, tenant: "alliance-x" }, { q: "汇川" });
    expect((await find(scene.secretariatX)).items[0]?.creditCode).toBe(code);
    expect((await find(anonymous)).items[0]?.creditCode).toBeNull();
    expect((await find(scene.expertX)).items[0]?.creditCode).toBeNull();
    expect(await names(anonymous, { q: code })).toEqual([]);
  });
  test("kinds narrow", async () => {
    expect(await names(scene.secretariatX, { q: "汇川", kinds: "park,university" })).toEqual([]);
  });
  test.each(["%", "_", "", "   "])(
    "%j asks for nothing in particular and gets nothing",
    async (q) => {
      expect(await names(scene.secretariatX, { q })).toEqual([]);
    },
  );
});
