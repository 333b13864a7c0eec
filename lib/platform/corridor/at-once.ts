import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import type { KnownCaller } from "../auth/known-callers";
import { database } from "../db/client";
import { type Call, enter, parse, scopeOf } from "./invoke";
import { JsonText } from "./json-text";
import type { Query, Stated } from "./use-case";

/**
 * Asks who is calling and what is asked for in one statement. The rights are those that this caller had last time; the
 * statement says what they are now, and only when that is the same, word for word, is the answer given: rights and rows
 * are then of one moment, which is more than two statements could promise (I-28). Undefined: ask in the usual way.
 * @throws AppError for what the usual way would refuse too, if the rights are still the same
 */
export async function askAtOnce(
  query: Query & { stated: Stated },
  known: KnownCaller,
  caller: Prisma.Sql,
  call: Omit<Call, "actor" | "found">,
  input: unknown,
): Promise<unknown> {
  const db = database();
  const whole: Call = { ...call, actor: known.actor, found: known.found };
  const parsed = parse(query.input, input);
  const entry = await enter(db, query, whole);
  const scope = scopeOf(db, whole, entry, call.requestId ?? "") as never;
  const { statement, finish } = query.stated;
  const [row] = await db.$queryRaw<{ caller: string; answer: string }[]>`
    SELECT c.caller, a.answer FROM (${caller}) c, (${statement(scope, parsed as never)}) a`;
  if (row?.caller !== known.text) return undefined;
  if (!finish) return new JsonText(row.answer);
  return query.output.parse(finish(JSON.parse(row.answer), scope, parsed as never)) as unknown;
}
