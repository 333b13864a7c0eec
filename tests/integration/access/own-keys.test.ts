import { describe, expect, it } from "vitest";
import {
  createKeyCommand,
  endKeyCommand,
  endOtherSessionsCommand,
  listKeysQuery,
} from "@/lib/features/access/procedures/accounts";
import { anonymous } from "@/lib/platform/auth/actor";
import { findActorByKey } from "@/lib/platform/auth/actors";
import { hashSecret } from "@/lib/platform/auth/secret";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { AppError } from "@/lib/platform/errors";
import { useDatabase } from "@/tests/support/database";
import { actorOf, createAccount, signIn } from "./people";

const { db } = useDatabase();
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "none",
    (error) => (error instanceof AppError ? error.code : String(error)),
  );

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
