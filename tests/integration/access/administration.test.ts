import { describe, expect, it } from "vitest";
import {
  listOutboxQuery,
  listUsersQuery,
  readHealthQuery,
} from "@/lib/features/access/procedures/accounts";
import type { Actor } from "@/lib/platform/auth/actor";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import { AppError } from "@/lib/platform/errors";
import {
  createAlliance,
  createOrganization,
  createUserWithRole,
} from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";

const { db } = useDatabase();
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "none",
    (error) => (error instanceof AppError ? error.code : String(error)),
  );
const administrator = () => createActor(db(), "platform_admin");
const users = async (
  actor: Actor,
  input: Parameters<
    typeof ask<"platform", typeof listUsersQuery.input, typeof listUsersQuery.output>
  >[2],
) => ask(listUsersQuery, { actor }, input);

describe("accounts, for the platform administrator", () => {
  it("A-76 addresses are masked, and a search cannot find out what is hidden", async () => {
    const actor = await administrator();
    await createUserWithRole(db(), {
      role: "platform_admin",
      email: "hidden.letters@secret.example",
      name: "示例甲",
    });
    const all = await users(actor, { pageSize: 100 });
    expect(JSON.stringify(all)).not.toContain("hidden.letters");
    expect(all.items.map((one) => one.email)).toContain("h•••@secret.example");
    expect((await users(actor, { q: "hidden.l" })).total).toBe(0);
    expect((await users(actor, { q: "%@secret%" })).total).toBe(0);
    expect((await users(actor, { q: "HIDDEN.letters@secret.example" })).total).toBe(1);
    expect((await users(actor, { q: "例甲" })).items).toMatchObject([{ name: "示例甲" }]);
    expect((await users(actor, { q: "_例" })).total).toBe(0);
  });

  it("shows the roles that hold today, with place and organization; others are not there", async () => {
    const actor = await administrator();
    const alliance = await createAlliance(db(), { name: "示例联盟乙", shortName: "乙联盟" });
    const organization = await createOrganization(db(), { name: "示例学校乙" });
    const { user } = await createUserWithRole(db(), {
      role: "reporter",
      allianceId: alliance.id,
      organizationId: organization.id,
      name: "示例填报乙",
    });
    await db().roleGrant.create({
      data: {
        userId: user.id,
        role: "chair",
        allianceId: alliance.id,
        validFrom: new Date("2020-01-01"),
        validTo: new Date("2020-12-31"),
      },
    });
    expect((await users(actor, { role: "reporter" })).items).toMatchObject([
      {
        name: "示例填报乙",
        roles: [{ role: "reporter", alliance: "乙联盟", organization: "示例学校乙" }],
        lastSeenAt: null,
      },
    ]);
    expect((await users(actor, { role: "chair" })).total).toBe(0);
    await db().user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
    expect((await users(actor, { state: "disabled" })).items.map((one) => one.id)).toEqual([
      user.id,
    ]);
    expect((await users(actor, { state: "active", q: "示例填报乙" })).total).toBe(0);
  });

  it("pages and sorts in the database, without losing or repeating a row", async () => {
    const actor = await administrator();
    for (let n = 0; n < 7; n += 1)
      await createUserWithRole(db(), { role: "platform_admin", name: "同名" });
    const { total } = await users(actor, {});
    for (const sort of ["name", "-name", "email", "-email", "seen", "-seen"] as const) {
      const seen = [];
      for (let page = 1; (page - 1) * 4 < total; page += 1)
        seen.push(...(await users(actor, { sort, page, pageSize: 4 })).items.map((one) => one.id));
      expect([sort, new Set(seen).size]).toEqual([sort, total]);
    }
    expect(await users(actor, { page: 99 })).toMatchObject({ items: [], total });
    for (const sort of ["password_hash", "name;drop table users", "1"])
      expect(await code(users(actor, { sort } as never))).toBe("malformed");
  });
});

describe("mail and health, for the platform administrator", () => {
  it("the outbox tells what became of each mail and hides what opens an account", async () => {
    const actor = await administrator();
    const mail = (dedupeKey: string, more: object) => ({
      dedupeKey,
      recipient: "a@test.example",
      subject: "示例",
      body: "正文",
      ...more,
    });
    await db().outboxMail.createMany({
      data: [
        mail("waiting", {}),
        mail("sent", { sentAt: new Date(), attempts: 1 }),
        mail("failed", { attempts: 12, lastError: "refused" }),
        mail("secret", { secret: true, body: "https://portal.example/reset/opens-an-account" }),
      ],
    });
    const list = await ask(listOutboxQuery, { actor }, {});
    expect(list.total).toBe(4);
    expect(JSON.stringify(list)).not.toContain("opens-an-account");
    const count = async (state: "waiting" | "sent" | "failed") =>
      (await ask(listOutboxQuery, { actor }, { state })).items.map((one) => one.state);
    expect(await count("waiting")).toEqual(["waiting", "waiting"]);
    expect(await count("sent")).toEqual(["sent"]);
    expect(await count("failed")).toEqual(["failed"]);
    const health = await ask(readHealthQuery, { actor }, {});
    expect(health).toMatchObject({
      mailWaiting: 2,
      mailFailed: 1,
      mailWaitingSince: expect.any(String),
    });
    expect(Number(health.databaseBytes)).toBeGreaterThan(1_000_000);
    expect(Math.abs(health.clockDifference)).toBeLessThan(60_000);
    expect(health.migrations).toBeGreaterThan(0);
  });

  it("nobody else may read accounts, mail or health", async () => {
    const alliance = await createAlliance(db());
    const others = [
      anonymous,
      ...(await Promise.all(
        (["secretariat", "chair", "supervisor", "observer"] as const).map((role) =>
          createActor(db(), role, { allianceId: alliance.id }),
        ),
      )),
    ];
    for (const actor of others) {
      const refusal = actor.userId ? "forbidden" : "unauthenticated";
      expect(await code(users(actor, {}))).toBe(refusal);
      expect(await code(ask(listOutboxQuery, { actor }, {}))).toBe(refusal);
      expect(await code(ask(readHealthQuery, { actor }, {}))).toBe(refusal);
    }
  });
});
