import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import type { Keeper } from "../files/keeper";
import { encrypted } from "./cipher";
import { encodeFrame, MAGIC, type Manifest, type PartHead, PartMeter } from "./format";
import { auditHeadsOf, faithful, migrationsOf, quoted, type Table, tablesOf } from "./tables";

export type Source = { url: string; keeper: Keeper };
export type Written = { manifest: Manifest; bytes: number };

const ROWS = 500;

/** The rows of one table through a cursor: memory does not grow with the table. */
async function* rowsOf(client: pg.Client, table: Table): AsyncGenerator<string[]> {
  const list = table.columns.map(({ name }) => `${quoted(name)}::text`).join(", ");
  await client.query(
    `DECLARE part NO SCROLL CURSOR FOR SELECT json_build_array(${list})::text AS r FROM ${quoted(table.name)}`,
  );
  for (;;) {
    const { rows } = await client.query<{ r: string }>(`FETCH ${ROWS} FROM part`);
    if (rows.length === 0) break;
    yield rows.map((row) => row.r);
  }
  await client.query("CLOSE part");
}

async function* tableFrames(client: pg.Client, table: Table, manifest: Manifest) {
  const columns = table.columns.map(({ name }) => name);
  const head: PartHead = { part: "table", name: table.name, columns };
  yield encodeFrame("H", head);
  const meter = new PartMeter();
  for await (const rows of rowsOf(client, table)) {
    const bytes = Buffer.from(`[${rows.join(",")}]`);
    meter.add(bytes, rows.length);
    yield encodeFrame("D", bytes);
  }
  const end = meter.end();
  manifest.parts.push({ part: "table", name: table.name, ...end });
  yield encodeFrame("E", end);
}

async function* fileFrames(keeper: Keeper, sha256: string, manifest: Manifest) {
  const kept = await keeper.open(sha256);
  if (!kept) {
    manifest.missingFiles.push(sha256);
    return;
  }
  yield encodeFrame("H", { part: "file", name: sha256 } satisfies PartHead);
  const meter = new PartMeter();
  for await (const chunk of kept.stream as AsyncIterable<Buffer>) {
    meter.add(chunk, chunk.byteLength);
    yield encodeFrame("D", chunk);
  }
  const end = meter.end();
  manifest.parts.push({ part: "file", name: sha256, ...end });
  yield encodeFrame("E", end);
}

async function* frames(client: pg.Client, keeper: Keeper, manifest: Manifest) {
  for (const table of await tablesOf(client)) yield* tableFrames(client, table, manifest);
  const { rows } = await client.query<{ sha256: string }>(
    "SELECT DISTINCT sha256 FROM stored_files ORDER BY 1",
  );
  for (const { sha256 } of rows) yield* fileFrames(keeper, sha256, manifest);
  yield encodeFrame("M", manifest);
}

async function startManifest(client: pg.Client): Promise<Manifest> {
  const { rows } = await client.query<{ at: string }>(
    `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at`,
  );
  return {
    format: 1,
    at: rows[0]?.at ?? "",
    migrations: await migrationsOf(client),
    parts: [],
    auditHeads: await auditHeadsOf(client),
    missingFiles: [],
  };
}

/** Line, stream and seal. */
async function* sealed(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash("sha256").update(MAGIC);
  yield MAGIC;
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
  yield Buffer.from(hash.digest("hex"));
}

/** Writes the file and gives its size. */
async function writeSealed(
  path: string,
  source: AsyncIterable<Buffer>,
  passphrase: string | undefined,
): Promise<number> {
  await pipeline(
    source,
    createGzip({ level: 6 }),
    sealed,
    (chunks: AsyncIterable<Buffer>) =>
      passphrase === undefined ? chunks : encrypted(chunks, passphrase),
    createWriteStream(path, { flags: "wx", mode: 0o600 }),
  );
  return (await stat(path)).size;
}

async function flush(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync();
  await file.close();
}

/**
 * Writes everything of one instant into one file, while the portal goes on: database first, then the files that its rows
 * name; files are never overwritten, so a later copy of them is complete. A file that exists is not overwritten, and what
 * is there under the name is whole.
 */
export async function writeBackup(
  source: Source,
  path: string,
  passphrase?: string,
): Promise<Written> {
  if (await stat(path).catch(() => undefined)) throw new Error(`${path} is already there.`);
  const partial = `${path}.partial`;
  await rm(partial, { force: true });
  const client = new pg.Client({ connectionString: source.url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    for (const setting of faithful) await client.query(setting);
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const manifest = await startManifest(client);
    const bytes = await writeSealed(partial, frames(client, source.keeper, manifest), passphrase);
    await flush(partial);
    await rename(partial, path);
    return { manifest, bytes };
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
