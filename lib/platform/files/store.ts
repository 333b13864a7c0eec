import "server-only";
import { Readable } from "node:stream";
import { env } from "../env";
import { logger } from "../logger";
import { keeperOf } from "./choice";
import { type Keeper, StoreError } from "./keeper";
import { type Arrived, type Received, receiveInto } from "./receive";

// Not of the process: the build gives the sweeper and the routes a module each, and an error of the one's class would be
// a stranger to the other.
let cached: Keeper | undefined;

/** Keeps the portal's files, where the environment says. */
export function keeper(): Keeper {
  cached ??= keeperOf(env());
  return cached;
}

/** Visitors are told to come back; why stands in the log alone. */
async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StoreError) logger.warn({ reason: error.message }, "files are away");
    throw error;
  }
}

/**
 * Takes a body of at most `limit` bytes.
 * @param accept throws for bytes that are not wanted
 * @throws AppError too-large, unavailable
 */
export const receiveFile = (
  body: ReadableStream<Uint8Array>,
  limit: number,
  accept?: (received: Arrived) => Promise<void>,
): Promise<Received> => told(receiveInto(keeper(), body, limit, accept));

/**
 * Opens stored bytes; undefined when they are not there.
 * @throws AppError unavailable
 */
export async function openFile(
  sha256: string,
): Promise<{ size: number; stream: ReadableStream } | undefined> {
  const kept = await told(keeper().open(sha256));
  return kept && { size: kept.size, stream: Readable.toWeb(kept.stream) as ReadableStream };
}
