import { describe, expect, it } from "vitest";
import {
  chooseLanguageCommand,
  readProfileQuery,
  updateProfileCommand,
} from "@/lib/features/people/procedures";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { AppError } from "@/lib/platform/errors";
import { createAlliance, createUserWithRole } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { createAccount, signIn } from "./people";

const { db } = useDatabase();
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "none",
    (error) => (error instanceof AppError ? error.code : String(error)),
  );

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
