import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { env } from "../env";
import { AppError } from "../errors";

/** Bytes of a file lie under their SHA-256, so the same bytes lie once and are never overwritten. */
const folderOf = (sha256: string) => join(env().DATA_DIR, "files", sha256.slice(0, 2));
const pathOf = (sha256: string) => join(folderOf(sha256), sha256);

export type Received = { sha256: string; size: number; head: Uint8Array };

const HEAD = 4100;

/**
 * Takes a body of at most `limit` bytes: temporary file, flushed to disk, then renamed (I-29). A broken, too large or
 * unwanted upload leaves nothing: bytes without a row would be found by nobody, and fill the disk.
 * @param accept throws for bytes that are not wanted
 * @throws AppError too-large
 */
export async function receiveFile(
  body: ReadableStream<Uint8Array>,
  limit: number,
  accept: (received: Received) => Promise<void> = async () => undefined,
): Promise<Received> {
  const waiting = join(env().DATA_DIR, "files", "incoming");
  await mkdir(waiting, { recursive: true, mode: 0o700 });
  const temporary = join(waiting, randomUUID());
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
      await file.write(chunk);
    }
    await file.sync();
    await file.close();
    const sha256 = hash.digest("hex");
    await accept({ sha256, size, head });
    await mkdir(folderOf(sha256), { recursive: true, mode: 0o700 });
    await rename(temporary, pathOf(sha256));
    return { sha256, size, head };
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Opens stored bytes; undefined when they are not there. */
export async function openFile(
  sha256: string,
): Promise<{ size: number; stream: ReadableStream } | undefined> {
  const found = await stat(pathOf(sha256)).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  return {
    size: found.size,
    stream: Readable.toWeb(createReadStream(pathOf(sha256))) as ReadableStream,
  };
}
