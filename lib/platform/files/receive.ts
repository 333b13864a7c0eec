import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../errors.ts";
import type { Keeper } from "./keeper.ts";

export type Received = { sha256: string; size: number; head: Uint8Array };
/** What arrived, before it is kept: it may be read where it lies. */
export type Arrived = Received & { path: string };

const HEAD = 4100;

/**
 * Takes a body of at most `limit` bytes: temporary file, flushed to disk, then kept under its hash (I-29). A broken, too
 * large or unwanted upload leaves nothing: bytes without a row would be found by nobody, and fill the disk.
 * @param accept throws for bytes that are not wanted
 * @throws AppError too-large; StoreError when the keeper does not take them
 */
export async function receiveInto(
  keeper: Keeper,
  body: AsyncIterable<Uint8Array>,
  limit: number,
  accept: (received: Arrived) => Promise<void> = async () => undefined,
): Promise<Received> {
  await mkdir(keeper.incoming, { recursive: true, mode: 0o700 });
  const temporary = join(keeper.incoming, randomUUID());
  const file = await open(temporary, "wx", 0o600);
  const hash = createHash("sha256");
  let size = 0;
  let head: Uint8Array = new Uint8Array();
  try {
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > limit) throw new AppError("too-large");
      if (head.byteLength < HEAD) head = Buffer.concat([head, chunk]).subarray(0, HEAD);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
    await file.close();
    const sha256 = hash.digest("hex");
    await accept({ sha256, size, head, path: temporary });
    await keeper.keep(sha256, temporary);
    return { sha256, size, head };
  } finally {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
  }
}
