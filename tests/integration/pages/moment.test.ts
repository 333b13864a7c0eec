import { describe, expect, it } from "vitest";
import { momentFor } from "@/lib/platform/pages/again";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { createAccount, signIn } from "../access/people";

const { db } = useDatabase();

describe("the name of a moment, under which a drawn page is given again", () => {
  it("stays while nothing is written, and reading writes nothing", async () => {
    await createAlliance(db());
    // Whoever else writes in this server of databases changes the name, too: often enough nobody does.
    let same = 0;
    for (let tried = 0; tried < 500 && same < 3; tried += 1) {
      const before = await momentFor(undefined);
      await db().alliance.findMany();
      if ((await momentFor(undefined)) === before) same += 1;
    }
    expect(same).toBe(3);
  });

  it("is another one after every write, whatever it wrote and whether it was kept or taken back, and never returns", async () => {
    const alliance = await createAlliance(db());
    const seen = [await momentFor(undefined)];
    const step = async (work: Promise<unknown>) => {
      await work;
      seen.push(await momentFor(undefined));
    };
    await step(createAlliance(db()));
    await step(db().alliance.update({ where: { id: alliance.id }, data: { name: "示例联合体" } }));
    await step(db().$executeRaw`UPDATE alliances SET name = name WHERE id = ${alliance.id}::uuid`);
    // Written, and taken back by the database.
    await step(
      expect(
        db()
          .$queryRaw`WITH written AS (UPDATE alliances SET name = name WHERE id = ${alliance.id}::uuid RETURNING 1)
            SELECT 1 / (count(*) - 1) FROM written`,
      ).rejects.toThrow("division by zero"),
    );
    expect(new Set(seen).size).toBe(5);
  });

  it("is for nobody whose session is over: ended, too old, at rest for too long, of a disabled account", async () => {
    const account = await createAccount();
    const here = await signIn(account.id);
    const allowed = async () => (await momentFor(here.secret)) !== undefined;
    expect(await allowed()).toBe(true);
    expect(await momentFor("unknown")).toBeUndefined();
    expect(await momentFor("")).toBeUndefined();
    const wrong: [string, string][] = [
      ["expires_at = now()", "expires_at = now() + interval '1 hour'"],
      ["last_seen_at = now() - interval '31 minutes'", "last_seen_at = now()"],
      ["session_version = session_version + 1", "session_version = session_version - 1"],
      ["ended_at = now()", "ended_at = NULL"],
    ];
    for (const [change, back] of wrong) {
      await db().$executeRawUnsafe(`UPDATE sessions SET ${change} WHERE user_id = '${account.id}'`);
      expect([change, await allowed()]).toEqual([change, false]);
      await db().$executeRawUnsafe(`UPDATE sessions SET ${back} WHERE user_id = '${account.id}'`);
      expect([back, await allowed()]).toEqual([back, true]);
    }
    await db().user.update({ where: { id: account.id }, data: { disabledAt: new Date() } });
    expect(await allowed()).toBe(false);
  });
});
