import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "../auth/actor";
import { counterOf, take } from "../auth/counter";
import { AppError } from "../errors";
import type { Command, Limit } from "./use-case";

type Call = { actor: Actor; address?: string | undefined };

/** The table holds no e-mail address: it is read while looking for attacks. */
const emailIn = (input: unknown): string | undefined =>
  typeof input === "object" && input !== null && "email" in input
    ? createHash("sha256").update(String(input.email)).digest("hex")
    : undefined;

/**
 * By what a call is counted; undefined: not at all. A visitor of "account" is known by the address alone. Calls without
 * an address come from inside: the command line, the tests.
 */
function keyOf({ per }: Limit, { actor, address }: Call, input: unknown): string | undefined {
  if (per === "email") return emailIn(input);
  if (per === "browser") return actor.via === "session" && actor.userId ? actor.userId : undefined;
  if (per === "visitor" && actor.userId) return undefined;
  return (per === "account" && actor.userId) || address;
}

/** Would this call be counted by any limit? */
export const isCounted = (useCase: Command, call: Call, input: unknown): boolean =>
  (useCase.limits ?? []).some((limit) => keyOf(limit, call, input) !== undefined);

/**
 * Counts the call, apart from its transaction: a refused one counts as well.
 * @throws AppError too-many
 */
export async function countCall(useCase: Command, call: Call, input: unknown): Promise<void> {
  for (const limit of useCase.limits ?? []) {
    const key = keyOf(limit, call, input);
    if (!key) continue;
    const { per, count, seconds } = limit;
    const { wait } = await take(counterOf({ name: `${useCase.id} ${per}`, count, seconds }), key);
    if (wait > 0) throw new AppError("too-many", { retryAfter: wait });
  }
}
