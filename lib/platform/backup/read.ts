import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { decrypted, ENVELOPE, PassphraseError } from "./cipher";
import {
  DamagedError,
  decodeFrames,
  type Frame,
  MAGIC,
  type Manifest,
  type PartEnd,
  type PartHead,
  PartMeter,
  SEAL,
} from "./format";

const parse = <T>(bytes: Buffer): T => {
  try {
    return JSON.parse(bytes.toString("utf8")) as T;
  } catch {
    throw new DamagedError("a frame is unreadable");
  }
};

/** The bytes of the backup itself, out of its envelope if it has one; can be asked for again and again. */
type Content = () => AsyncIterable<Buffer>;

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(ENVELOPE.byteLength);
    const { bytesRead } = await file.read(head, 0, head.byteLength, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function contentOf(path: string, passphrase: string | undefined): Promise<Content> {
  const isEncrypted = (await firstBytes(path)).equals(ENVELOPE);
  if (isEncrypted && passphrase === undefined)
    throw new PassphraseError("This backup is encrypted: it needs its passphrase.");
  // Who expects an encrypted file must not be given another one in its place.
  if (!isEncrypted && passphrase !== undefined)
    throw new PassphraseError("This backup is not encrypted, although a passphrase was given.");
  return passphrase === undefined
    ? () => createReadStream(path)
    : () => decrypted(path, passphrase);
}

/** Proves line and seal, and gives the size. */
async function checkSeal(content: Content): Promise<number> {
  const hash = createHash("sha256");
  let size = 0;
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  for await (const chunk of content()) {
    size += chunk.byteLength;
    if (head.byteLength < MAGIC.byteLength)
      head = Buffer.concat([head, chunk]).subarray(0, MAGIC.byteLength);
    const held = Buffer.concat([tail, chunk]);
    const end = Math.max(0, held.byteLength - SEAL);
    hash.update(held.subarray(0, end));
    tail = held.subarray(end);
  }
  if (!head.equals(MAGIC) || size <= MAGIC.byteLength + SEAL)
    throw new DamagedError("it is no backup of this portal");
  if (hash.digest("hex") !== tail.toString("latin1"))
    throw new DamagedError("its content is not what was written");
  return size;
}

/** What stands between the line and the seal. */
async function* inner(content: Content, size: number): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const chunk of content()) {
    const from = Math.max(0, MAGIC.byteLength - at);
    const to = Math.min(chunk.byteLength, size - SEAL - at);
    at += chunk.byteLength;
    if (to > from) yield chunk.subarray(from, to);
  }
}

async function* framesOf(content: Content, size: number): AsyncGenerator<Frame> {
  const source = Readable.from(inner(content, size));
  const unzipped = createGunzip();
  source.on("error", (error) => unzipped.destroy(error));
  try {
    yield* decodeFrames(source.pipe(unzipped));
  } catch (error) {
    if (error instanceof DamagedError) throw error;
    throw new DamagedError(error instanceof Error ? error.message : String(error));
  } finally {
    source.destroy();
  }
}

export type Part = { head: PartHead; chunks: AsyncGenerator<Buffer> };

/** Rows in a chunk of a table, bytes in one of a file. */
const countIn = (head: PartHead, bytes: Buffer): number =>
  head.part === "file" ? bytes.byteLength : parse<unknown[]>(bytes).length;

async function* chunksOf(head: PartHead, frames: AsyncGenerator<Frame>): AsyncGenerator<Buffer> {
  const meter = new PartMeter();
  for (;;) {
    const { value: frame, done } = await frames.next();
    if (done) throw new DamagedError(`the part ${head.name} is cut off`);
    if (frame.kind === "D") {
      meter.add(frame.bytes, countIn(head, frame.bytes));
      yield frame.bytes;
    } else if (frame.kind === "E") {
      const told = parse<PartEnd>(frame.bytes);
      const found = meter.end();
      if (told.sha256 !== found.sha256 || told.count !== found.count) {
        throw new DamagedError(`the part ${head.name} is not what was written`);
      }
      return;
    } else throw new DamagedError(`the part ${head.name} does not end`);
  }
}

/** A backup whose seal is whole. Parts must be read to their end, one after the other. */
export async function openBackup(path: string, passphrase?: string) {
  const content = await contentOf(path, passphrase);
  const size = await checkSeal(content);
  return {
    size,
    async read(onPart: (part: Part) => Promise<void>): Promise<Manifest> {
      const frames = framesOf(content, size);
      let manifest: Manifest | undefined;
      for (let next = await frames.next(); !next.done; next = await frames.next()) {
        const { kind, bytes } = next.value;
        if (manifest || (kind !== "H" && kind !== "M"))
          throw new DamagedError("parts are out of order");
        if (kind === "M") manifest = parse<Manifest>(bytes);
        else {
          const head = parse<PartHead>(bytes);
          await onPart({ head, chunks: chunksOf(head, frames) });
        }
      }
      if (!manifest) throw new DamagedError("it has no manifest");
      return manifest;
    },
  };
}

export type Backup = Awaited<ReturnType<typeof openBackup>>;

/** Reads everything once, so that nothing is begun with a file that turns out broken in its middle. */
export async function checkBackup(backup: Backup): Promise<Manifest> {
  const seen: string[] = [];
  const manifest = await backup.read(async ({ head, chunks }) => {
    for await (const _ of chunks);
    seen.push(`${head.part} ${head.name}`);
  });
  const told = manifest.parts.map((part) => `${part.part} ${part.name}`);
  if (manifest.format !== 1) throw new DamagedError("it has a format of another release");
  if (told.join("\n") !== seen.join("\n")) throw new DamagedError("parts are missing");
  return manifest;
}
