import { randomUUID } from "node:crypto";
import pg from "pg";
import { PLATFORM_CHAIN } from "../audit";
import type { Keeper } from "../files/keeper";
import { receiveInto } from "../files/receive";
import { mailAttempts } from "../mail/limits";
import { DamagedError, type Manifest, type PartHead } from "./format";
import { type Backup, checkBackup, openBackup, type Part } from "./read";
import {
  auditHeadsOf,
  emptied,
  faithful,
  mayHoldRows,
  migrationsOf,
  quoted,
  type Table,
  tablesOf,
} from "./tables";

export type Target = { url: string; keeper: Keeper; force: boolean; passphrase?: string };
export type Restored = { manifest: Manifest; rows: number; files: number };

/** Why a restore was not begun; the words are the administrator's. */
export class RestoreRefused extends Error {}

async function requireSameSchema(client: pg.Client, manifest: Manifest): Promise<void> {
  const here = await migrationsOf(client);
  const list = (migrations: Manifest["migrations"]) =>
    migrations.map(({ name, checksum }) => `${name} ${checksum}`).join("\n");
  if (list(here) === list(manifest.migrations)) return;
  throw new RestoreRefused(
    `The backup was made with the schema ${manifest.migrations.at(-1)?.name ?? "of no migration"} ` +
      `(${manifest.migrations.length} migrations), the database has ${here.at(-1)?.name ?? "none"} (${here.length}). ` +
      "Restore with the release that made it, then upgrade.",
  );
}

async function requireOwner(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ foreign: number }>(
    `SELECT count(*)::int AS foreign FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT pg_has_role(relowner, 'USAGE')`,
  );
  if (rows[0]?.foreign) {
    throw new RestoreRefused(
      "Restoring needs the role that owns the tables: the one that migrates.",
    );
  }
}

async function requireEmpty(client: pg.Client, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables.filter((table) => !mayHoldRows.includes(table.name))) {
    const { rows } = await client.query<{ full: boolean }>(
      `SELECT EXISTS (SELECT FROM ${quoted(name)}) AS full`,
    );
    if (rows[0]?.full) {
      throw new RestoreRefused(
        `The database is not empty (${name} has rows). --force replaces everything in it by the backup.`,
      );
    }
  }
}

type Reference = { owner: string; name: string; definition: string };

/**
 * Takes the references and the guards away for this transaction: tables refer to each other in circles, and the guards
 * would count, number and refuse again what was counted, numbered and accepted then. The references come back checked.
 */
async function openUp(client: pg.Client, tables: readonly string[]): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(
    `SELECT conrelid::regclass::text AS owner, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  for (const { owner, name } of rows)
    await client.query(`ALTER TABLE ${owner} DROP CONSTRAINT ${name}`);
  for (const name of tables) await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`);
  return rows;
}

async function closeUp(
  client: pg.Client,
  tables: readonly string[],
  references: readonly Reference[],
) {
  for (const { owner, name, definition } of references) {
    await client.query(`ALTER TABLE ${owner} ADD CONSTRAINT ${name} ${definition}`);
  }
  for (const name of tables) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
}

function insertInto(tables: readonly Table[], head: Extract<PartHead, { part: "table" }>): string {
  const table = tables.find(({ name }) => name === head.name);
  if (table?.columns.map(({ name }) => name).join() !== head.columns.join()) {
    throw new DamagedError(`the table ${head.name} has other columns`);
  }
  const names = table.columns.map(({ name }) => quoted(name)).join(", ");
  const values = table.columns.map(({ type }, at) => `(r ->> ${at})::${type}`).join(", ");
  return `INSERT INTO ${quoted(table.name)} (${names}) SELECT ${values} FROM json_array_elements($1::json) AS r`;
}

/**
 * Bytes are kept under their hash before the rows that name them are committed (I-29). Those that are there already are
 * kept anew: as old ones without a row the sweeper could take them before that.
 */
async function keepFile(keeper: Keeper, name: string, chunks: AsyncIterable<Buffer>) {
  await receiveInto(keeper, chunks, Number.POSITIVE_INFINITY, async ({ sha256 }) => {
    if (sha256 !== name) throw new DamagedError(`the file ${name} has other content`);
  });
}

async function load(
  client: pg.Client,
  tables: readonly Table[],
  keeper: Keeper,
  { head, chunks }: Part,
) {
  if (head.part === "table") {
    const insert = insertInto(tables, head);
    for await (const chunk of chunks) await client.query(insert, [chunk.toString("utf8")]);
  } else await keepFile(keeper, head.name, chunks);
}

async function requireAll(client: pg.Client, manifest: Manifest): Promise<number> {
  let all = 0;
  for (const part of manifest.parts.filter((one) => one.part === "table")) {
    const { rows } = await client.query<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM ${quoted(part.name)}`,
    );
    if (rows[0]?.rows !== part.count) throw new DamagedError(`${part.name} did not arrive whole`);
    all += part.count;
  }
  const heads = JSON.stringify(await auditHeadsOf(client));
  if (heads !== JSON.stringify(manifest.auditHeads))
    throw new DamagedError("the audit chains did not arrive whole");
  return all;
}

/** I-32: what opened a door then must not open it now, and no mail of then goes out again by itself. */
async function shutDoors(client: pg.Client, manifest: Manifest): Promise<void> {
  await client.query("UPDATE users SET session_version = session_version + 1");
  await client.query("UPDATE api_keys SET ended_at = now() WHERE ended_at IS NULL");
  await client.query(
    `UPDATE outbox_mails SET attempts = greatest(attempts, $1), last_error = 'held back: restored from a backup'
     WHERE sent_at IS NULL`,
    [mailAttempts],
  );
  await client.query(
    "SELECT audit_append($1, NULL, 'backup.restore', 'backup', NULL, $2::jsonb, $3)",
    [PLATFORM_CHAIN, JSON.stringify({ at: manifest.at }), `admin-${randomUUID()}`],
  );
}

async function replaceAll(client: pg.Client, backup: Backup, manifest: Manifest, target: Target) {
  await requireSameSchema(client, manifest);
  await requireOwner(client);
  const tables = await tablesOf(client);
  if (!target.force) await requireEmpty(client, tables);
  const names = emptied(tables);
  const references = await openUp(client, names);
  await client.query(`TRUNCATE ${names.map(quoted).join(", ")}`);
  await backup.read((part) => load(client, tables, target.keeper, part));
  const rows = await requireAll(client, manifest);
  await closeUp(client, names, references);
  await shutDoors(client, manifest);
  return rows;
}

/**
 * Puts a backup into a migrated database of the same schema: all of it in one transaction, or nothing.
 * @throws DamagedError, PassphraseError, RestoreRefused before anything is changed
 */
export async function restoreBackup(target: Target, path: string): Promise<Restored> {
  const backup = await openBackup(path, target.passphrase);
  const manifest = await checkBackup(backup);
  const client = new pg.Client({ connectionString: target.url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    for (const setting of faithful) await client.query(setting);
    await client.query("BEGIN");
    const rows = await replaceAll(client, backup, manifest, target);
    await client.query("COMMIT");
    const files = manifest.parts.filter(({ part }) => part === "file").length;
    return { manifest, rows, files };
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
