import { createHash, randomBytes, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import {
  copyFile,
  mkdir,
  mkdtemp,
  open,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { decrypted, ENVELOPE, encrypted, PassphraseError } from "@/lib/platform/backup/cipher";
import { DamagedError } from "@/lib/platform/backup/format";
import { restoreBackup } from "@/lib/platform/backup/restore";
import { writeBackup } from "@/lib/platform/backup/write";
import { folderKeeper, storedPath } from "@/lib/platform/files/folder";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { pictureOf } from "../corridor/support";

const source = useDatabase();
const passphrase = "seven green boats at dusk";
const admin = new pg.Client({ connectionString: inject("adminUrl") });
const made: string[] = [];
let folder = "";
let sealed = "";
let plain = "";
let sha256 = "";
/** The same in an envelope whose key costs little: a guess need not take half a second here. */
let light = "";
const lightly = async (path: string, into: string) => {
  const pieces: Buffer[] = [];
  for await (const piece of encrypted(createReadStream(path), passphrase, 10)) pieces.push(piece);
  await writeFile(into, Buffer.concat(pieces));
};

async function createEmpty() {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${inject("template")}`);
  made.push(name);
  const url = new URL(inject("adminUrl"));
  url.pathname = `/${name}`;
  const data = await mkdtemp(join(folder, "data-"));
  return { url: url.href, dataDir: data, keeper: folderKeeper(data) };
}

beforeAll(async () => {
  await admin.connect();
  folder = await mkdtemp(join(tmpdir(), "sealed-"));
  const dataDir = join(folder, "source");
  const alliance = await createAlliance(source.db(), { name: "示例金丝雀联盟" });
  // Bytes that do not compress: the file has several chunks.
  const bytes = randomBytes(300_000);
  sha256 = createHash("sha256").update(bytes).digest("hex");
  await mkdir(dirname(storedPath(dataDir, sha256)), { recursive: true });
  await writeFile(storedPath(dataDir, sha256), bytes);
  await source.db().storedFile.create({
    data: {
      allianceId: alliance.id,
      sha256,
      size: bytes.length,
      mediaType: "text/plain",
      name: "a",
    },
  });
  sealed = join(folder, "sealed.backup");
  plain = join(folder, "plain.backup");
  await writeBackup({ url: source.url, keeper: folderKeeper(dataDir) }, sealed, passphrase);
  await writeBackup({ url: source.url, keeper: folderKeeper(dataDir) }, plain);
  light = join(folder, "light.backup");
  await lightly(plain, light);
});
afterAll(async () => {
  for (const name of made) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.end();
  await rm(folder, { recursive: true, force: true });
});

const restore = (path: string, more: { passphrase?: string } = { passphrase }) =>
  restoreBackup(
    {
      url: "postgresql://nobody@127.0.0.1:1/none",
      keeper: folderKeeper(folder),
      force: true,
      ...more,
    },
    path,
  );

describe("A-79 an encrypted backup", () => {
  test("comes back whole by its passphrase", async () => {
    const target = await createEmpty();
    await restoreBackup({ ...target, force: false, passphrase }, sealed);
    const { alliances, stored_files: files } = await pictureOf(source.url);
    expect(await pictureOf(target.url)).toMatchObject({ alliances, stored_files: files });
    expect((await stat(storedPath(target.dataDir, sha256))).size).toBe(300_000);
    expect((await stat(sealed)).mode & 0o777).toBe(0o600);
  });

  test("tells nothing in clear, and is another file every time", async () => {
    const bytes = await readFile(sealed);
    expect(bytes.subarray(0, ENVELOPE.byteLength)).toEqual(ENVELOPE);
    expect(bytes.includes("alliance-portal backup 1")).toBe(false);
    const again = join(folder, "again.backup");
    await writeBackup(
      { url: source.url, keeper: folderKeeper(join(folder, "source")) },
      again,
      passphrase,
    );
    const rest = (all: Buffer) => all.subarray(ENVELOPE.byteLength + 1, ENVELOPE.byteLength + 40);
    expect(rest(await readFile(again))).not.toEqual(rest(bytes));
  });

  test("is refused without a passphrase, with a wrong one, and a plain file where an encrypted one is expected", async () => {
    await expect(restore(sealed, {})).rejects.toThrow(/needs its passphrase/);
    await expect(restore(sealed, { passphrase: `${passphrase}!` })).rejects.toThrow(
      /not the one of this backup/,
    );
    await expect(restore(plain)).rejects.toThrow(/is not encrypted/);
    await expect(restore(plain)).rejects.toThrow(PassphraseError);
  });

  test("a wrong passphrase leaves the database and the files as they are", async () => {
    const target = await createEmpty();
    const before = await pictureOf(target.url);
    const wrong = { ...target, force: true, passphrase: "another phrase of some length" };
    await expect(restoreBackup(wrong, sealed)).rejects.toThrow(PassphraseError);
    expect(await pictureOf(target.url)).toEqual(before);
    expect(await stat(join(target.dataDir, "files")).catch(() => "none")).toBe("none");
  });
});

describe("an encrypted backup that was tampered with is refused before anything is changed", () => {
  const refused = async (path: string) => {
    const error = await restore(path).catch((thrown: unknown) => thrown);
    expect(error instanceof DamagedError || error instanceof PassphraseError).toBe(true);
  };

  test.each(Array.from({ length: 12 }, (_, n) => n / 11))("a bit flipped at %d", async (place) => {
    const path = join(folder, `flipped-${place}.backup`);
    await copyFile(light, path);
    const { size } = await stat(path);
    const at = Math.min(size - 1, Math.floor(place * size));
    const file = await open(path, "r+");
    const byte = Buffer.alloc(1);
    await file.read(byte, 0, 1, at);
    await file.write(Buffer.from([(byte[0] ?? 0) ^ 0x10]), 0, 1, at);
    await file.close();
    await refused(path);
  });

  const head = ENVELOPE.byteLength + 33;
  const chunk = 4 + 65_536 + 16;
  test.each([0, 20, head, head + 2, head + chunk, head + 2 * chunk, -1, -17])(
    "cut to %d, also exactly between two chunks",
    async (length) => {
      const path = join(folder, `cut-${length}.backup`);
      await copyFile(light, path);
      const { size } = await stat(path);
      await truncate(path, length < 0 ? size + length : length);
      await refused(path);
    },
  );

  test("chunks exchanged, one left out, one of another file, something added", async () => {
    const bytes = await readFile(light);
    const part = (n: number) => bytes.subarray(head + n * chunk, head + (n + 1) * chunk);
    const rest = bytes.subarray(head + 2 * chunk);
    const top = bytes.subarray(0, head);
    const foreign = join(folder, "foreign.backup");
    await lightly(plain, foreign);
    const theirs = (await readFile(foreign)).subarray(head, head + chunk);
    for (const forged of [
      [top, part(1), part(0), rest],
      [top, part(1), rest],
      [top, part(0), part(0), part(1), rest],
      [top, theirs, part(1), rest],
      [bytes, Buffer.from("x")],
    ]) {
      const path = join(folder, `forged-${randomUUID()}.backup`);
      await writeFile(path, Buffer.concat(forged));
      await refused(path);
    }
  });
});

test.each([0, 1, 65_535, 65_536, 65_537, 131_072])(
  "%d bytes go into the envelope and come out",
  async (size) => {
    const bytes = randomBytes(size);
    const path = join(folder, `bytes-${size}`);
    const pieces = async function* () {
      for (let at = 0; at < size; at += 10_007) yield bytes.subarray(at, at + 10_007);
    };
    const out: Buffer[] = [];
    for await (const chunk of encrypted(pieces(), passphrase, 10)) out.push(chunk);
    await writeFile(path, Buffer.concat(out));
    const back: Buffer[] = [];
    for await (const chunk of decrypted(path, passphrase)) back.push(chunk);
    expect(Buffer.concat(back).equals(bytes)).toBe(true);
  },
);
