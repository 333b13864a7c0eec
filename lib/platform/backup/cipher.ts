import {
  createCipheriv,
  createDecipheriv,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from "node:crypto";
import { createReadStream } from "node:fs";
import { promisify } from "node:util";
import { DamagedError } from "./format";

/*
 * An encrypted backup is a plain one inside an envelope: a line that says what it is, the cost of scrypt, 16 bytes of
 * salt, 16 bytes by which a wrong passphrase is known; then chunks of AES-256-GCM, each with its length, its bytes and
 * its tag. The key is new for every file, so the nonce may count the chunks; its last byte marks the last one, so that
 * chunks can neither be exchanged nor left out, nor the end cut off.
 */
export const ENVELOPE = Buffer.from("alliance-portal encrypted backup 1\n");
const SALT = 16;
const CHECK = 16;
const TAG = 16;
const HEAD = ENVELOPE.byteLength + 1 + SALT + CHECK;
const CHUNK = 64 * 1024;
/** 2^17 · 8 · 128 bytes: 128 MB and about half a second for each guess. */
const COST = 17;
const HIGHEST_COST = 20;

/** Below this a passphrase is guessed by whoever has the file and time. */
export const passphraseLength = 12;

/** The file is whole as far as can be known, but this is not the passphrase for it. */
export class PassphraseError extends Error {}

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

async function keyOf(passphrase: string, salt: Buffer, cost: number) {
  const N = 2 ** cost;
  const options = { N, r: 8, p: 1, maxmem: 256 * N * 8 };
  const bytes = await derive(passphrase.normalize("NFC"), salt, 32 + CHECK, options);
  return { key: bytes.subarray(0, 32), check: bytes.subarray(32) };
}

function nonceOf(count: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(count, 5, 6);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

function seal(key: Buffer, head: Buffer, count: number, last: boolean, bytes: Buffer): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonceOf(count, last)).setAAD(head);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.byteLength);
  return Buffer.concat([length, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Wraps a stream into the envelope. The cost stands in its head, so that a later release can raise it. */
export async function* encrypted(
  source: AsyncIterable<Buffer>,
  passphrase: string,
  cost: number = COST,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT);
  const { key, check } = await keyOf(passphrase, salt, cost);
  const head = Buffer.concat([ENVELOPE, Buffer.from([cost]), salt, check]);
  yield head;
  let held = Buffer.alloc(0);
  let count = 0;
  for await (const bytes of source) {
    held = Buffer.concat([held, bytes]);
    // What may be the last chunk is held back until it is known to be.
    for (; held.byteLength > CHUNK; held = held.subarray(CHUNK)) {
      yield seal(key, head, count, false, held.subarray(0, CHUNK));
      count += 1;
    }
  }
  yield seal(key, head, count, true, held);
}

/** Reads exact numbers of bytes from a stream of pieces. */
class Puller {
  readonly #pieces: AsyncIterator<Buffer>;
  #held = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#pieces = source[Symbol.asyncIterator]();
  }

  async take(length: number): Promise<Buffer> {
    while (this.#held.byteLength < length) {
      const { value, done } = await this.#pieces.next();
      if (done) throw new DamagedError("its end is missing");
      this.#held = Buffer.concat([this.#held, value]);
    }
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }

  async isEmpty(): Promise<boolean> {
    return this.#held.byteLength === 0 && (await this.#pieces.next()).done === true;
  }
}

function unseal(key: Buffer, head: Buffer, count: number, sealed: Buffer, tag: Buffer) {
  for (const last of [false, true]) {
    const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(count, last), {
      authTagLength: TAG,
    })
      .setAAD(head)
      .setAuthTag(tag);
    const bytes = decipher.update(sealed);
    try {
      return { bytes: Buffer.concat([bytes, decipher.final()]), last };
    } catch {
      // Not this mark: the other one, or nobody who knew the key wrote it.
    }
  }
  throw new DamagedError("its content is not what was written");
}

/** The plain bytes of an encrypted file; each piece is given out only when it is proved. */
export async function* decrypted(path: string, passphrase: string): AsyncGenerator<Buffer> {
  const source = createReadStream(path);
  try {
    const puller = new Puller(source);
    const head = Buffer.from(await puller.take(HEAD));
    const cost = head.readUInt8(ENVELOPE.byteLength);
    if (cost > HIGHEST_COST) throw new DamagedError("its head is unreadable");
    const salt = head.subarray(ENVELOPE.byteLength + 1, ENVELOPE.byteLength + 1 + SALT);
    const { key, check } = await keyOf(passphrase, salt, cost);
    if (!timingSafeEqual(check, head.subarray(HEAD - CHECK)))
      throw new PassphraseError("The passphrase is not the one of this backup.");
    for (let count = 0, ended = false; !ended; count += 1) {
      const length = (await puller.take(4)).readUInt32BE();
      if (length > CHUNK) throw new DamagedError("its content is not what was written");
      const sealed = await puller.take(length);
      const { bytes, last } = unseal(key, head, count, sealed, await puller.take(TAG));
      yield bytes;
      ended = last;
    }
    if (!(await puller.isEmpty())) throw new DamagedError("something was added to its end");
  } finally {
    source.destroy();
  }
}
