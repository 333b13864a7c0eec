import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { invoke } from "@/lib/platform/corridor/invoke";
import { useDatabase } from "@/tests/support/database";
import { addNode, leakyQuery, listNodes, pictureOf, readOnly, without, world } from "./support";

const { url, db } = useDatabase();
let at: Awaited<ReturnType<typeof world>>;
beforeAll(async () => {
  at = await world(db());
});

const call = (actor: Actor, tenant: string | undefined) => ({ actor, tenant });

describe("A-03 the input is parsed strictly", () => {
  test.each<[string, unknown, string]>([
    ["an unknown key", { name: "a", status: "approved" }, "status"],
    ["the alliance in the body (A-09)", { name: "a", allianceId: "x" }, "allianceId"],
    ["a prototype key (A-59)", JSON.parse('{"name":"a","__proto__":{"polluted":1}}'), "__proto__"],
    ["an operator object (A-06)", { name: { not: "" } }, "name"],
    ["a missing field", {}, "name"],
    ["nothing", null, ""],
    ["a list", [], ""],
  ])("%s is refused and changes nothing", async (_, input, path) => {
    const before = await pictureOf(url);
    await expect(invoke(addNode, call(at.secretary, at.ours.slug), input)).rejects.toMatchObject({
      code: "malformed",
      issues: [{ path, message: expect.stringMatching(/^[a-z-]+$/) }],
    });
    expect(await pictureOf(url)).toEqual(before);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe("who, where, how far", () => {
  const codes: [string, () => Actor, () => string | undefined, string][] = [
    ["a visitor is asked to sign in", () => at.visitor, () => at.ours.slug, "unauthenticated"],
    ["an observer is forbidden", () => at.observer, () => at.ours.slug, "forbidden"],
    [
      "a secretary of another alliance is forbidden (A-01)",
      () => at.stranger,
      () => at.ours.slug,
      "forbidden",
    ],
    ["an unpublished alliance is not there", () => at.secretary, () => at.hidden.slug, "not-found"],
    ["nor for a visitor", () => at.visitor, () => at.hidden.slug, "not-found"],
    ["an unknown alliance is not there", () => at.secretary, () => "no-such", "not-found"],
    ["no alliance is not there", () => at.secretary, () => undefined, "not-found"],
    ["nor is an address with a zero byte", () => at.secretary, () => "a\u0000b", "not-found"],
    ["an id is no address", () => at.secretary, () => at.ours.id, "not-found"],
    [
      "a key for reading writes nothing",
      () => readOnly(at.secretary),
      () => at.ours.slug,
      "forbidden",
    ],
  ];
  test.each(codes)("%s", async (_, actor, tenant, code) => {
    const before = without(await pictureOf(url), "audit_entries", "audit_heads");
    await expect(
      perform(addNode, call(actor(), tenant()), { name: "示例环节" }),
    ).rejects.toMatchObject({ code });
    expect(without(await pictureOf(url), "audit_entries", "audit_heads")).toEqual(before);
  });

  test("an unpublished alliance and a missing one give the same answer (A-13)", async () => {
    const answers = await Promise.all(
      [at.hidden.slug, "no-such"].map((tenant) =>
        ask(listNodes, call(at.stranger, tenant), {}).catch((error: unknown) => error),
      ),
    );
    expect(JSON.stringify(answers[0])).toBe(JSON.stringify(answers[1]));
  });

  test("a forbidden call leaves one line in the chain of the alliance, and nothing of its input", async () => {
    const lines = () =>
      db().auditEntry.findMany({ where: { chain: at.ours.id }, orderBy: { seq: "asc" } });
    const before = await lines();
    await expect(
      perform(addNode, call(at.observer, at.ours.slug), { name: "canary" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    const added = (await lines()).slice(before.length);
    expect(added).toHaveLength(1);
    expect(added[0]).toMatchObject({ action: "access.refused", actorId: at.observer.userId });
    expect(JSON.stringify(added[0]?.details)).not.toContain("canary");
  });

  test("who belongs to an unpublished alliance enters it", async () => {
    await expect(
      perform(addNode, call(at.insider, at.hidden.slug), { name: "示例环节" }),
    ).resolves.toMatchObject({ ok: true });
  });

  test("a visitor reads what is published, with a narrow reach; a secretary with the whole one", async () => {
    expect((await ask(listNodes, call(at.visitor, at.ours.slug), {})).reach).toBe(false);
    expect((await ask(listNodes, call(at.secretary, at.ours.slug), {})).reach).toBe(true);
  });

  test("A-12 an answer holds what its output names and nothing else", async () => {
    expect(await ask(leakyQuery, call(at.visitor, at.ours.slug), {})).toEqual({ shown: "yes" });
  });
});

describe("a frozen alliance", () => {
  test.each(["suspended", "dissolved"] as const)(
    "%s refuses writes, and reads go on",
    async (status) => {
      const { ours, secretary } = await world(db());
      await db().alliance.update({ where: { id: ours.id }, data: { status } });
      const before = await pictureOf(url);
      expect(await perform(addNode, call(secretary, ours.slug), { name: "示例环节" })).toEqual({
        ok: false,
        reason: "alliance-frozen",
      });
      expect(await pictureOf(url)).toEqual(before);
      await expect(ask(listNodes, call(secretary, ours.slug), {})).resolves.toMatchObject({
        names: [],
      });
    },
  );
});
