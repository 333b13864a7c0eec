import { open } from "node:fs/promises";

/*
 * Word and Excel files are zips. Nothing here unpacks them, but whoever opens one on a phone does: what would fill its
 * memory is refused on arrival. Read is only the directory at the end, which every program believes.
 */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LONGEST_COMMENT = 65_535;

const limits = {
  parts: 20_000,
  directory: 4 * 1024 * 1024,
  unpacked: 400 * 1024 * 1024,
  /** Unpacked to packed, once it is more than `small`: sheets reach about 20, a bomb a thousand. */
  ratio: 100,
  small: 50 * 1024 * 1024,
} as const;

type Piece = (at: number, length: number) => Promise<Buffer>;

const endOf = (tail: Buffer): number => {
  for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END) return at;
  }
  return -1;
};

/** Bytes that the directory promises; undefined when it is not one. A size of 2^32-1 stands for zip64, and is too much. */
function promised(directory: Buffer, count: number): number | undefined {
  let at = 0;
  let sum = 0;
  for (let part = 0; part < count; part += 1) {
    if (at + ENTRY_LENGTH > directory.length || directory.readUInt32LE(at) !== ENTRY) return;
    sum += directory.readUInt32LE(at + 24);
    at +=
      ENTRY_LENGTH +
      directory.readUInt16LE(at + 28) +
      directory.readUInt16LE(at + 30) +
      directory.readUInt16LE(at + 32);
  }
  return sum;
}

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
  const unpacked = promised(await piece(from, long), count);
  if (unpacked === undefined || unpacked > limits.unpacked) return true;
  return unpacked > limits.small && unpacked > size * limits.ratio;
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
