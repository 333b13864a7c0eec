import "./browser";
import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { list } from "@/lib/features/memberships/procedures/register";
import { listMembersOutput, memberRow } from "@/lib/features/memberships/schema/register";
import { listProjectsProcedure } from "@/lib/features/projects/procedures/projects";
import { projectPageSchema } from "@/lib/features/projects/schema/projects";
import { dateOf, homeZone } from "@/lib/kernel/dates";
import { lastCaller } from "@/lib/platform/auth/known-callers";
import { hashSecret } from "@/lib/platform/auth/secret";
import { today } from "@/lib/platform/clock";
import { ask } from "@/lib/platform/corridor/faces";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { addNode } from "../corridor/support";
import { createCaller, restOf } from "./call";

const { db } = useDatabase();
const rest = restOf([list, listProjectsProcedure, addNode]);
/** What the list may give, and not one key more. */
const strict = z.strictObject({
  ...listMembersOutput.shape,
  items: z.array(z.strictObject(memberRow.shape)),
});

let slug = "";
let allianceId = "";
let caller: Awaited<ReturnType<typeof createCaller>>;

const listed = (query: Record<string, unknown> = {}) =>
  rest.call(list, slug, query, { key: caller.key });

/** The key's first call notes its use, the second is remembered; from then on one statement answers. */
async function becomeKnown() {
  await listed();
  await listed();
  expect(lastCaller(hashSecret(caller.key), slug)).toBeDefined();
}

beforeAll(async () => {
  const alliance = await createAlliance(db(), { slug: "at-once", publishedAt: new Date() });
  slug = alliance.slug;
  allianceId = alliance.id;
  for (const name of ["示例甲厂", '示例乙厂 "引号" \\ <b>', "示例丙校"]) {
    const organization = await createOrganization(db(), { name });
    await createMembership(db(), { allianceId, organizationId: organization.id });
  }
});
beforeEach(async () => {
  caller = await createCaller(db(), "secretariat", { allianceId });
});

describe("a list that the database makes as JSON", () => {
  test.each([
    {},
    { pageSize: 1 },
    { page: 9 },
    { q: "乙厂" },
    { q: "nobody at all" },
    { sort: "-since", status: "all" },
    { asOf: "2020-01-01" },
  ])(
    "I-13 %j holds the keys of its output and no others, the same with and without knowing the caller",
    async (query) => {
      const first = await listed(query);
      await becomeKnown();
      const again = await listed(query);
      expect(again.status).toBe(200);
      expect(again.headers.get("content-type")).toBe("application/json");
      expect(again.headers.get("cache-control")).toBe("private, no-store");
      expect(again.text).toBe(first.text);
      const page = await ask(list, { actor: caller.actor, tenant: slug }, query as never);
      expect(strict.parse(again.body)).toEqual(page);
    },
  );

  test("the inside of the register is not in it for those who may not see it", async () => {
    caller = await createCaller(db(), "expert", { allianceId });
    await becomeKnown();
    expect((await listed()).body).toMatchObject({ internal: false });
  });

  test("a list with a rule in it (for whom a project waits) is finished and cut as ever", async () => {
    const projects = () => rest.call(listProjectsProcedure, slug, {}, { key: caller.key });
    await becomeKnown();
    const answer = await projects();
    expect(answer.body).toMatchObject({ items: [], total: 0, pageSize: 20, mayCreate: true });
    const keys = Object.keys(answer.body).toSorted();
    expect(keys).toEqual(Object.keys(projectPageSchema.shape).toSorted());
  });
});

describe("I-28 a caller who is remembered has no right by it", () => {
  beforeEach(becomeKnown);

  test("a key that was ended is refused by the very next request", async () => {
    await db().apiKey.updateMany({
      where: { keyHash: hashSecret(caller.key) },
      data: { endedAt: new Date() },
    });
    expect((await listed()).status).toBe(401);
    expect(lastCaller(hashSecret(caller.key), slug)).toBeUndefined();
  });

  test("an account that was disabled is refused by the very next request", async () => {
    const id = caller.actor.userId ?? "";
    await db().user.update({ where: { id }, data: { disabledAt: new Date() } });
    expect((await listed()).status).toBe(401);
  });

  test("a role that was ended shows no inside any more, and one that was given shows it", async () => {
    expect((await listed()).body).toMatchObject({ internal: true });
    const where = { userId: caller.actor.userId ?? "" };
    await db().roleGrant.updateMany({ where, data: { role: "expert" } });
    expect((await listed()).body).toMatchObject({ internal: false });
    await db().roleGrant.updateMany({ where, data: { role: "secretariat" } });
    expect((await listed()).body).toMatchObject({ internal: true });
  });

  test("the last day of a role is that of its alliance's clock, by a key as by a session", async () => {
    const elsewhere =
      ["Pacific/Honolulu", "Pacific/Kiritimati"].find((zone) => today(zone) !== today()) ??
      expect.fail("no zone with another day");
    await db().alliance.update({ where: { id: allianceId }, data: { timeZone: elsewhere } });
    const held = async (on: string) => {
      const where = { userId: caller.actor.userId ?? "" };
      await db().roleGrant.updateMany({
        where,
        data: { validFrom: dateOf(on), validTo: dateOf(on) },
      });
      return (await listed()).body;
    };
    expect(await held(today(elsewhere))).toMatchObject({ internal: true });
    expect(await held(today())).toMatchObject({ internal: false });
    await db().alliance.update({ where: { id: allianceId }, data: { timeZone: homeZone } });
  });

  test("an address without an alliance is not remembered", async () => {
    const nowhere = () => rest.call(list, "no-such-alliance", {}, { key: caller.key });
    expect([(await nowhere()).status, (await nowhere()).status]).toEqual([404, 404]);
    expect(lastCaller(hashSecret(caller.key), "no-such-alliance")).toBeUndefined();
  });

  test("an alliance that was hidden is not found by those outside of it", async () => {
    const outsider = await createAlliance(db());
    caller = await createCaller(db(), "secretariat", { allianceId: outsider.id });
    await becomeKnown();
    await db().alliance.update({ where: { id: allianceId }, data: { publishedAt: null } });
    expect((await listed()).status).toBe(404);
    await db().alliance.update({ where: { id: allianceId }, data: { publishedAt: new Date() } });
    expect((await listed()).status).toBe(200);
  });

  test("what is malformed is said as ever", async () => {
    expect(await listed({ pageSize: 1000 })).toMatchObject({
      status: 400,
      body: { code: "malformed", issues: [{ path: "pageSize" }] },
    });
    expect((await listed({ unknown: "x" })).status).toBe(400);
  });
});

describe("I-28 nor has a caller who writes", () => {
  const add = (input: Record<string, unknown> = {}) =>
    rest.call(addNode, slug, { name: `示例环节 ${randomUUID()}`, ...input }, { key: caller.key });
  const nodes = () => db().chainNode.count({ where: { allianceId } });
  const entries = (action: string) =>
    db().auditEntry.count({ where: { chain: allianceId, action } });
  let before = 0;
  beforeEach(async () => {
    await becomeKnown();
    before = await nodes();
  });

  test("a write by a key that is remembered is written once, with its entry", async () => {
    const written = await entries("test.add_node");
    expect((await add()).status).toBe(200);
    expect([await nodes(), await entries("test.add_node")]).toEqual([before + 1, written + 1]);
  });

  test.each([
    [
      "a key that was ended",
      401,
      () =>
        db().apiKey.updateMany({
          where: { keyHash: hashSecret(caller.key) },
          data: { endedAt: new Date() },
        }),
    ],
    [
      "a key that was limited to reading",
      403,
      () =>
        db().apiKey.updateMany({
          where: { keyHash: hashSecret(caller.key) },
          data: { readOnly: true },
        }),
    ],
    [
      "an account that was disabled",
      401,
      () =>
        db().user.update({
          where: { id: caller.actor.userId ?? "" },
          data: { disabledAt: new Date() },
        }),
    ],
    [
      "a role that was ended",
      403,
      () => db().roleGrant.deleteMany({ where: { userId: caller.actor.userId ?? "" } }),
    ],
  ] as const)("%s writes nothing from the very next request on", async (_, status, end) => {
    await end();
    const refused = await entries("access.refused");
    expect((await add()).status).toBe(status);
    expect(await nodes()).toBe(before);
    expect(await entries("access.refused")).toBe(refused + (status === 403 ? 1 : 0));
  });

  test("an alliance that was suspended takes nothing from the very next request on", async () => {
    await db().alliance.update({ where: { id: allianceId }, data: { status: "suspended" } });
    expect(await add()).toMatchObject({ status: 409, body: { code: "alliance-frozen" } });
    await db().alliance.update({ where: { id: allianceId }, data: { status: "operating" } });
    expect(await nodes()).toBe(before);
  });

  test("a role that was given since writes at once", async () => {
    const where = { userId: caller.actor.userId ?? "" };
    await db().roleGrant.updateMany({ where, data: { role: "observer" } });
    expect((await add()).status).toBe(403);
    expect((await add()).status).toBe(403);
    await db().roleGrant.updateMany({ where, data: { role: "secretariat" } });
    expect((await add()).status).toBe(200);
  });

  test("who may not call hears that first, whatever was sent; who may hears what is malformed", async () => {
    expect(await add({ unknown: 1 })).toMatchObject({ status: 400, body: { code: "malformed" } });
    await db().apiKey.updateMany({
      where: { keyHash: hashSecret(caller.key) },
      data: { endedAt: new Date() },
    });
    expect((await add({ unknown: 1 })).status).toBe(401);
  });

  test("a refusal and a fault leave nothing, and are answered once", async () => {
    expect(await add({ ending: "refuse" })).toMatchObject({
      status: 409,
      body: { code: "changed-my-mind" },
    });
    expect((await add({ ending: "fail" })).status).toBe(500);
    expect(await nodes()).toBe(before);
  });
});
