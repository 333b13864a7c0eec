import { beforeEach, describe, expect, it } from "vitest";
import { findActorBySession } from "@/lib/platform/auth/actors";
import { hashSecret } from "@/lib/platform/auth/secret";
import { useDatabase } from "@/tests/support/database";
import { Browser, origin } from "./door";
import { createAccount, password } from "./people";

const { db } = useDatabase();
const actorOf = (secret: string | undefined) => findActorBySession(db(), hashSecret(secret ?? ""));
const chain = () =>
  db().auditEntry.findMany({
    where: { action: { startsWith: "session." } },
    orderBy: { seq: "asc" },
  });

beforeEach(async () => {
  await db().rateLimit.deleteMany();
});

describe("sign-in with e-mail and password", () => {
  it("begins a session: opaque secret in a guarded cookie, hash in the table, one audit entry", async () => {
    const account = await createAccount();
    const browser = new Browser({ "user-agent": "Test Browser 1" });
    const answer = await browser.signIn(account.email.toUpperCase(), password, "/me");
    expect(answer.headers.get("location")).toBe(`${origin}/me`);
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith("alliance-session="));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Path=\//);
    expect(browser.session).toMatch(/^[\w-]{43}$/);
    const session = await db().session.findFirstOrThrow({ where: { userId: account.id } });
    expect(session).toMatchObject({
      tokenHash: hashSecret(browser.session ?? ""),
      userAgent: "Test Browser 1",
      endedAt: null,
    });
    const hours = (session.expiresAt.getTime() - session.createdAt.getTime()) / 3_600_000;
    expect(hours).toBeCloseTo(12, 1);
    expect(await actorOf(browser.session)).toMatchObject({ userId: account.id, via: "session" });
    expect((await chain()).map((entry) => [entry.action, entry.actorId, entry.subjectId])).toEqual([
      ["session.start", account.id, session.id],
    ]);
  });

  it("A-41 a planted cookie is not taken over, and each sign-in has a new secret", async () => {
    const account = await createAccount();
    const browser = new Browser();
    browser.jar.set("alliance-session", "planted-by-a-stranger");
    await browser.signIn(account.email, password);
    const first = browser.session;
    expect(first).not.toBe("planted-by-a-stranger");
    expect(await actorOf("planted-by-a-stranger")).toBeNull();
    await browser.signIn(account.email, password);
    expect(browser.session).not.toBe(first);
    // The browser's own earlier session has ended with it: nobody could sign out of it any more.
    expect(await actorOf(first)).toBeNull();
    expect(await actorOf(browser.session)).not.toBeNull();
  });

  it("A-43 nothing that a client sends to the session changes who is asking", async () => {
    const account = await createAccount();
    const other = await createAccount();
    const browser = new Browser();
    await browser.signIn(account.email, password);
    const before = browser.session;
    const { csrfToken } = await (await browser.send("/api/auth/csrf")).json();
    await browser.send("/api/auth/session", {
      csrfToken,
      data: JSON.stringify({
        sub: other.id,
        id: other.id,
        email: other.email,
        secret: "x",
        roles: ["platform_admin"],
      }),
    });
    const shown = await (await browser.send("/api/auth/session")).json();
    expect(shown.user).toEqual({ name: expect.any(String), email: account.email });
    expect(JSON.stringify(shown)).not.toContain(before);
    expect(browser.session).toBe(before);
    for (const forged of [
      "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.",
      "undefined",
      "null",
      "x".repeat(500),
      "' OR 1=1",
    ]) {
      const thief = new Browser();
      thief.jar.set("alliance-session", forged);
      expect(await (await thief.send("/api/auth/session")).json()).toBeNull();
      expect(await actorOf(forged)).toBeNull();
    }
  });

  it("A-48 a form without next-auth's own token signs nobody in", async () => {
    const account = await createAccount();
    const browser = new Browser();
    await browser.send("/api/auth/callback/credentials", { email: account.email, password });
    expect(browser.session).toBeUndefined();
    expect(await db().session.count({ where: { userId: account.id } })).toBe(0);
  });

  it.each([
    "https://evil.example/me",
    "//evil.example",
    "/\\evil.example",
    "/.//evil.example",
    `${"http://localhost:3999"}//evil.example`,
    "http://localhost:3999.evil.example/",
    "http://localhost:3999@evil.example/",
  ])("A-47 %s after signing in leads home", async (callbackUrl) => {
    const account = await createAccount();
    const answer = await new Browser().signIn(account.email, password, callbackUrl);
    expect(answer.headers.get("location") ?? "").toBe(`${origin}/`);
  });

  it("A-50 a forged host does not reach the address of a redirect", async () => {
    const account = await createAccount();
    const browser = new Browser({ "x-forwarded-host": "evil.example", host: "evil.example" });
    const answer = await browser.signIn(account.email, password, "/me");
    expect(answer.headers.get("location")).toBe(`${origin}/me`);
  });

  it("A-42 the sixth session ends the first one; two sign-ins at once count each other", async () => {
    const account = await createAccount();
    const browsers = Array.from({ length: 5 }, () => new Browser());
    for (const browser of browsers) await browser.signIn(account.email, password);
    expect(await Promise.all(browsers.map((one) => actorOf(one.session)))).not.toContain(null);
    const late = [new Browser(), new Browser()];
    await Promise.all(late.map((one) => one.signIn(account.email, password)));
    const alive = await Promise.all([...browsers, ...late].map((one) => actorOf(one.session)));
    expect(alive.map((actor) => actor !== null)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  it("A-42 a signed-out session is dead, also for a copy of the cookie", async () => {
    const account = await createAccount();
    const browser = new Browser();
    await browser.signIn(account.email, password);
    const copy = browser.session;
    await browser.post("/api/auth/signout", {});
    expect(browser.session).toBeUndefined();
    expect(await actorOf(copy)).toBeNull();
    expect((await chain()).at(-1)).toMatchObject({ action: "session.end", actorId: account.id });
  });

  it("A-42 half an hour of rest or twelve hours in all end it", async () => {
    const account = await createAccount();
    const browser = new Browser();
    await browser.signIn(account.email, password);
    const age = (column: "last" | "all", text: string) =>
      column === "last"
        ? db()
            .$executeRaw`UPDATE sessions SET last_seen_at = now() - ${text}::interval WHERE user_id = ${account.id}::uuid`
        : db()
            .$executeRaw`UPDATE sessions SET expires_at = created_at + ${text}::interval, last_seen_at = now() WHERE user_id = ${account.id}::uuid`;
    await age("last", "29 minutes 55 seconds");
    expect(await actorOf(browser.session)).not.toBeNull();
    await age("last", "30 minutes 1 second");
    expect(await actorOf(browser.session)).toBeNull();
    await age("all", "-1 second");
    expect(await actorOf(browser.session)).toBeNull();
  });
});
