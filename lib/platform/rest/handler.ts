import "server-only";
import { randomUUID } from "node:crypto";
import { addressOf } from "../auth/caller";
import { invoke, translated } from "../corridor/invoke";
import type { UseCase } from "../corridor/use-case";
import { AppError, type FieldIssue, statusOf } from "../errors";
import { loggedPath, logger } from "../logger";
import { callerAt, readInput } from "./request";
import { createRouter } from "./router";

/** Words for a code, in the caller's language. */
export type Wording = (
  code: string,
  request: Request,
  details: Record<string, string | number>,
) => string;

type Body = { code: string; message: string; requestId: string; issues?: FieldIssue[] };

export function answer(
  status: number,
  body: unknown,
  requestId: string,
  headers: Record<string, string> = {},
) {
  return Response.json(body, {
    status,
    headers: { "Cache-Control": "private, no-store", "X-Request-Id": requestId, ...headers },
  });
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

/** The REST face: finds the operation, asks who is calling, and walks the corridor. */
export function restHandler(useCases: readonly UseCase[], words: Wording) {
  const find = createRouter(useCases);
  return async (request: Request, path: readonly string[]): Promise<Response> => {
    const requestId = randomUUID();
    try {
      const match = find(request.method, path);
      if (!match) throw new AppError("not-found");
      const { actor, found } = await callerAt(request, match.params.alliance);
      const { tenant, input } = await readInput(request, match.params);
      const idempotencyKey = request.headers.get("idempotency-key") ?? undefined;
      if (idempotencyKey !== undefined && !/^[\x21-\x7e]{1,200}$/.test(idempotencyKey)) {
        throw new AppError("malformed", {
          issues: [{ path: "Idempotency-Key", message: "invalid" }],
        });
      }
      const result = await invoke(
        match.useCase,
        { actor, tenant, found, idempotencyKey, requestId, address: addressOf(request.headers) },
        input,
      );
      if (result.ok) return answer(200, result.value, requestId);
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
