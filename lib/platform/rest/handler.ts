import "server-only";
import { randomUUID } from "node:crypto";
import type { Result } from "@/lib/kernel/result";
import { callerByKey } from "../auth/actors";
import { addressOf } from "../auth/caller";
import { lastCaller } from "../auth/known-callers";
import { askAtOnce } from "../corridor/at-once";
import { type Call, type Guess, invoke, translated } from "../corridor/invoke";
import { JsonText } from "../corridor/json-text";
import type { UseCase } from "../corridor/use-case";
import { csvBytes } from "../documents/csv";
import { AppError, type FieldIssue, statusOf } from "../errors";
import { loggedPath, logger } from "../logger";
import { callerAt, keyHashOf, readInput } from "./request";
import { createRouter, type Match } from "./router";

/** Words for a code, in the caller's language. */
export type Wording = (
  code: string,
  request: Request,
  details: Record<string, string | number>,
) => string;

type Caller = Pick<Call, "actor" | "found" | "guess">;

type Body = { code: string; message: string; requestId: string; issues?: FieldIssue[] };

export function answer(
  status: number,
  body: unknown,
  requestId: string,
  headers: Record<string, string> = {},
) {
  const all = { "Cache-Control": "private, no-store", "X-Request-Id": requestId, ...headers };
  return body instanceof JsonText
    ? new Response(body.text, { status, headers: { ...all, "Content-Type": "application/json" } })
    : Response.json(body, { status, headers: all });
}

/** The one place where a thrown error becomes an answer. */
export function fault(thrown: unknown, request: Request, requestId: string, words: Wording) {
  // Who calls is asked before the corridor begins, and the database may be away at that moment too (F-02).
  const error = translated(thrown);
  if (!(error instanceof AppError)) {
    logger.error(
      { err: error, requestId, path: loggedPath(new URL(request.url).pathname) },
      "unexpected error",
    );
    const body: Body = {
      code: "unexpected",
      message: words("unexpected", request, { requestId }),
      requestId,
    };
    return answer(500, body, requestId);
  }
  const body: Body = {
    code: error.code,
    message: words(error.code, request, { requestId }),
    requestId,
    ...(error.issues && { issues: error.issues }),
  };
  const headers: Record<string, string> = error.retryAfter
    ? { "Retry-After": String(error.retryAfter) }
    : {};
  return answer(statusOf[error.code], body, requestId, headers);
}

/** By a key that called before: rights and rows in one statement. Undefined: the usual way answers, or says why not. */
async function atOnce(request: Request, { useCase, params }: Match, requestId: string) {
  const { stated } = useCase.kind === "query" ? useCase : {};
  const hash = stated && keyHashOf(request);
  const known = hash && lastCaller(hash, params.alliance);
  if (useCase.kind !== "query" || !stated || !known || request.headers.has("idempotency-key"))
    return undefined;
  try {
    const { tenant, input } = await readInput(request, params);
    const caller = callerByKey(hash, params.alliance);
    return await askAtOnce({ ...useCase, stated }, known, caller, { tenant, requestId }, input);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

/**
 * A write by a key that called before: who calls is asked in the transaction of what is written, so it needs no way of its
 * own. Undefined: the usual way answers, since it is not who it was, or its request is not even well-formed.
 */
async function byGuess(
  request: Request,
  { useCase, params }: Match,
  run: (caller: Caller) => Promise<Result<unknown>>,
): Promise<Result<unknown> | undefined> {
  const hash = useCase.kind === "command" ? keyHashOf(request) : undefined;
  const known = hash && lastCaller(hash, params.alliance);
  if (!known) return undefined;
  const caller = callerByKey(hash, params.alliance);
  const guess: Guess = { caller, text: known.text, confirmed: false };
  try {
    return await run({ actor: known.actor, found: known.found, guess });
  } catch (error) {
    const open = error instanceof AppError && error.code !== "unavailable" && !guess.confirmed;
    if (open) return undefined;
    throw error;
  }
}

function idempotencyKeyOf(request: Request): string | undefined {
  const key = request.headers.get("idempotency-key") ?? undefined;
  if (key === undefined || /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new AppError("malformed", { issues: [{ path: "Idempotency-Key", message: "invalid" }] });
}

const tableHeaders = {
  "Content-Type": "text/csv; charset=utf-8",
  "Cache-Control": "private, no-store",
  "X-Content-Type-Options": "nosniff",
  Vary: "Accept",
};

/** How the answer becomes a table, where the operation has one and the caller asks for it first. */
const tableOf = (useCase: UseCase, request: Request) =>
  useCase.kind === "query" && /^\s*text\/csv\b/.test(request.headers.get("accept") ?? "")
    ? useCase.csv
    : undefined;

/** The REST face: finds the operation, asks who is calling, and walks the corridor. */
export function restHandler(useCases: readonly UseCase[], words: Wording) {
  const find = createRouter(useCases);
  return async (request: Request, path: readonly string[]): Promise<Response> => {
    const requestId = randomUUID();
    try {
      // The framework leaves the body out.
      const method = request.method === "HEAD" ? "GET" : request.method;
      const match = find(method, path);
      if (!match) throw new AppError("not-found");
      const ready = await atOnce(request, match, requestId);
      if (ready !== undefined) return answer(200, ready, requestId);
      const asTable = tableOf(match.useCase, request);
      let received: ReturnType<typeof readInput> | undefined;
      const run = async (caller: Caller) => {
        // A body can be read once.
        received ??= readInput(request, match.params);
        const { tenant, input } = await received;
        const call = {
          ...caller,
          tenant,
          idempotencyKey: idempotencyKeyOf(request),
          requestId,
          address: addressOf(request.headers),
          asJson: !asTable,
        };
        return invoke(match.useCase, call, input);
      };
      const result =
        (await byGuess(request, match, run)) ??
        (await run(await callerAt(request, match.params.alliance)));
      if (result.ok) {
        return asTable
          ? new Response(Uint8Array.from(csvBytes(asTable(result.value as never))), {
              headers: { ...tableHeaders, "X-Request-Id": requestId },
            })
          : answer(200, result.value, requestId);
      }
      const body: Body = {
        code: result.reason,
        message: words(result.reason, request, result.details ?? {}),
        requestId,
      };
      return answer(409, body, requestId);
    } catch (error) {
      return fault(error, request, requestId, words);
    }
  };
}
