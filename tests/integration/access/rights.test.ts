import { describe, expect, it } from "vitest";
import { createKeyCommand, listKeysQuery } from "@/lib/features/access/procedures/accounts";
import { findActorByKey } from "@/lib/platform/auth/actors";
import { hashSecret } from "@/lib/platform/auth/secret";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { AppError } from "@/lib/platform/errors";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { actorOf, createAccount, signIn } from "./people";

const { db } = useDatabase();
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "none",
    (error) => (error instanceof AppError ? error.code : String(error)),
  );

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
    const pause = () => new Promise((resolve) => setTimeout(resolve, 2));
    const readers: Promise<{ after: boolean; roles: number }>[] = [];
    const read = async () => {
      const after = committed;
      return { after, roles: (await here.actor()).roles.length };
    };
    let revocation: Promise<void> | undefined;
    for (let late = 0; late < 50; late += committed ? 1 : 0) {
      readers.push(read());
      if (readers.length === 50) {
        revocation = db()
          .roleGrant.deleteMany({ where: { userId: account.id } })
          .then(() => {
            committed = true;
          });
      }
      await pause();
    }
    await revocation;
    const seen = await Promise.all(readers);
    expect(seen[0]).toEqual({ after: false, roles: 1 });
    const late = seen.filter((one) => one.after);
    expect(late.length).toBeGreaterThan(40);
    expect(late.filter((one) => one.roles > 0)).toEqual([]);
  });
});
