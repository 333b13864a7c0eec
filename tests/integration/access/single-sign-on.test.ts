import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "@/tests/support/database";
import { Browser, origin } from "./door";
import { type Identity, startIdentityProvider } from "./identity-provider";
import { actorOf, createAccount } from "./people";

const { db } = useDatabase();
let provider: Awaited<ReturnType<typeof startIdentityProvider>>;

beforeAll(async () => {
  provider = await startIdentityProvider(`${origin}/api/auth/callback/oidc`);
  process.env.OIDC_ISSUER = provider.issuer;
  process.env.OIDC_CLIENT_ID = provider.clientId;
  process.env.OIDC_CLIENT_SECRET = provider.clientSecret;
});
afterAll(() => provider.stop());

/** From the button to the way back; the browser's last answer. */
async function signInAs(
  identity: Identity | undefined,
  browser = new Browser(),
  callbackUrl = "/me",
) {
  provider.signInAs(identity);
  const begun = await browser.post("/api/auth/signin/oidc", { callbackUrl });
  const back = await provider.follow(begun.headers.get("location") ?? "");
  const answer = await browser.send(back.slice(origin.length));
  return { browser, back, to: answer.headers.get("location") };
}

let serial = 0;
const subject = () => `subject-${++serial}`;
const identities = (userId: string) => db().oidcIdentity.findMany({ where: { userId } });

describe("single sign-on with a real OpenID Connect server", () => {
  it("links an account by its verified e-mail, and knows the subject afterwards whatever the e-mail", async () => {
    const account = await createAccount({ password: null, email: "sso@test.example" });
    const sub = subject();
    const first = await signInAs({ sub, email: "SSO@test.example", email_verified: true });
    expect(first.to).toBe(`${origin}/me`);
    expect(await actorOf(first.browser.session ?? "")).toMatchObject({ userId: account.id });
    expect(await identities(account.id)).toMatchObject([{ issuer: provider.issuer, subject: sub }]);
    const later = await signInAs({ sub, email: "moved@elsewhere.example", email_verified: false });
    expect(await actorOf(later.browser.session ?? "")).toMatchObject({ userId: account.id });
    expect(await identities(account.id)).toHaveLength(1);
    const entries = await db().auditEntry.findMany({
      where: { subjectId: account.id, action: "identity.link" },
    });
    expect(entries).toHaveLength(1);
  });

  it.each([
    ["unknown", (_email: string) => ({ email: "stranger@test.example", email_verified: true })],
    ["an e-mail that is not verified", (email: string) => ({ email, email_verified: false })],
    [
      "a claim of verification that is not one",
      (email: string) => ({ email, email_verified: "true" }),
    ],
    ["no e-mail", () => ({})],
    [
      "a look-alike of the e-mail (A-45)",
      (email: string) => ({ email: email.replace("@", "＠"), email_verified: true }),
    ],
  ])("refuses kindly and creates nobody: %s", async (_why, claims) => {
    const account = await createAccount();
    const before = await db().user.count();
    const { browser, to } = await signInAs({ sub: subject(), ...claims(account.email) });
    expect(to).toBe(`${origin}/sign-in?error=unknown-person`);
    expect(browser.session).toBeUndefined();
    expect(await db().user.count()).toBe(before);
    expect(await identities(account.id)).toEqual([]);
    expect(await db().session.count({ where: { userId: account.id } })).toBe(0);
  });

  it("a disabled account is refused, linked or not", async () => {
    const account = await createAccount();
    const identity = { sub: subject(), email: account.email, email_verified: true };
    await signInAs(identity);
    await db().user.update({ where: { id: account.id }, data: { disabledAt: new Date() } });
    const { browser, to } = await signInAs(identity);
    expect(to).toContain("error=unknown-person");
    expect(browser.session).toBeUndefined();
  });

  it("an address given to somebody else does not open the account that is linked to another subject", async () => {
    const account = await createAccount();
    await signInAs({ sub: subject(), email: account.email, email_verified: true });
    const { to } = await signInAs({ sub: subject(), email: account.email, email_verified: true });
    expect(to).toContain("error=unknown-person");
    expect(await identities(account.id)).toHaveLength(1);
  });

  it("two subjects with one address at once: one is linked", async () => {
    const account = await createAccount();
    const { admit } = await import("@/lib/platform/auth/oidc");
    const claims = { email: account.email, email_verified: true };
    const admitted = await Promise.all(
      Array.from({ length: 8 }, () => admit({ sub: subject(), ...claims })),
    );
    expect(admitted.filter((one) => one === account.id)).toHaveLength(1);
    expect(await identities(account.id)).toHaveLength(1);
  });

  it("who gives up at the provider comes back to the sign-in page", async () => {
    const { browser, to } = await signInAs(undefined);
    expect(to).toMatch(new RegExp(`^${origin}/sign-in\\?error=`));
    expect(browser.session).toBeUndefined();
  });

  it("the way back works once, in the browser that began, and leads only home (A-47)", async () => {
    const account = await createAccount();
    const identity = { sub: subject(), email: account.email, email_verified: true };
    const begun = await signInAs(identity, new Browser(), "//evil.example");
    expect(begun.to).toBe(`${origin}/`);
    const other = new Browser();
    await other.send(begun.back.slice(origin.length));
    expect(other.session).toBeUndefined();
    const again = new Browser();
    for (const [name, value] of begun.browser.jar)
      if (!name.includes("session")) again.jar.set(name, value);
    await again.send(begun.back.slice(origin.length));
    expect(again.session).toBeUndefined();
  });
});
