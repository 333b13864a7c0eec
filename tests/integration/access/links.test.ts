import { beforeEach, describe, expect, it } from "vitest";
import { issueFirstAdministratorLink, issueLink } from "@/lib/features/access/commands/links";
import {
  checkLinkQuery,
  resetPasswordCommand,
  setUpCommand,
} from "@/lib/features/access/procedures/accounts";
import { checkCredentials } from "@/lib/platform/auth/accounts";
import { anonymous } from "@/lib/platform/auth/actor";
import { hashSecret } from "@/lib/platform/auth/secret";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { useDatabase } from "@/tests/support/database";
import { actorOf, createAccount, password, signIn } from "./people";

const { db } = useDatabase();
const visitor = { actor: anonymous };
const next = "山高水长云淡风轻天地宽广";
const scope = { now: new Date(), audit: async () => {} };
const issue = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(work);
const firstLink = async () =>
  (await issue((tx) => issueFirstAdministratorLink(tx, scope))) ?? "none";
const resetLink = (userId: string) =>
  issue((tx) => issueLink(tx, scope, { purpose: "password_reset", userId }));
const usable = async (kind: "setup" | "reset", token: string) =>
  (await ask(checkLinkQuery, visitor, { kind, token })).usable;

describe("the first administrator of an empty database", () => {
  const person = { name: "示例管理员", email: "first@test.example", password: next };
  const setUp = (token: string, given = person) =>
    perform(setUpCommand, visitor, { token, ...given });

  beforeEach(async () => {
    await db().oneTimeToken.deleteMany();
    await db().roleGrant.deleteMany();
    await db().user.deleteMany();
  });

  it("introduces themselves by a one-time address; a second use and a second address are refused", async () => {
    const token = await firstLink();
    expect(await usable("setup", token)).toBe(true);
    const made = await setUp(token);
    expect(made).toMatchObject({ ok: true });
    const user = await db().user.findFirstOrThrow({ include: { roles: true, person: true } });
    expect(user).toMatchObject({
      email: "first@test.example",
      person: { name: "示例管理员" },
      roles: [{ role: "platform_admin", allianceId: null, validTo: null }],
    });
    expect(
      await checkCredentials({ email: user.email, password: next }, "198.51.100.1"),
    ).toMatchObject({ ok: true });
    expect(await usable("setup", token)).toBe(false);
    expect(await setUp(token, { ...person, email: "second@test.example" })).toEqual({
      ok: false,
      reason: "link-used",
    });
    expect(await issue((tx) => issueFirstAdministratorLink(tx, scope))).toBeUndefined();
    expect(await db().user.count()).toBe(1);
    const actions = await db().auditEntry.findMany({ orderBy: { seq: "asc" } });
    expect(actions.map((entry) => entry.action)).toEqual(["user.create", "user.set_up"]);
    expect(JSON.stringify(actions.map((entry) => entry.details))).not.toContain(token);
  });

  it("I-27, A-46 a hundred redemptions at once make one administrator", async () => {
    const token = await firstLink();
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, n) =>
        setUp(token, { ...person, email: `race${n}@test.example` }),
      ),
    );
    const answers = results.map((one) => (one.status === "fulfilled" ? one.value : one.reason));
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
    expect(answers.filter((one) => one.reason === "link-used")).toHaveLength(99);
    expect(await db().user.count()).toBe(1);
    expect(await db().roleGrant.count()).toBe(1);
  });

  it("two different addresses at once make one administrator as well", async () => {
    const tokens = ["a", "b"].map((one) => one.repeat(43));
    await db().oneTimeToken.createMany({
      data: tokens.map((token) => ({
        tokenHash: hashSecret(token),
        purpose: "first_administrator" as const,
        expiresAt: new Date(Date.now() + 3_600_000),
      })),
    });
    const results = await Promise.all(
      tokens.map((token, n) => setUp(token, { ...person, email: `two${n}@test.example` })),
    );
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(await db().user.count()).toBe(1);
  });

  it("A-46 an expired, a guessed, an older or another kind of address opens nothing", async () => {
    const older = await firstLink();
    const token = await firstLink();
    expect(await usable("setup", older)).toBe(false);
    expect(await setUp(older)).toMatchObject({ reason: "link-used" });
    expect(await setUp("guessed")).toMatchObject({ reason: "link-used" });
    expect(await perform(resetPasswordCommand, visitor, { token, password: next })).toMatchObject({
      reason: "link-used",
    });
    await db().$executeRaw`UPDATE one_time_tokens SET expires_at = now() - interval '1 second'`;
    expect(await usable("setup", token)).toBe(false);
    expect(await setUp(token)).toMatchObject({ reason: "link-used" });
    expect(await db().user.count()).toBe(0);
  });

  it("a refused password does not use the address up", async () => {
    const token = await firstLink();
    await expect(setUp(token, { ...person, password: "first@test.example" })).rejects.toMatchObject(
      {
        issues: [{ path: "password", message: "password-context" }],
      },
    );
    expect(await usable("setup", token)).toBe(true);
    expect(await setUp(token)).toMatchObject({ ok: true });
  });

  it("is for a day, and only its hash is stored", async () => {
    const token = await firstLink();
    const row = await db().oneTimeToken.findFirstOrThrow({ where: { usedAt: null } });
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(row.tokenHash).toBe(hashSecret(token));
    expect(row.expiresAt.getTime() - scope.now.getTime()).toBe(24 * 3_600_000);
  });
});

describe("a forgotten password", () => {
  const reset = (token: string, to = next) =>
    perform(resetPasswordCommand, visitor, { token, password: to });

  it("A-42 a new one by a one-time link ends every session; the old password opens nothing", async () => {
    const account = await createAccount();
    const before = await signIn(account.id);
    const token = await resetLink(account.id);
    expect(await usable("reset", token)).toBe(true);
    expect(await reset(token)).toEqual({ ok: true, value: {} });
    expect(await actorOf(before.secret)).toBeNull();
    const attempt = (typed: string) =>
      checkCredentials({ email: account.email, password: typed }, "198.51.100.2");
    expect(await attempt(password)).toMatchObject({ reason: "wrong-credentials" });
    expect(await attempt(next)).toMatchObject({ ok: true });
    expect(await reset(token, "another long good phrase")).toMatchObject({ reason: "link-used" });
    expect(await attempt(next)).toMatchObject({ ok: true });
  });

  it("A-46 a hundred redemptions at once: one wins", async () => {
    const account = await createAccount();
    const token = await resetLink(account.id);
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, n) => reset(token, `phrase of the number ${n}`)),
    );
    expect(results.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
    expect((await db().user.findUniqueOrThrow({ where: { id: account.id } })).sessionVersion).toBe(
      2,
    );
  });

  it("a newer link voids the older; another person's link is another person's", async () => {
    const account = await createAccount();
    const other = await createAccount();
    const older = await resetLink(account.id);
    const foreign = await resetLink(other.id);
    const newer = await resetLink(account.id);
    expect(await reset(older)).toMatchObject({ reason: "link-used" });
    expect(await usable("reset", foreign)).toBe(true);
    expect(await reset(newer)).toMatchObject({ ok: true });
    expect((await db().user.findUniqueOrThrow({ where: { id: other.id } })).sessionVersion).toBe(1);
  });

  it("a disabled account stays closed", async () => {
    const account = await createAccount();
    const token = await resetLink(account.id);
    await db().user.update({ where: { id: account.id }, data: { disabledAt: new Date() } });
    expect(await usable("reset", token)).toBe(false);
    expect(await reset(token)).toMatchObject({ reason: "link-used" });
  });
});
