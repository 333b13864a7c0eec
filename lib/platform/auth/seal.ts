import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  randomInt,
} from "node:crypto";
import { env } from "../env";

/*
 * Ballots of a running secret vote (I-09). What is sealed with the public half is opened with the private half alone,
 * which is stored encrypted to this server's secret, so that neither a copy of the database nor a backup of that time
 * shows a choice. One byte goes in and equally many come out: the length tells nothing.
 */
const IV = 12;
const TAG = 16;

/** X25519 public keys as DER; all of one length. */
const derOf = (key: ReturnType<typeof createPublicKey>) =>
  key.export({ type: "spki", format: "der" });

const keyFrom = (secret: Uint8Array, salt: Uint8Array, purpose: string) =>
  Buffer.from(hkdfSync("sha256", secret, salt, purpose, 32));

function encrypt(key: Buffer, clear: Uint8Array): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const bytes = [iv, cipher.update(clear), cipher.final()];
  return Buffer.concat([...bytes, cipher.getAuthTag()]);
}

function decrypt(key: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, IV));
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(IV, -TAG)), decipher.final()]);
}

const ownKey = (salt: Uint8Array) =>
  keyFrom(Buffer.from(env().AUTH_SECRET), salt, "ballot seal: private half");

/** A pair for one vote: the private half is already locked. */
export function newSeal(): { publicKey: Buffer; lockedKey: Buffer } {
  const pair = generateKeyPairSync("x25519");
  const publicKey = derOf(pair.publicKey);
  const clear = pair.privateKey.export({ type: "pkcs8", format: "der" });
  return { publicKey, lockedKey: encrypt(ownKey(publicKey), clear) };
}

export const seal = (publicKey: Uint8Array, value: number): Buffer =>
  sealBytes(publicKey, Uint8Array.of(value));

/** For ballots with several marks: always as many bytes as the paper has room for, whatever was marked. */
export function sealBytes(publicKey: Uint8Array, clear: Uint8Array): Buffer {
  const own = generateKeyPairSync("x25519");
  const ephemeral = derOf(own.publicKey);
  const shared = diffieHellman({
    privateKey: own.privateKey,
    publicKey: createPublicKey({ key: Buffer.from(publicKey), format: "der", type: "spki" }),
  });
  const key = keyFrom(shared, ephemeral, "ballot seal: one ballot");
  return Buffer.concat([ephemeral, encrypt(key, clear)]);
}

/** @throws when the key is not this server's, or the ballot was changed */
export function openerOf(
  publicKey: Uint8Array,
  lockedKey: Uint8Array,
): (sealed: Uint8Array) => number {
  const open = bytesOpenerOf(publicKey, lockedKey);
  return (sealed) => open(sealed).readUInt8(0);
}

/** @throws when the key is not this server's, or the ballot was changed */
export function bytesOpenerOf(
  publicKey: Uint8Array,
  lockedKey: Uint8Array,
): (sealed: Uint8Array) => Buffer {
  const clear = decrypt(ownKey(publicKey), Buffer.from(lockedKey));
  const privateKey = createPrivateKey({ key: clear, format: "der", type: "pkcs8" });
  const length = publicKey.length;
  return (sealed) => {
    const bytes = Buffer.from(sealed);
    const ephemeral = bytes.subarray(0, length);
    const other = createPublicKey({ key: ephemeral, format: "der", type: "spki" });
    const key = keyFrom(
      diffieHellman({ privateKey, publicKey: other }),
      ephemeral,
      "ballot seal: one ballot",
    );
    return decrypt(key, bytes.subarray(length));
  };
}

/** Fisher and Yates, by the system's own source of chance: the order in which ballots are written anew. */
export function shuffled<T>(values: readonly T[]): T[] {
  const out = [...values];
  for (let last = out.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [out[last], out[other]] = [out[other] as T, out[last] as T];
  }
  return out;
}
