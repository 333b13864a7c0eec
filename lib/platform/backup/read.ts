import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { createGunzip } from "node:zlib";
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

async function checkSeal(path: string): Promise<number> {
  const size = (await stat(path)).size;
  if (size <= MAGIC.byteLength + SEAL) throw new DamagedError("it is no backup of this portal");
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(MAGIC.byteLength);
    await file.read(head, 0, head.byteLength, 0);
    if (!head.equals(MAGIC)) throw new DamagedError("it is no backup of this portal");
    const seal = Buffer.alloc(SEAL);
    await file.read(seal, 0, SEAL, Math.max(0, size - SEAL));
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(path, { end: size - SEAL - 1 })) hash.update(chunk);
    if (hash.digest("hex") !== seal.toString("latin1")) {
      throw new DamagedError("its content is not what was written");
    }
    return size;
  } finally {
    await file.close();
  }
}

async function* framesOf(path: string, size: number): AsyncGenerator<Frame> {
  const source = createReadStream(path, { start: MAGIC.byteLength, end: size - SEAL - 1 });
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
export async function openBackup(path: string) {
  const size = await checkSeal(path);
  return {
    size,
    async read(onPart: (part: Part) => Promise<void>): Promise<Manifest> {
      const frames = framesOf(path, size);
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
