import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { currentActor, currentAddress } from "../auth/session";
import { AppError, type FieldIssue } from "../errors";
import { logger } from "../logger";
import { perform } from "./faces";
import type { Command } from "./use-case";

/** What a form gets back. `code` is a refusal or an error code; both are keys of messages. */
export type ActionAnswer<T> =
  | { ok: true; value: T }
  | {
      ok: false;
      code: string;
      details?: Record<string, string | number>;
      issues?: FieldIssue[];
      requestId: string;
    };

/** What a form calls: the alliance's slug of its page ("" where there is none), the fields, and its own key. */
export type FormAction<I, T> = (
  tenant: string,
  input: I,
  idempotencyKey?: string,
) => Promise<ActionAnswer<T>>;

/** A limit in the form's words: how long to wait. */
const paused = (error: AppError, requestId: string): ActionAnswer<never> => ({
  ok: false,
  code: "too-many-for-now",
  details: { minutes: Math.max(1, Math.ceil((error.retryAfter ?? 0) / 60)) },
  requestId,
});

/** The form face of a command: a public endpoint, so everything that arrives is parsed again. */
export function formAction<
  P extends "tenant" | "platform",
  I extends z.ZodObject,
  O extends z.ZodType,
  R extends string,
>(command: Command<P, I, O, R>): FormAction<z.input<I>, z.output<O>> {
  return async (tenant, input, idempotencyKey) => {
    const requestId = randomUUID();
    try {
      const result = await perform(
        command,
        {
          actor: await currentActor(),
          tenant: typeof tenant === "string" && tenant !== "" ? tenant : undefined,
          idempotencyKey:
            typeof idempotencyKey === "string" ? idempotencyKey.slice(0, 200) : undefined,
          requestId,
          address: await currentAddress(),
        },
        input,
      );
      if (result.ok) return { ok: true, value: result.value };
      return {
        ok: false,
        code: result.reason,
        requestId,
        ...(result.details && { details: result.details }),
      };
    } catch (error) {
      if (error instanceof AppError) {
        if (error.code === "too-many") return paused(error, requestId);
        return {
          ok: false,
          code: error.code,
          requestId,
          ...(error.issues && { issues: error.issues }),
        };
      }
      logger.error({ err: error, operation: command.id, requestId }, "unexpected error");
      return { ok: false, code: "unexpected", requestId };
    }
  };
}
