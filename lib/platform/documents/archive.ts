import "server-only";
import { createHash } from "node:crypto";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** One file of a package: its bytes, made or opened only when its turn comes. */
export type Part = {
  name: string;
  /** Undefined: the bytes are gone; the index says so. */
  open: () => Promise<AsyncIterable<Uint8Array> | Uint8Array | undefined>;
  /** Already compressed. */
  stored?: boolean;
};
export type IndexLine =
  | { name: string; size: number; sha256: string }
  | { name: string; missing: true };

const ONE_CHUNK = 64 * 1024;

async function* chunksOf(
  bytes: AsyncIterable<Uint8Array> | Uint8Array,
): AsyncGenerator<Uint8Array> {
  if (bytes instanceof Uint8Array) {
    for (let at = 0; at < bytes.byteLength; at += ONE_CHUNK) {
      yield bytes.subarray(at, at + ONE_CHUNK);
    }
  } else yield* bytes;
}

/** Two files of one name would hide one another in the reader's folder. */
function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n += 1) free = name.replace(/(\.[^./]*)?$/, ` (${n})$1`);
  taken.add(free);
  return free;
}

/**
 * A zip as it is made, chunk by chunk: never more of it in memory than what the reader has not taken yet. The last file
 * is the index with the SHA-256 of every part.
 */
export async function* zipParts(
  parts: Iterable<Part>,
  index: { name: string; write: (lines: readonly IndexLine[]) => string },
  made: Date,
): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = [];
  let failed: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error) failed = error;
    else if (chunk.byteLength > 0) out.push(chunk);
  });
  const lines: IndexLine[] = [];
  const taken = new Set<string>();

  async function* add(part: Part): AsyncGenerator<Uint8Array> {
    const name = unique(part.name, taken);
    const bytes = await part.open();
    if (!bytes) {
      lines.push({ name, missing: true });
      return;
    }
    const file = part.stored ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    file.mtime = made;
    zip.add(file);
    const hash = createHash("sha256");
    let size = 0;
    for await (const chunk of chunksOf(bytes)) {
      hash.update(chunk);
      size += chunk.byteLength;
      // The writer keeps what it is given for as long as it compresses: a file's buffer is used again.
      file.push(new Uint8Array(chunk), false);
      if (failed) throw failed;
      yield* out.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* out.splice(0);
    lines.push({ name, size, sha256: hash.digest("hex") });
  }

  for (const part of parts) yield* add(part);
  const text = new TextEncoder().encode(index.write(lines));
  yield* add({ name: index.name, open: async () => text });
  zip.end();
  if (failed) throw failed;
  yield* out.splice(0);
}

/** A stream that takes the next chunk only when the reader asks for it. */
export function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
