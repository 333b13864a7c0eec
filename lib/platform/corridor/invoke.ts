import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import type { Result } from "@/lib/kernel/result";
import type { Prisma } from "@/prisma/generated/client";
import { PLATFORM_CHAIN, recordAudit } from "../audit";
import type { Actor } from "../auth/actor";
import { now } from "../clock";
import { database } from "../db/client";
import { isExclusionViolation, isRetryable, isUnavailable, isUniqueViolation } from "../db/errors";
import { type Db, inTransaction, type Tx } from "../db/transaction";
import { AppError, type FieldIssue } from "../errors";
import { logger } from "../logger";
import { claimKey, type IdempotencyClaim, keepAnswer, requestHash } from "./idempotency";
import { JsonText } from "./json-text";
import { countCall, isCounted } from "./limit";
import type { Reach } from "./permission";
import { type Found, findTenant } from "./tenant";
import type { Command, Query, Scope, Tenant, TenantScope, UseCase } from "./use-case";

/** Who calls, by the words that the database had for it last time; it gives no right until it says the same ones again. */
export type Guess = { caller: Prisma.Sql; text: string; confirmed: boolean };

/** What comes with a call: who, to which alliance (its slug), and the caller's own marks. */
export type Call = {
  actor: Actor;
  tenant?: string | undefined;
  /** The alliance, where this request has already looked: reads take it, writes look again in their transaction. */
  found?: Found | undefined;
  /** Actor and alliance are those of last time, to be confirmed in the transaction. */
  guess?: Guess | undefined;
  idempotencyKey?: string | undefined;
  requestId?: string | undefined;
  /** Where it comes from, for limits; absent for calls from inside. */
  address?: string | undefined;
  /** Its limit was counted when it knocked. */
  counted?: boolean | undefined;
  /** The answer goes out as JSON, so what the database made as JSON may stay as it is. */
  asJson?: boolean | undefined;
};

/** Carries a refusal out of the transaction, so that it rolls back like a fault. */
class Refused extends Error {
  readonly result: Extract<Result<never>, { ok: false }>;
  constructor(result: Extract<Result<never>, { ok: false }>) {
    super(result.reason);
    this.result = result;
  }
}

export function fieldIssues(error: z.ZodError): FieldIssue[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: [...issue.path, key].join("."),
        message: "unknown",
      }));
    }
    const message = /^[a-z][a-z0-9-]*$/.test(issue.message) ? issue.message : "invalid";
    return [{ path: issue.path.join("."), message }];
  });
}

/** Paths of the texts with U+0000, which PostgreSQL cannot hold: behind the schema it would be an error of ours. */
function nulPaths(value: unknown, path: string): string[] {
  if (typeof value === "string") return value.includes("\u0000") ? [path] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    nulPaths(inner, path === "" ? key : `${path}.${key}`),
  );
}

export function parse<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new AppError("malformed", { issues: fieldIssues(parsed.error) });
  const unstorable = nulPaths(parsed.data, "");
  if (unstorable.length === 0) return parsed.data;
  throw new AppError("malformed", {
    issues: unstorable.map((path) => ({ path, message: "invalid" })),
  });
}

const belongsTo = (actor: Actor, tenant: Tenant): boolean =>
  actor.roles.some((held) => held.allianceId === tenant.id || held.allianceId === null);

type Entry = { reach: Reach; tenant: Tenant | undefined };

/**
 * Rights and alliance are asked for as the first thing in the transaction, and what it does follows from them (I-28).
 * @throws AppError unauthenticated when they are not what they were: who calls has to be asked before
 */
async function confirm(tx: Tx, guess: Guess): Promise<void> {
  const [row] = await tx.$queryRaw<{ caller: string }[]>(guess.caller);
  guess.confirmed = row?.caller === guess.text;
  if (!guess.confirmed) throw new AppError("unauthenticated");
}

async function tenantOf(db: Db, useCase: UseCase, call: Call): Promise<Tenant | undefined> {
  if (call.found && (useCase.kind === "query" || call.guess)) return call.found.tenant;
  return findTenant(db, call.tenant ?? "");
}

/**
 * May this caller knock at this door at all? What the caller may not know of is not found; what is visible but not
 * permitted is forbidden, or asks to sign in first.
 */
export async function enter(db: Db, useCase: UseCase, call: Call): Promise<Entry> {
  const tenant = useCase.place === "tenant" ? await tenantOf(db, useCase, call) : undefined;
  if (useCase.place === "tenant" && !tenant) throw new AppError("not-found");
  const reach = useCase.permission.reachOf(call.actor.roles, tenant?.id ?? null);
  const denied = !reach || (useCase.kind === "command" && call.actor.readOnly);
  if (tenant && !tenant.published && !belongsTo(call.actor, tenant))
    throw new AppError("not-found");
  if (denied) throw new AppError(call.actor.userId ? "forbidden" : "unauthenticated");
  return { reach, tenant };
}

export function scopeOf(db: Db, call: Call, entry: Entry, requestId: string): Scope | TenantScope {
  const at = now();
  const scope: Scope = {
    actor: call.actor,
    reach: entry.reach,
    now: at,
    today: dayIn(at, entry.tenant?.timeZone ?? homeZone),
    requestId,
    audit: (event) =>
      recordAudit(
        db,
        { chain: entry.tenant?.id ?? PLATFORM_CHAIN, actorId: call.actor.userId, requestId },
        event,
      ),
  };
  return entry.tenant ? { ...scope, alliance: entry.tenant } : scope;
}

async function runQuery(useCase: Query, call: Call, input: unknown, requestId: string) {
  const db = database();
  const parsed = parse(useCase.input, input);
  const entry = await enter(db, useCase, call);
  const scope = scopeOf(db, call, entry, requestId) as never;
  if (call.asJson && useCase.stated && !useCase.stated.finish) {
    const statement = useCase.stated.statement(scope, parsed as never);
    const rows = await db.$queryRaw<{ answer: string }[]>(statement);
    return new JsonText(rows[0]?.answer ?? "null");
  }
  return useCase.output.parse(await useCase.run(db, scope, parsed as never)) as unknown;
}

/** Writes to a frozen alliance are refused, reads go on (security 2.2). */
const frozen = new Set(["suspended", "dissolved"]);

type Work = { useCase: Command; call: Call; parsed: unknown; requestId: string; counted: boolean };

async function answerOf(tx: Tx, task: Work) {
  const { useCase, call, parsed, requestId } = task;
  const entry = await enter(tx, useCase, call);
  if (entry.tenant && frozen.has(entry.tenant.status)) {
    throw new Refused({ ok: false, reason: "alliance-frozen" });
  }
  const claim: IdempotencyClaim | undefined = call.idempotencyKey
    ? {
        actorKey: call.actor.userId ?? "public",
        key: call.idempotencyKey,
        operation: useCase.id,
        hash: requestHash(useCase.id, call.tenant ?? null, parsed),
      }
    : undefined;
  if (claim) {
    const taken = await claimKey(tx, claim);
    if (!taken.first) return (taken.response as { value: unknown }).value;
  }
  if (!task.counted) await countCall(useCase, call, parsed);
  // A transaction that is tried again is still one call.
  task.counted = true;
  const result = await useCase.run(
    tx,
    scopeOf(tx, call, entry, requestId) as never,
    parsed as never,
  );
  if (!result.ok) throw new Refused(result);
  const value = useCase.output.parse(result.value) as unknown;
  if (claim && !useCase.secretAnswer) await keepAnswer(tx, claim, value);
  return value;
}

/**
 * A guessed caller is confirmed ahead of the work, in one message with its first statement. Unless he is, whatever the work
 * came to does not count, and is rolled back. What is counted outside of the transaction waits for the confirmation.
 */
async function work(tx: Tx, task: Work) {
  const { useCase, call, parsed } = task;
  const { guess } = call;
  if (!guess) return answerOf(tx, task);
  const asked = confirm(tx, guess);
  if (isCounted(useCase, call, parsed)) await asked;
  const [confirmed, done] = await Promise.allSettled([asked, answerOf(tx, task)]);
  if (confirmed.status === "rejected") throw confirmed.reason;
  if (done.status === "rejected") throw done.reason;
  return done.value;
}

/** A refused permission leaves one line in the chain (security 1.4); nothing else of the call remains. */
async function noteForbidden(useCase: UseCase, call: Call, requestId: string) {
  const tenant = call.tenant ? await findTenant(database(), call.tenant) : undefined;
  await inTransaction((tx) =>
    recordAudit(
      tx,
      { chain: tenant?.id ?? PLATFORM_CHAIN, actorId: call.actor.userId, requestId },
      {
        action: "access.refused",
        subjectType: "use-case",
        subjectId: null,
        details: { operation: useCase.id },
      },
    ),
  );
}

/**
 * Asks at the door before there is an input, for bytes that are not even received from whoever may not bring them. The
 * call is counted here, and not again when it enters.
 * @throws AppError unauthenticated, forbidden, not-found, too-many
 */
export async function knock(useCase: Command, call: Call): Promise<Call> {
  try {
    await enter(database(), useCase, call);
    await countCall(useCase, call, {});
    return { ...call, counted: true };
  } catch (error) {
    if (error instanceof AppError && error.code === "forbidden") {
      await noteForbidden(useCase, call, call.requestId ?? randomUUID());
    }
    throw error;
  }
}

/** What the database said, as the caller should hear it. A key that another one took in the meantime is a stale form. */
export function translated(error: unknown): unknown {
  if (isUniqueViolation(error) || isExclusionViolation(error)) return new AppError("stale");
  return isUnavailable(error) || isRetryable(error)
    ? new AppError("unavailable", { retryAfter: 2 })
    : error;
}

/**
 * The corridor. Parse strictly → who, where, how far → one transaction → the command (policy, rules, writes, audit) →
 * the result as a value. A refusal and a fault both roll everything back.
 * @throws AppError for malformed, unauthenticated, forbidden, not-found, stale, unavailable …
 */
export async function invoke(
  useCase: UseCase,
  call: Call,
  input: unknown,
): Promise<Result<unknown>> {
  const requestId = call.requestId ?? randomUUID();
  try {
    if (useCase.kind === "query") {
      return { ok: true, value: await runQuery(useCase, call, input, requestId) };
    }
    const parsed = parse(useCase.input, input);
    const lane = call.tenant ?? PLATFORM_CHAIN;
    const task: Work = { useCase, call, parsed, requestId, counted: call.counted === true };
    const value = await inTransaction((tx) => work(tx, task), {
      isolation: useCase.isolation,
      milliseconds: useCase.milliseconds,
      lane,
    });
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Refused) {
      logger.info({ operation: useCase.id, reason: error.result.reason, requestId }, "refused");
      return error.result;
    }
    if (error instanceof AppError && error.code === "forbidden") {
      await noteForbidden(useCase, call, requestId);
    }
    throw translated(error);
  }
}
