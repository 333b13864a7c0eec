import { randomUUID } from "node:crypto";
import { dateOf } from "@/lib/kernel/dates";
import type { Actor } from "@/lib/platform/auth/actor";
import { hashSecret, newSecret } from "@/lib/platform/auth/secret";
import type { Tx } from "@/lib/platform/db/transaction";
import { createUserWithRole } from "@/prisma/seed/factories/basics";
import { next } from "./home";
import { about, type Fixture, none, type Site } from "./kit";

/** An account that nobody of the matrix is. */
const account = async ({ db, home }: Site) =>
  (await createUserWithRole(db, { role: "observer", allianceId: home.alliance.id })).user;

/** What the people of an organization may hand on; the secretariat either. */
const handedOnBy = (caller: Actor) =>
  caller.roles.some(({ role }) => role === "school_leader") ? "reporter" : "enterprise_contact";

/** Proposed by somebody else, for somebody else. */
const proposed =
  (role: "chair" | "platform_admin") =>
  async ({ db, home }: Site) => {
    const at = { role: "observer", allianceId: home.alliance.id } as const;
    const { user } = await createUserWithRole(db, at);
    const { user: proposer } = await createUserWithRole(db, at);
    return db.roleProposal.create({
      data: {
        userId: user.id,
        role,
        allianceId: role === "chair" ? home.alliance.id : null,
        reason: "示例理由",
        proposedById: proposer.id,
      },
      select: { id: true },
    });
  };

async function link(db: Tx, purpose: "password_reset" | "first_administrator") {
  const token = newSecret();
  const person = await db.person.create({ data: { name: `示例人员 ${next()}` } });
  const user = await db.user.create({
    data: { personId: person.id, email: `link${next()}@sample.example` },
  });
  await db.oneTimeToken.create({
    data: {
      purpose,
      tokenHash: hashSecret(token),
      userId: purpose === "password_reset" ? user.id : null,
      expiresAt: dateOf("2199-01-01"),
    },
  });
  return token;
}

export const access: Record<string, Fixture> = {
  "sessions.list": none,
  "sessions.endOthers": none,
  "sessions.endOne": {
    personal: true,
    ids: ["id"],
    input: async ({ db, caller, home }) => {
      const session = await db.session.create({
        data: {
          userId: caller.userId ?? home.clerk.userId ?? "",
          tokenHash: hashSecret(newSecret()),
          sessionVersion: 1,
          expiresAt: dateOf("2199-01-01"),
        },
      });
      return { id: session.id };
    },
  },
  "keys.list": none,
  "keys.create": { input: () => ({ name: "示例密钥", readOnly: true }) },
  "keys.end": {
    personal: true,
    ids: ["id"],
    input: async ({ db, caller, home }) => {
      const key = await db.apiKey.create({
        data: {
          userId: caller.userId ?? home.clerk.userId ?? "",
          name: "示例",
          prefix: "x",
          keyHash: hashSecret(newSecret()),
        },
      });
      return { id: key.id };
    },
  },
  "password.change": {
    input: () => ({
      currentPassword: "示例密码：不对的一个",
      password: "一句容易记住的示例话 2026",
    }),
  },
  // An unknown link is an answer ("not usable"), not an error.
  "links.check": {
    input: async ({ db }) => ({ kind: "reset", token: await link(db, "password_reset") }),
  },
  "users.get": about("id", account),
  "users.invite": {
    input: () => ({ name: "示例新账户", email: `invited-${randomUUID()}@test.example` }),
  },
  "users.sendLink": about("id", account),
  "users.enable": about(
    "id",
    async (site) => {
      const { id } = await account(site);
      return site.db.user.update({ where: { id }, data: { disabledAt: new Date() } });
    },
    { reason: "示例理由" },
  ),
  "users.disable": about("id", account, { reason: "示例理由" }),
  "roles.list": none,
  "roles.export": none,
  "roles.proposals": none,
  "roles.grant": {
    ids: ["organizationId"],
    input: async ({ db, home, organizationId, caller }) => {
      const { user } = await createUserWithRole(db, {
        role: "observer",
        allianceId: home.alliance.id,
      });
      return { email: user.email, role: handedOnBy(caller), organizationId };
    },
  },
  "roles.end": about(
    "id",
    async ({ db, home, organizationId, caller }) => {
      const at = { allianceId: home.alliance.id, organizationId };
      const { user } = await createUserWithRole(db, { role: handedOnBy(caller), ...at });
      return db.roleGrant.findFirstOrThrow({ where: { userId: user.id }, select: { id: true } });
    },
    { reason: "示例理由" },
  ),
  "roles.propose": {
    input: async ({ db, home }) => {
      const at = { role: "observer", allianceId: home.alliance.id } as const;
      const { user } = await createUserWithRole(db, at);
      return { email: user.email, role: "chair", reason: "示例理由" };
    },
  },
  "roles.approve": about("id", proposed("chair")),
  "roles.reject": about("id", proposed("chair"), { reason: "示例理由" }),
  "administrators.proposals": none,
  "administrators.propose": about("id", account, { reason: "示例理由" }),
  "administrators.approve": about("id", proposed("platform_admin")),
  "administrators.reject": about("id", proposed("platform_admin"), { reason: "示例理由" }),
  "administrators.end": about(
    "id",
    async ({ db }) => {
      const { user } = await createUserWithRole(db, { role: "platform_admin" });
      return db.roleGrant.findFirstOrThrow({ where: { userId: user.id }, select: { id: true } });
    },
    { reason: "示例理由" },
  ),
  "links.request": { input: () => ({ email: `nobody-${randomUUID()}@test.example` }) },
  "links.resetPassword": {
    ids: ["token"],
    input: async ({ db }) => ({
      token: await link(db, "password_reset"),
      password: "一句容易记住的示例话 2026",
    }),
  },
  "links.setUp": {
    ids: ["token"],
    input: async ({ db }) => ({
      token: await link(db, "first_administrator"),
      name: "示例管理员",
      email: `admin${next()}@sample.example`,
      password: "一句容易记住的示例话 2026",
    }),
  },
  "outbox.list": none,
  "users.list": none,
  "audit.list": none,
  "audit.verify": none,
  "audit.listPlatform": none,
  "audit.verifyPlatform": none,
  "health.read": none,
  "profile.read": none,
  "profile.update": { input: () => ({ title: "示例职务" }) },
  "profile.chooseLanguage": { input: () => ({ language: "en" }) },
};
