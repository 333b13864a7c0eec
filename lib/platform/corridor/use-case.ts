import type { z } from "zod";
import type { Day } from "@/lib/kernel/dates";
import type { Result } from "@/lib/kernel/result";
import type { Prisma } from "@/prisma/generated/client";
import type { AuditEvent } from "../audit";
import type { Actor } from "../auth/actor";
import type { Db, Isolation, Tx } from "../db/transaction";
import type { Permission, Reach } from "./permission";

/** The alliance named in the address. */
export type Tenant = {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
  status: string;
  published: boolean;
};

/** What a use case knows besides its input: who asks, how far the right reaches, where, and when. */
export type Scope = {
  actor: Actor;
  reach: Reach;
  now: Date;
  today: Day;
  /** The mark of this call in the log and in every audit entry of it. */
  requestId: string;
  /** Appends to the audit chain of the alliance (or of the platform), in the running transaction. */
  audit: (event: AuditEvent) => Promise<void>;
};

export type TenantScope = Scope & { alliance: Tenant };

type Common<I extends z.ZodObject, O extends z.ZodType> = {
  /** noun.verb; also the operation id of REST. */
  id: `${string}.${string}`;
  /** Below /api/v1; a tenant's begin with /alliances/{alliance}. */
  path: `/${string}`;
  summary: string;
  permission: Permission;
  /** A strict object: unknown keys are refused. */
  input: I;
  output: O;
};

/**
 * At most `count` calls in `seconds`. Per address: everybody's; per visitor: only of those who are not signed in, since
 * others answer for what they do; per account: of one person, by any way; per browser: of one person by forms, while
 * programs with a key may be faster; per e-mail: those that name the same one in their input.
 */
export type Limit = {
  per: "address" | "visitor" | "account" | "browser" | "email";
  count: number;
  seconds: number;
};

type Place = "tenant" | "platform";
type ScopeOf<P extends Place> = P extends "tenant" ? TenantScope : Scope;

export type Query<
  P extends Place = Place,
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodType = z.ZodType,
> = Common<I, O> & {
  kind: "query";
  place: P;
  method: "GET";
  // A method, so that a list of use cases can hold them all (parameters compare both ways).
  run(db: Db, scope: ScopeOf<P>, input: z.output<I>): Promise<z.input<O>>;
  /** Where the whole read is one statement; `run` is made from it. */
  stated?: Stated<P, I, O>;
  /** The answer as a table, for `Accept: text/csv`. */
  csv?(value: z.output<O>): readonly (readonly (string | number | null)[])[];
};

/** A read that is one statement. */
export type Stated<
  P extends Place = Place,
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodType = z.ZodType,
> = {
  /** Gives one row with one text, `answer`: JSON. */
  statement(scope: ScopeOf<P>, input: z.output<I>): Prisma.Sql;
  /**
   * Makes the output of that JSON. Left out, the JSON is the output: REST passes it on unread, so the statement names
   * every key itself, and a test reads it strictly by the output schema.
   */
  finish?(value: unknown, scope: ScopeOf<P>, input: z.output<I>): z.input<O>;
};

export type Command<
  P extends Place = Place,
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodType = z.ZodType,
  R extends string = string,
> = Common<I, O> & {
  kind: "command";
  place: P;
  method: "POST" | "PUT" | "PATCH" | "DELETE";
  isolation: Isolation;
  /** How long the transaction may take, for one that writes thousands of rows; else the usual limit. */
  milliseconds?: number;
  /** The reasons it may refuse with (409); keys of the messages `refusals.*`. */
  refusals: readonly R[];
  /** The answer holds a secret that is shown once: a repeated key does not give it again. */
  secretAnswer: boolean;
  /** A repeat by its idempotency key is not counted. */
  limits?: readonly Limit[] | undefined;
  run(tx: Tx, scope: ScopeOf<P>, input: z.output<I>): Promise<Result<z.input<O>, R>>;
};

export type UseCase = Query | Command;

/** A read. It serves the page's loader and the REST operation alike. */
export function defineQuery<P extends Place, I extends z.ZodObject, O extends z.ZodType>(
  given: Omit<Query<P, I, O>, "kind" | "method">,
): Query<P, I, O> {
  return { ...given, kind: "query", method: "GET" };
}

/** A read that is one statement: REST asks it together with the rights of the caller, and lists need not be taken apart. */
export function defineStatedQuery<P extends Place, I extends z.ZodObject, O extends z.ZodType>(
  given: Omit<Query<P, I, O>, "kind" | "method" | "run" | "stated"> & Stated<P, I, O>,
): Query<P, I, O> {
  const { statement, finish, ...query } = given;
  const run: Query<P, I, O>["run"] = async (db, scope, input) => {
    const rows = await db.$queryRaw<{ answer: string }[]>(statement(scope, input));
    const value: unknown = JSON.parse(rows[0]?.answer ?? "null");
    return finish ? finish(value, scope, input) : (value as z.input<O>);
  };
  return defineQuery({ ...query, run, stated: { statement, ...(finish && { finish }) } });
}

/**
 * A write: one transaction, one audit entry or more, and a result or a refusal as a value.
 * `isolation: "serializable"` where a decision reads several rows.
 */
export function defineCommand<
  P extends Place,
  I extends z.ZodObject,
  O extends z.ZodType,
  const R extends string,
>(
  given: Omit<Command<P, I, O, R>, "kind" | "method" | "isolation" | "secretAnswer"> &
    Partial<Pick<Command<P, I, O, R>, "method" | "isolation" | "secretAnswer">>,
): Command<P, I, O, R> {
  return {
    method: "POST",
    isolation: "read-committed",
    secretAnswer: false,
    ...given,
    kind: "command",
  };
}
