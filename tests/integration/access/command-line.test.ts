import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { resetPasswordCommand } from "@/lib/features/access/procedures/accounts";
import { checkCredentials } from "@/lib/platform/auth/accounts";
import { anonymous } from "@/lib/platform/auth/actor";
import { findActorByKey } from "@/lib/platform/auth/actors";
import { hashSecret } from "@/lib/platform/auth/secret";
import { perform } from "@/lib/platform/corridor/faces";
import { createAlliance, createOrganization } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { runProgram } from "@/tests/support/program";
import { actorOf, signIn } from "./people";

const { db, url } = useDatabase();
const dataDir = mkdtempSync(join(tmpdir(), "admin-"));
const phrase = "seven green boats at dusk";

const run = (script: string, args: string[], env: Record<string, string> = {}) =>
  runProgram(script, args, { DATABASE_URL: url, DATA_DIR: dataDir, ...env });
const admin = (line: string, env?: Record<string, string>) =>
  run("scripts/run/admin/main.ts", line.split(" "), env);
const setupLink = () =>
  run("scripts/run/setup-link.ts", [], { AUTH_SECRET: "test-secret-test-secret-test-secret-test" });
const linkIn = (out: string) =>
  /https:\/\/portal\.example\/(?:reset|setup)\/([\w-]{43})/.exec(out)?.[1] ?? "";
const entries = (action: string) =>
  db().auditEntry.findMany({ where: { chain: "platform", action }, orderBy: { seq: "asc" } });

describe("npm run admin", () => {
  it("an empty database gets a set-up address, and none once there is somebody", async () => {
    const first = await setupLink();
    expect(first).toMatchObject({ exit: 0 });
    expect(first.out).toMatch(/https:\/\/portal\.example\/setup\/[\w-]{43}\n/);
    expect(
      await admin("users create --email first@test.example --name 示例 --role platform_admin"),
    ).toMatchObject({ exit: 0 });
    expect(await setupLink()).toEqual({ exit: 0, out: "" });
    expect(await entries("link.issue")).toHaveLength(2);
  });

  it("creates an account whose link opens once; the key it prints works and is stored hashed", async () => {
    const alliance = await createAlliance(db());
    const organization = await createOrganization(db());
    const made = await admin(
      `users create --email Reporter@Test.example --name 示例填报 --role reporter --alliance ${alliance.slug} --organization ${organization.id}`,
    );
    expect(made).toMatchObject({
      exit: 0,
      out: expect.stringContaining("reporter@test.example was created as reporter."),
    });
    const user = await db().user.findUniqueOrThrow({
      where: { email: "reporter@test.example" },
      include: { roles: true },
    });
    expect(user.roles).toMatchObject([
      { role: "reporter", allianceId: alliance.id, organizationId: organization.id, validTo: null },
    ]);
    const token = linkIn(made.out);
    const redeem = () =>
      perform(resetPasswordCommand, { actor: anonymous }, { token, password: phrase });
    expect(await redeem()).toMatchObject({ ok: true });
    expect(await redeem()).toMatchObject({ reason: "link-used" });
    expect(
      await checkCredentials({ email: user.email, password: phrase }, "198.51.100.1"),
    ).toMatchObject({ ok: true });

    const key = await admin(
      "api-keys create --email reporter@test.example --name 导出 --read-only",
    );
    const secret = /ap_[\w-]{43}/.exec(key.out)?.[0] ?? "";
    expect(await findActorByKey(db(), hashSecret(secret))).toMatchObject({
      userId: user.id,
      readOnly: true,
    });
    expect(await entries("key.create")).toMatchObject([
      { actorId: null, requestId: expect.stringMatching(/^admin-/) },
    ]);

    const list = await admin("users list --role reporter");
    expect(list.out).toContain(
      `reporter@test.example\t示例填报\tactive\tseen never\treporter · ${alliance.name}`,
    );
    const chain = await db().$queryRaw<
      { text: string }[]
    >`SELECT string_agg(details::text, ' ') AS text FROM audit_entries`;
    expect(chain[0]?.text).not.toContain(token);
    expect(chain[0]?.text).not.toContain(secret);
  });

  it("a new password link voids the older one, ends nothing before it is used, and is mailed where mail is sent", async () => {
    const user = await db().user.findUniqueOrThrow({ where: { email: "reporter@test.example" } });
    const here = await signIn(user.id);
    const first = linkIn((await admin("users reset-password --email reporter@test.example")).out);
    expect(await db().outboxMail.count()).toBe(0);
    await db().user.update({ where: { id: user.id }, data: { locale: "en" } });
    const second = await admin("users reset-password --email reporter@test.example", {
      SMTP_URL: "smtp://127.0.0.1:9",
    });
    expect(await actorOf(here.secret)).not.toBeNull();
    const mail = await db().outboxMail.findFirstOrThrow();
    expect(mail).toMatchObject({
      recipient: "reporter@test.example",
      secret: true,
      subject: "Alliance portal: choose a password",
    });
    expect(mail.body).toContain(`https://portal.example/reset/${linkIn(second.out)}`);
    expect(mail.dedupeKey).not.toContain(linkIn(second.out));
    expect(
      await perform(resetPasswordCommand, { actor: anonymous }, { token: first, password: phrase }),
    ).toMatchObject({ ok: false });
  });

  it("A-11 disabling ends sessions, keys and links at once; the last administrator stays", async () => {
    const user = await db().user.findUniqueOrThrow({ where: { email: "reporter@test.example" } });
    const here = await signIn(user.id);
    expect(await admin("users disable --email reporter@test.example")).toMatchObject({ exit: 0 });
    expect(await actorOf(here.secret)).toBeNull();
    expect(await db().apiKey.count({ where: { userId: user.id, endedAt: null } })).toBe(0);
    expect(await db().oneTimeToken.count({ where: { userId: user.id, usedAt: null } })).toBe(0);
    expect(await admin("users disable --email reporter@test.example")).toMatchObject({ exit: 0 });
    for (const line of [
      "users reset-password --email reporter@test.example",
      "api-keys create --email reporter@test.example --name x",
    ])
      expect(await admin(line)).toMatchObject({
        exit: 1,
        out: expect.stringContaining("This account is disabled."),
      });
    expect(await admin("users disable --email first@test.example")).toMatchObject({
      exit: 1,
      out: expect.stringContaining("last platform administrator"),
    });
    expect(
      (await db().user.findUniqueOrThrow({ where: { email: "first@test.example" } })).disabledAt,
    ).toBeNull();
    expect(await entries("user.disable")).toHaveLength(1);
  });

  it.each([
    [
      "users create --email second@test.example --name x --role reporter",
      1,
      "name it with --alliance",
    ],
    [
      "users create --email second@test.example --name x --role secretariat --alliance none",
      1,
      "no such alliance",
    ],
    [
      "users create --email first@test.example --name x --role platform_admin",
      1,
      "There is an account",
    ],
    ["users create --email second@test.example --name x --role king", 2, "--role"],
    [
      "users create --email nobody --name x --role platform_admin",
      2,
      "--email: Enter a valid e-mail address",
    ],
    ["users create --mail x", 2, "Unknown option '--mail'"],
    ["users disable --email unknown@test.example", 1, "no account with this e-mail address"],
    ["users", 2, "There is no command"],
    ["--help", 0, "users reset-password"],
    ["users list --help", 0, "[--role ROLE]"],
  ])("%s → %i, %s", async (line, exit, words) => {
    const before = await db().user.count();
    expect(await admin(line)).toMatchObject({ exit, out: expect.stringContaining(words) });
    expect(await db().user.count()).toBe(before);
  });

  it("sweep takes away what is past its time and says how much", async () => {
    await db().rateLimit.create({ data: { key: "over", points: 1, expire: 1 } });
    const swept = await admin("sweep");
    expect(swept).toMatchObject({ exit: 0 });
    expect(swept.out).toContain("limits\t1\n");
    expect(await db().rateLimit.count({ where: { key: "over" } })).toBe(0);
  });

  it("A-79 a backup without a passphrase says so loudly; with one it is restored by the same alone", async () => {
    const file = (name: string) => join(dataDir, name);
    const open = await admin(`backup ${file("open")}`);
    expect(open).toMatchObject({ exit: 0 });
    expect(open.out).toContain("IT IS NOT ENCRYPTED");
    writeFileSync(file("phrase"), `${phrase}\n`);
    writeFileSync(file("short"), "too short");
    writeFileSync(file("other"), "another long good phrase");
    expect(await admin(`backup ${file("x")} --passphrase-file ${file("short")}`)).toMatchObject({
      exit: 2,
      out: expect.stringContaining("at least 12 characters"),
    });
    const sealed = await admin(`backup ${file("sealed")}`, { BACKUP_PASSPHRASE: phrase });
    expect(sealed).toMatchObject({ exit: 0 });
    expect(sealed.out).toContain("It is encrypted");
    const restore = (more: string) => admin(`restore ${file("sealed")} --force${more}`);
    const refused = await restore(` --passphrase-file ${file("other")}`);
    expect(refused).toMatchObject({ exit: 1 });
    expect(refused.out).toContain("not the one of this backup. The database is as it was before");
    expect(await restore(` --passphrase-file ${file("phrase")}`)).toMatchObject({
      exit: 0,
      out: expect.stringContaining("Restored as of"),
    });
  }, 150_000);

  it("without a database it says where one would be", async () => {
    const none = await admin("users list", { DATABASE_URL: "" });
    expect(none).toMatchObject({
      exit: 1,
      out: expect.stringContaining("There is no database in"),
    });
    expect(none.out).toContain("DATA_DIR=.data/demo");
    const away = await admin("users list", {
      DATABASE_URL: "postgresql://postgres@127.0.0.1:1/none",
    });
    expect(away).toMatchObject({ exit: 1, out: expect.stringContaining("cannot be used") });
  });
});
