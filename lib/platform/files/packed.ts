import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createInflateRaw, inflateRaw } from "node:zlib";

/*
 * Word and Excel files are zips. Nothing here keeps what is in them, but whoever opens one on a phone does: what would fill its
 * memory is refused on arrival. The directory at the end is asked first; since it may lie, each part is then unpacked
 * up to the same limit, and nothing of it kept.
 */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;
const LONGEST_COMMENT = 65_535;

const limits = {
  parts: 20_000,
  directory: 4 * 1024 * 1024,
  unpacked: 400 * 1024 * 1024,
  /** Unpacked to packed, once it is more than `small`: sheets reach about 20, a bomb a thousand. */
  ratio: 100,
  small: 50 * 1024 * 1024,
  /** Packed bytes that are unpacked in one go; larger parts flow. */
  atOnce: 16 * 1024,
  step: 256 * 1024,
} as const;

type Piece = (at: number, length: number) => Promise<Buffer>;

const endOf = (tail: Buffer): number => {
  for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END) return at;
  }
  return -1;
};

type Part = { method: number; packed: number; unpacked: number; at: number };

/** The parts that the directory lists; undefined when it is none. A size of 2^32-1 stands for zip64, and is too much. */
function listed(directory: Buffer, count: number): Part[] | undefined {
  const parts: Part[] = [];
  let at = 0;
  for (let part = 0; part < count; part += 1) {
    if (at + ENTRY_LENGTH > directory.length || directory.readUInt32LE(at) !== ENTRY) return;
    parts.push({
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    });
    at +=
      ENTRY_LENGTH +
      directory.readUInt16LE(at + 28) +
      directory.readUInt16LE(at + 30) +
      directory.readUInt16LE(at + 32);
  }
  return parts;
}

class PastLimit extends Error {}

/** More than the limit, cut off, or no deflated bytes at all; anything else is a fault of the machine. */
const isOfContent = (error: unknown): boolean =>
  error instanceof PastLimit ||
  (error instanceof Error &&
    "code" in error &&
    /^(Z_|ERR_BUFFER_TOO_LARGE)/.test(String(error.code)));

const inflate = promisify(inflateRaw);

async function* steps(piece: Piece, from: number, length: number) {
  for (let at = 0; at < length; at += limits.step) {
    yield await piece(from + at, Math.min(limits.step, length - at));
  }
}

/** What a deflated part really unpacks to; undefined when that is past `most`, or when it is not whole. */
async function inflated(piece: Piece, from: number, part: Part, most: number) {
  try {
    if (part.packed <= limits.atOnce) {
      const bytes = await piece(from, part.packed);
      return (await inflate(bytes, { maxOutputLength: Math.max(most, 1) })).length;
    }
    let sum = 0;
    await pipeline(steps(piece, from, part.packed), createInflateRaw(), async (unpacked) => {
      for await (const chunk of unpacked) {
        sum += chunk.length;
        if (sum > most) throw new PastLimit();
      }
    });
    return sum;
  } catch (error) {
    if (isOfContent(error)) return;
    throw error;
  }
}

/** Whether the parts, unpacked one after the other, stay within `most` bytes. */
async function staysWithin(parts: readonly Part[], piece: Piece, most: number): Promise<boolean> {
  let left = most;
  for (const part of parts) {
    const head = await piece(part.at, LOCAL_LENGTH);
    if (head.length < LOCAL_LENGTH || head.readUInt32LE(0) !== LOCAL) return false;
    const from = part.at + LOCAL_LENGTH + head.readUInt16LE(26) + head.readUInt16LE(28);
    const real =
      part.method === DEFLATED
        ? await inflated(piece, from, part, left)
        : part.method === STORED
          ? part.packed
          : undefined;
    if (real === undefined || real > left) return false;
    left -= real;
  }
  return true;
}

const sumOf = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);

/** Whether a zip of `size` bytes unpacks to more than a document is, or is no whole zip. */
async function isOverpacked(size: number, piece: Piece): Promise<boolean> {
  const length = Math.min(size, END_LENGTH + LONGEST_COMMENT);
  const tail = await piece(size - length, length);
  const end = endOf(tail);
  if (end < 0) return true;
  const count = tail.readUInt16LE(end + 10);
  const long = tail.readUInt32LE(end + 12);
  const from = tail.readUInt32LE(end + 16);
  if (count > limits.parts || long > limits.directory || from + long > size) return true;
  const parts = listed(await piece(from, long), count);
  // Parts that lie on each other would be unpacked many times over.
  if (!parts || sumOf(parts.map(({ packed }) => packed)) > size) return true;
  const most = Math.min(limits.unpacked, Math.max(limits.small, size * limits.ratio));
  if (sumOf(parts.map(({ unpacked }) => unpacked)) > most) return true;
  return !(await staysWithin(parts, piece, most));
}

/** Of the kinds that are taken, these are zips. */
const isPacked = (mediaType: string) =>
  mediaType.startsWith("application/vnd.openxmlformats-officedocument.");

export const overpackedBytes = async (mediaType: string, bytes: Uint8Array): Promise<boolean> =>
  isPacked(mediaType) &&
  isOverpacked(bytes.byteLength, async (at, length) =>
    Buffer.from(bytes.subarray(at, at + length)),
  );

export async function overpackedFile(
  mediaType: string,
  { path, size }: { path: string; size: number },
): Promise<boolean> {
  if (!isPacked(mediaType)) return false;
  const file = await open(path, "r");
  try {
    return await isOverpacked(size, async (at, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
      return buffer.subarray(0, bytesRead);
    });
  } finally {
    await file.close();
  }
}
