import "server-only";
import type { z } from "zod";
import type { Result } from "@/lib/kernel/result";
import { type Call, invoke } from "./invoke";
import type { Command, Query } from "./use-case";

type Place = "tenant" | "platform";

/** The function face of a command: what tests and other doors call. */
export function perform<
  P extends Place,
  I extends z.ZodObject,
  O extends z.ZodType,
  R extends string,
>(
  command: Command<P, I, O, R>,
  call: Call,
  input: z.input<I>,
): Promise<Result<z.output<O>, R | "alliance-frozen">> {
  return invoke(command, call, input) as Promise<Result<z.output<O>, R | "alliance-frozen">>;
}

/** The function face of a query. */
export async function ask<P extends Place, I extends z.ZodObject, O extends z.ZodType>(
  query: Query<P, I, O>,
  call: Call,
  input: z.input<I>,
): Promise<z.output<O>> {
  const result = await invoke(query, call, input);
  if (!result.ok) throw new Error(`a query does not refuse: ${query.id}`);
  return result.value as z.output<O>;
}
