import { describe, expect, it } from "vitest";
import {
  endOtherSessionsCommand,
  endSessionCommand,
  listSessionsQuery,
} from "@/lib/features/access/procedures/accounts";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { AppError } from "@/lib/platform/errors";
import { useDatabase } from "@/tests/support/database";
import { actorOf, createAccount, signIn } from "./people";

useDatabase();
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "none",
    (error) => (error instanceof AppError ? error.code : String(error)),
  );

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
