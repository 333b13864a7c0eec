import { beforeEach, describe, expect, it } from "vitest";
import { changePasswordCommand } from "@/lib/features/access/procedures/accounts";
import { hashSecret } from "@/lib/platform/auth/secret";
import { perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { actorOf, createAccount, password, signIn } from "./people";

const { db } = useDatabase();

beforeEach(async () => {
  await db().rateLimit.deleteMany();
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
    for (let n = 0; n < 12; n += 1) {
      await db().rateLimit.deleteMany({ where: { key: { startsWith: "sign-in-turn:" } } });
      expect(await change(here, "guess", next)).toMatchObject({ reason: "wrong-password" });
    }
    expect(await change(here, password, next)).toMatchObject({ reason: "too-many-tries" });
    expect(
      (await db().user.findFirstOrThrow({ where: { id: (await here.actor()).userId ?? "" } }))
        .sessionVersion,
    ).toBe(1);
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
