import { beforeEach, describe, expect, it } from "vitest";
import {
  changePasswordCommand,
  createKeyCommand,
  endKeyCommand,
  endOtherSessionsCommand,
  endSessionCommand,
  listKeysQuery,
  listSessionsQuery,
} from "@/lib/features/access/procedures";
import {
  chooseLanguageCommand,
  readProfileQuery,
  updateProfileCommand,
} from "@/lib/features/people/procedures";
import { anonymous } from "@/lib/platform/auth/actor";
import { findActorByKey } from "@/lib/platform/auth/actors";
import { hashSecret } from "@/lib/platform/auth/secret";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { AppError } from "@/lib/platform/errors";
import { createAlliance, createUserWithRole } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { actorOf, createAccount, password, signIn } from "./people";

const { db } = useDatabase();
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "none",
    (error) => (error instanceof AppError ? error.code : String(error)),
  );

beforeEach(async () => {
  await db().rateLimit.deleteMany();
});

describe("own sessions", () => {
  it("are listed with the present one marked; one is ended, and sending it twice is the same", async () => {
    const account = await createAccount();
    const here = await signIn(account.id);
    const there = await signIn(account.id);
    const actor = await here.actor();
    const list = await ask(listSessionsQuery, { actor }, {});
    expect(list.items).toHaveLength(2);
    expect(list.items.filter((one) => one.current).map((one) => one.id)).toEqual([actor.sessionId]);
    const id = list.items.find((one) => !one.current)?.id ?? "";
    expect(await perform(endSessionCommand, { actor }, { id })).toEqual({
      ok: true,
      value: { ended: 1 },
    });
    expect(await perform(endSessionCommand, { actor }, { id })).toEqual({
      ok: true,
      value: { ended: 0 },
    });
    expect(await actorOf(there.secret)).toBeNull();
    expect(await actorOf(here.secret)).not.toBeNull();
  });

  it("A-01 somebody else's session does not exist", async () => {
    const mine = await signIn((await createAccount()).id);
    const other = await signIn((await createAccount()).id);
    const id = (await other.actor()).sessionId ?? "";
    expect(await code(perform(endSessionCommand, { actor: await mine.actor() }, { id }))).toBe(
      "not-found",
    );
    expect(await actorOf(other.secret)).not.toBeNull();
  });

  it("A-42 signing out everywhere leaves only this one; replay of the others is refused", async () => {
    const account = await createAccount();
    const bystander = await signIn((await createAccount()).id);
    const here = await signIn(account.id);
    const others = [await signIn(account.id), await signIn(account.id)];
    const actor = await here.actor();
    expect(await perform(endOtherSessionsCommand, { actor }, {})).toEqual({
      ok: true,
      value: { ended: 2 },
    });
    for (const one of others) expect(await actorOf(one.secret)).toBeNull();
    expect(await actorOf(here.secret)).not.toBeNull();
    expect(await actorOf(bystander.secret)).not.toBeNull();
  });

  it("a visitor has none", async () => {
    expect(await code(ask(listSessionsQuery, { actor: anonymous }, {}))).toBe("unauthenticated");
    expect(await code(perform(endOtherSessionsCommand, { actor: anonymous }, {}))).toBe(
      "unauthenticated",
    );
  });
});

describe("own password", () => {
  const next = "山高水长云淡风轻天地宽广";
  const change = async (
    here: Awaited<ReturnType<typeof signIn>>,
    currentPassword: string,
    to: string,
  ) =>
    perform(
      changePasswordCommand,
      { actor: await here.actor() },
      { currentPassword, password: to },
    );

  it("A-42 a changed password ends all other sessions, keeps this one, and voids links", async () => {
    const account = await createAccount();
    const here = await signIn(account.id);
    const thief = await signIn(account.id);
    await db().oneTimeToken.create({
      data: {
        tokenHash: hashSecret(account.id),
        purpose: "password_reset",
        userId: account.id,
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    });
    expect(await change(here, password, next)).toEqual({ ok: true, value: {} });
    expect(await actorOf(thief.secret)).toBeNull();
    expect(await actorOf(here.secret)).not.toBeNull();
    expect(await db().oneTimeToken.count({ where: { userId: account.id, usedAt: null } })).toBe(0);
    const user = await db().user.findUniqueOrThrow({ where: { id: account.id } });
    expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(user.sessionVersion).toBe(2);
    // The old one no longer opens anything, so a repeated form is refused and changes nothing.
    expect(await change(here, password, "another long good phrase")).toMatchObject({
      reason: "wrong-password",
    });
  });

  it("A-39 the present password cannot be guessed from an open screen", async () => {
    const here = await signIn((await createAccount()).id);
    for (let n = 0; n < 5; n += 1)
      expect(await change(here, "guess", next)).toMatchObject({ reason: "wrong-password" });
    expect(await change(here, password, next)).toMatchObject({
      reason: "too-many-tries",
      details: { seconds: 1 },
    });
  });

  it("ten changes at once do not starve each other of connections; one wins", async () => {
    const here = await signIn((await createAccount()).id);
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, n) => change(here, password, `phrase of the number ${n}`)),
    );
    const count = (reason: string) =>
      results.filter((one) => !one.ok && one.reason === reason).length;
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(count("wrong-password") + count("too-many-tries")).toBe(9);
  });

  it.each([
    ["elevenchars", "password-too-short"],
    ["密码密码密码密码密码密", "password-too-short"],
    ["x".repeat(129), "too-long"],
    ["passwordpassword", "password-common"],
    ["portal of the seven seas", "password-context"],
  ])("V6.2.4 %s is refused at its field: %s", async (typed, message) => {
    const here = await signIn((await createAccount()).id);
    const refused = await change(here, password, typed).catch((error) => error);
    expect(refused).toMatchObject({ code: "malformed", issues: [{ path: "password", message }] });
  });

  it.each([
    ["twelve chars"],
    [`${"long and winding road ".repeat(6).slice(0, 127)}!`],
    ["👩‍🚀🌏🎋🍵🏮🐉🧧🎑🥟🐼🎐🧋"],
  ])("limit: %s is accepted", async (typed) => {
    const here = await signIn((await createAccount()).id);
    expect(await change(here, password, typed)).toMatchObject({ ok: true });
    expect(
      (await db().user.findFirst({ where: { id: (await here.actor()).userId ?? "" } }))
        ?.sessionVersion,
    ).toBe(2);
  });

  it("the same password again is refused", async () => {
    const here = await signIn((await createAccount()).id);
    expect(await change(here, password, password)).toMatchObject({ reason: "same-password" });
  });
});

describe("own API keys", () => {
  const create = async (
    here: Awaited<ReturnType<typeof signIn>>,
    readOnly = false,
    idempotencyKey?: string,
  ) => {
    const made = await perform(
      createKeyCommand,
      { actor: await here.actor(), idempotencyKey },
      { name: "示例脚本", readOnly },
    );
    if (!made.ok) throw new Error(made.reason);
    return made.value;
  };

  it("the key is shown once, stored hashed, and has its person's rights", async () => {
    const account = await createAccount();
    const here = await signIn(account.id);
    const { id, key } = await create(here);
    expect(key).toMatch(/^ap_[\w-]{43}$/);
    const row = await db().apiKey.findUniqueOrThrow({ where: { id } });
    expect(row.keyHash).toBe(hashSecret(key));
    expect(JSON.stringify(row)).not.toContain(key.slice(12));
    const actor = await findActorByKey(db(), hashSecret(key));
    expect(actor).toMatchObject({ userId: account.id, via: "key", readOnly: false });
    expect(actor?.roles).toEqual((await here.actor()).roles);
    const list = await ask(listKeysQuery, { actor: await here.actor() }, {});
    expect(list.items).toMatchObject([{ id, name: "示例脚本", prefix: key.slice(0, 10) }]);
    expect(JSON.stringify(list)).not.toContain(key);
    const entries = await db().auditEntry.findMany({
      where: { action: "key.create", subjectId: id },
    });
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries.map((entry) => entry.details))).not.toContain(key);
  });

  it("I-08 the same form twice makes one key; the secret does not come a second time", async () => {
    const here = await signIn((await createAccount()).id);
    await create(here, false, "form-1");
    expect(await code(create(here, false, "form-1"))).toBe("idempotency-conflict");
    expect((await ask(listKeysQuery, { actor: await here.actor() }, {})).items).toHaveLength(1);
    const kept = await db().idempotencyRecord.findMany({ where: { key: "form-1" } });
    expect(JSON.stringify(kept)).not.toContain("ap_");
  });

  it("a key limited to reading reads and changes nothing", async () => {
    const here = await signIn((await createAccount()).id);
    const { key } = await create(here, true);
    const actor = (await findActorByKey(db(), hashSecret(key))) ?? anonymous;
    expect((await ask(listKeysQuery, { actor }, {})).items).toHaveLength(1);
    expect(await code(perform(createKeyCommand, { actor }, { name: "more" }))).toBe("forbidden");
    expect(await code(perform(endOtherSessionsCommand, { actor }, {}))).toBe("forbidden");
    expect(await actorOf(here.secret)).not.toBeNull();
  });

  it("an ended key is refused; somebody else's cannot be ended", async () => {
    const here = await signIn((await createAccount()).id);
    const stranger = await signIn((await createAccount()).id);
    const { id, key } = await create(here);
    expect(await code(perform(endKeyCommand, { actor: await stranger.actor() }, { id }))).toBe(
      "not-found",
    );
    expect(await perform(endKeyCommand, { actor: await here.actor() }, { id })).toMatchObject({
      value: { ended: 1 },
    });
    expect(await perform(endKeyCommand, { actor: await here.actor() }, { id })).toMatchObject({
      value: { ended: 0 },
    });
    expect(await findActorByKey(db(), hashSecret(key))).toBeNull();
  });

  it("at most twenty, also when two are made at once", async () => {
    const here = await signIn((await createAccount()).id);
    for (let n = 0; n < 19; n += 1) await create(here);
    const both = await Promise.allSettled([create(here), create(here)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().apiKey.count({ where: { userId: (await here.actor()).userId ?? "" } })).toBe(
      20,
    );
  });
});

describe("I-28, A-11 rights are read anew at every request", () => {
  it("a revoked role, a disabled account and a raised session version count from the next one on", async () => {
    const alliance = await createAlliance(db());
    const account = await createAccount({ role: "secretariat", allianceId: alliance.id });
    const here = await signIn(account.id);
    const { key } = await perform(
      createKeyCommand,
      { actor: await here.actor() },
      { name: "示例" },
    ).then((made) => (made.ok ? made.value : Promise.reject(new Error(made.reason))));
    expect((await here.actor()).roles).toMatchObject([
      { role: "secretariat", allianceId: alliance.id },
    ]);
    await db()
      .$executeRaw`UPDATE role_grants SET valid_to = (now() AT TIME ZONE 'Asia/Shanghai')::date - 1 WHERE user_id = ${account.id}::uuid`;
    expect((await here.actor()).roles).toEqual([]);
    expect((await findActorByKey(db(), hashSecret(key)))?.roles).toEqual([]);
    expect(await code(ask(listKeysQuery, { actor: await here.actor() }, {}))).toBe("forbidden");
    await db().user.update({ where: { id: account.id }, data: { disabledAt: new Date() } });
    expect(await actorOf(here.secret)).toBeNull();
    expect(await findActorByKey(db(), hashSecret(key))).toBeNull();
    await db().user.update({
      where: { id: account.id },
      data: { disabledAt: null, sessionVersion: { increment: 1 } },
    });
    expect(await actorOf(here.secret)).toBeNull();
  });

  it("I-28 while a hundred requests run, none that starts after the commit has the right", async () => {
    const alliance = await createAlliance(db());
    const account = await createAccount({ role: "secretariat", allianceId: alliance.id });
    const here = await signIn(account.id);
    let committed = false;
    const readers = Array.from({ length: 100 }, async (_, n) => {
      await new Promise((resolve) => setTimeout(resolve, n));
      const after = committed;
      return { after, roles: (await here.actor()).roles.length };
    });
    await new Promise((resolve) => setTimeout(resolve, 40));
    await db().roleGrant.deleteMany({ where: { userId: account.id } });
    committed = true;
    const seen = await Promise.all(readers);
    expect(seen.filter((one) => one.after).map((one) => one.roles)).not.toContain(1);
    expect(seen.some((one) => one.after)).toBe(true);
    expect(seen[0]?.roles).toBe(1);
  });
});

describe("own profile", () => {
  it("shows one's own roles and masks the phone number; title and phone are changed, the audit says which", async () => {
    const alliance = await createAlliance(db(), { name: "示例联盟甲" });
    const { user } = await createUserWithRole(db(), {
      role: "secretariat",
      allianceId: alliance.id,
    });
    const here = await signIn(user.id);
    const call = { actor: await here.actor() };
    const update = (input: object) => perform(updateProfileCommand, call, input);
    expect(await update({ title: "秘书", phone: "138 1234 5678" })).toEqual({
      ok: true,
      value: {},
    });
    expect(await ask(readProfileQuery, call, {})).toMatchObject({
      title: "秘书",
      phone: "138****5678",
      email: user.email,
      hasPassword: false,
      roles: [
        {
          role: "secretariat",
          alliance: { slug: alliance.slug, name: "示例联盟甲" },
          organization: null,
          validTo: null,
        },
      ],
    });
    await update({});
    expect(await ask(readProfileQuery, call, {})).toMatchObject({
      title: null,
      phone: "138****5678",
    });
    await update({ removePhone: true });
    expect(await ask(readProfileQuery, call, {})).toMatchObject({ phone: null });
    const entries = await db().auditEntry.findMany({ where: { action: "profile.update" } });
    expect(entries).toHaveLength(3);
    expect(JSON.stringify(entries.map((entry) => entry.details))).not.toContain("5678");
  });

  it("A-03 nothing else can be written through it", async () => {
    const here = await signIn((await createAccount()).id);
    const call = { actor: await here.actor() };
    for (const extra of [
      { name: "x" },
      { email: "x@y.example" },
      { personId: "x" },
      { synthetic: false },
      { id: "x" },
    ]) {
      expect(await code(perform(updateProfileCommand, call, { title: "x", ...extra }))).toBe(
        "malformed",
      );
    }
    expect(await perform(chooseLanguageCommand, call, { language: "en" })).toMatchObject({
      ok: true,
    });
    expect(await ask(readProfileQuery, call, {})).toMatchObject({ language: "en", title: null });
  });
});
