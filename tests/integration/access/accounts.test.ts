import { expect, test } from "vitest";
import { resetPasswordCommand } from "@/lib/features/access/procedures/accounts";
import {
  disableUserCommand,
  enableUserCommand,
  inviteUserCommand,
  sendLinkCommand,
} from "@/lib/features/access/procedures/roles";
import { anonymous } from "@/lib/platform/auth/actor";
import { perform } from "@/lib/platform/corridor/faces";
import { createAlliance, createUserWithRole } from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";

const { db } = useDatabase();
const reason = "示例：返岗";
let serial = 0;
const address = () => `invited.${++serial}@sample.example`;
const administrator = async () => ({ actor: await createActor(db(), "platform_admin") });
type Call = Awaited<ReturnType<typeof administrator>>;

const invite = async (call: Call, email = address()) => ({
  email,
  answer: await perform(inviteUserCommand, call, { name: "示例新人", email }),
});

/** What the mail says; only its owner reads it. */
async function linkTo(email: string): Promise<string> {
  const mail = await db().outboxMail.findFirstOrThrow({
    where: { recipient: email },
    orderBy: { createdAt: "desc" },
  });
  return /[#?&/=]([\w-]{40,})/.exec(mail.body)?.[1] ?? "";
}
const choose = async (email: string, password: string) =>
  perform(resetPasswordCommand, { actor: anonymous }, { token: await linkTo(email), password });

test("an account is made by invitation: no rights, and a one-time address that only the mail holds", async () => {
  const call = await administrator();
  const { email, answer } = await invite(call);
  expect(answer).toMatchObject({ ok: true });
  expect(JSON.stringify(answer)).not.toContain(await linkTo(email));
  const user = await db().user.findUniqueOrThrow({ where: { email }, include: { roles: true } });
  expect(user).toMatchObject({ passwordHash: null, roles: [] });
  expect(await choose(email, "一句容易记住的示例话 2026")).toMatchObject({ ok: true });
  expect(await choose(email, "另一句容易记住的话 2026")).toMatchObject({ reason: "link-used" });
  const audits = await db().auditEntry.findMany({ where: { subjectId: user.id } });
  expect(audits.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["user.create", "link.issue", "password.reset"]),
  );
});

test("two invitations of one address at once: one account, whatever the case typed", async () => {
  const call = await administrator();
  const email = address();
  const both = await Promise.all([invite(call, email), invite(call, email.toUpperCase())]);
  expect(both.filter(({ answer }) => answer.ok)).toHaveLength(1);
  expect((await invite(call, email)).answer).toMatchObject({ reason: "email-taken" });
  expect(await db().user.count({ where: { email } })).toBe(1);
  expect(await db().person.count({ where: { name: "示例新人", user: null } })).toBe(0);
});

test("another mail makes the address of before void", async () => {
  const call = await administrator();
  const { email } = await invite(call);
  const first = await linkTo(email);
  const { id } = await db().user.findUniqueOrThrow({ where: { email } });
  expect(await perform(sendLinkCommand, call, { id })).toMatchObject({ ok: true });
  const used = { token: first, password: "一句容易记住的示例话 2026" };
  const old = await perform(resetPasswordCommand, { actor: anonymous }, used);
  expect(old).toMatchObject({ reason: "link-used" });
  expect(await choose(email, used.password)).toMatchObject({ ok: true });
});

test("A-11 a disabled account is enabled with a reason; its old password, sessions and keys stay dead", async () => {
  const call = await administrator();
  const { email } = await invite(call);
  await choose(email, "一句容易记住的示例话 2026");
  const { id } = await db().user.findUniqueOrThrow({ where: { email } });
  const enable = () => perform(enableUserCommand, call, { id, reason });
  expect(await enable()).toMatchObject({ reason: "account-enabled" });
  await perform(disableUserCommand, call, { id, reason });
  expect(await perform(sendLinkCommand, call, { id })).toMatchObject({
    reason: "account-disabled",
  });
  const both = await Promise.all([enable(), enable()]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const user = await db().user.findUniqueOrThrow({ where: { id } });
  expect(user).toMatchObject({ disabledAt: null, passwordHash: null });
  expect(await choose(email, "另一句容易记住的话 2026")).toMatchObject({ ok: true });
  const audit = await db().auditEntry.findFirstOrThrow({
    where: { subjectId: id, action: "user.enable" },
  });
  expect(audit.details).toMatchObject({ reason });
});

test("nobody but the platform administrator makes, enables or invites", async () => {
  const alliance = await createAlliance(db());
  const secretary = {
    actor: await createActor(db(), "secretariat", { allianceId: alliance.id }),
  };
  const { user } = await createUserWithRole(db(), { role: "observer", allianceId: alliance.id });
  const { id } = user;
  for (const attempt of [
    () => invite(secretary),
    () => perform(enableUserCommand, secretary, { id, reason }),
    () => perform(sendLinkCommand, secretary, { id }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  }
});
