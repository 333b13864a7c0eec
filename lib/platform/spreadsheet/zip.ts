import { crc32, inflateRawSync } from "node:zlib";
import { spreadsheetLimits as limits, Unreadable } from "./limits.ts";

/*
 * The little of zip that a spreadsheet needs. The directory is believed in nothing: what it says is checked before a byte
 * is unpacked, and unpacking stops at what it said.
 */
type Part = { name: string; method: number; packed: Buffer; size: number; crc: number };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

/** The last record of the file, which may be followed by a comment. */
function findEnd(file: Buffer): number {
  const first = Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = file.length - END_LENGTH; at >= first; at -= 1) {
    if (file.readUInt32LE(at) === END) return at;
  }
  throw new Unreadable("not-a-spreadsheet");
}

/** One entry of the directory with its packed bytes, and where the next one begins. */
function readEntry(file: Buffer, at: number): { part: Part; next: number } {
  if (file.readUInt32LE(at) !== ENTRY) throw new Unreadable("not-a-spreadsheet");
  const encrypted = (file.readUInt16LE(at + 8) & 1) === 1;
  const method = file.readUInt16LE(at + 10);
  const packedSize = file.readUInt32LE(at + 20);
  const size = file.readUInt32LE(at + 24);
  const nameLength = file.readUInt16LE(at + 28);
  const local = file.readUInt32LE(at + 42);
  const name = file.toString("utf8", at + 46, at + 46 + nameLength);
  if (encrypted || (method !== STORED && method !== DEFLATED)) {
    throw new Unreadable("not-a-spreadsheet");
  }
  // A size of 2^32-1 announces zip64, which is far beyond the limit anyway.
  if (size > limits.part || size > Math.max(packedSize, 1) * limits.ratio) {
    throw new Unreadable("spreadsheet-too-big");
  }
  if (file.readUInt32LE(local) !== LOCAL) throw new Unreadable("not-a-spreadsheet");
  const begin = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  const packed = file.subarray(begin, begin + packedSize);
  if (packed.length !== packedSize) throw new Unreadable("not-a-spreadsheet");
  const next = at + 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  return { part: { name, method, packed, size, crc: file.readUInt32LE(at + 16) }, next };
}

/** The parts by name, still packed. */
export function readDirectory(file: Buffer): Map<string, Part> {
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  if (count > limits.parts) throw new Unreadable("spreadsheet-too-big");
  const parts = new Map<string, Part>();
  let unpacked = 0;
  let at = file.readUInt32LE(end + 16);
  for (let read = 0; read < count; read += 1) {
    const { part, next } = readEntry(file, at);
    unpacked += part.size;
    if (unpacked > limits.unpacked) throw new Unreadable("spreadsheet-too-big");
    // Two parts of one name: which of them another program would read is anybody's guess.
    if (parts.has(part.name)) throw new Unreadable("not-a-spreadsheet");
    parts.set(part.name, part);
    at = next;
  }
  return parts;
}

/** The bytes of a part: as many as the directory said, or the file lies. */
export function unpack(part: Part): Buffer {
  if (part.method === STORED) return part.packed;
  const bytes = inflateRawSync(part.packed, { maxOutputLength: Math.max(part.size, 1) });
  if (bytes.length !== part.size || crc32(bytes) !== part.crc) {
    throw new Unreadable("not-a-spreadsheet");
  }
  return bytes;
}

function headOf(name: Buffer, bytes: Buffer): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(0x0800, 2); // The name is UTF-8.
  head.writeUInt32LE(crc32(bytes), 10);
  head.writeUInt32LE(bytes.length, 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** A zip of these parts, unpacked as they are. */
export function writeStored(parts: ReadonlyMap<string, Buffer>): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [partName, bytes] of parts) {
    const name = Buffer.from(partName);
    const head = headOf(name, bytes);
    body.push(word(LOCAL), head, name, bytes);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(word(ENTRY), Buffer.from([20, 0]), head, rest, name);
    at += 30 + name.length + bytes.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(END_LENGTH);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...body, listed, end]);
}
