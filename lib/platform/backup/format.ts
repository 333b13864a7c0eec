import { createHash, type Hash } from "node:crypto";

/*
 * One file: a line that says what it is, a gzip stream of frames, and the SHA-256 of everything before as 64 digits.
 * A frame is a kind, a length and that many bytes:
 *   H  begins a part: JSON { part: "table" | "file", name, columns? }
 *   D  bytes of the part; of a table a JSON list of rows, each a list of the columns' text
 *   E  ends the part: JSON { count, sha256 }
 *   M  the manifest, once, at the end
 */
export const MAGIC = Buffer.from("alliance-portal backup 1\n");
export const SEAL = 64;
const LONGEST = 64 * 1024 * 1024;

export type Kind = "H" | "D" | "E" | "M";
export type Frame = { kind: Kind; bytes: Buffer };

export type PartHead =
  | { part: "table"; name: string; columns: string[] }
  | { part: "file"; name: string };
export type PartEnd = { count: number; sha256: string };

export type Manifest = {
  format: 1;
  /** The instant of the snapshot. */
  at: string;
  /** Names and checksums of the applied migrations: the schema that the rows fit. */
  migrations: { name: string; checksum: string }[];
  parts: (PartEnd & { part: "table" | "file"; name: string })[];
  auditHeads: { chain: string; seq: string; hash: string }[];
  /** Files whose row is there and whose bytes were not when the backup was made. */
  missingFiles: string[];
};

/** A backup that cannot be trusted: nothing of it is used. */
export class DamagedError extends Error {}

export function encodeFrame(kind: Kind, payload: Buffer | object): Buffer {
  const bytes = Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload));
  const head = Buffer.alloc(5);
  head.write(kind, 0, "latin1");
  head.writeUInt32BE(bytes.byteLength, 1);
  return Buffer.concat([head, bytes]);
}

const isKind = (text: string): text is Kind => "HDEM".includes(text);

type Head = { kind: Kind; length: number };

function headOf(bytes: Buffer): Head {
  const kind = bytes.toString("latin1", 0, 1);
  const length = bytes.readUInt32BE(1);
  if (!isKind(kind) || length > LONGEST) throw new DamagedError("a frame is unreadable");
  return { kind, length };
}

/** Cuts a stream of bytes into frames; what does not fit is damage. */
export async function* decodeFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  // Chunks are joined once per frame and not once per chunk: a long frame would be copied again and again.
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = 5;
  for await (const chunk of source) {
    chunks.push(chunk);
    held += chunk.byteLength;
    if (held < wanted) continue;
    let bytes = Buffer.concat(chunks);
    wanted = 5;
    while (bytes.byteLength >= 5) {
      const { kind, length } = headOf(bytes);
      if (bytes.byteLength < 5 + length) {
        wanted = 5 + length;
        break;
      }
      yield { kind, bytes: bytes.subarray(5, 5 + length) };
      bytes = bytes.subarray(5 + length);
    }
    chunks = [bytes];
    held = bytes.byteLength;
  }
  if (held > 0) throw new DamagedError("the last frame is cut off");
}

/** Counts and hashes what belongs to one part, for the one who writes and the one who reads. */
export class PartMeter {
  readonly #hash: Hash = createHash("sha256");
  #count = 0;

  add(bytes: Buffer, count: number): void {
    this.#hash.update(bytes);
    this.#count += count;
  }

  end(): PartEnd {
    return { count: this.#count, sha256: this.#hash.digest("hex") };
  }
}
