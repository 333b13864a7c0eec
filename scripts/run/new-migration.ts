import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { createMigration, defaultFolders } from "../../lib/platform/migrations/create.ts";
import { MigrationError } from "../../lib/platform/migrations/failure.ts";
import { startPostgres } from "../../lib/platform/postgres/start.ts";

const USAGE = `Usage: npm run db:migration -- NAME [--url ADMIN_URL] [--empty]

Writes prisma/migrations/<time>_<name>/migration.sql with what the schema in prisma/ has and the
migrations have not. --url names a PostgreSQL on which a shadow database may be made for a moment;
without it one is started for that. --empty writes a file even when nothing is missing, for SQL
that the schema cannot express.
`;
const root = join(import.meta.dirname, "..", "..");

/** The given server, or one that lives as long as the work. */
async function withServer<T>(url: string | undefined, work: (adminUrl: string) => Promise<T>) {
  if (url !== undefined) return work(url);
  const dataDir = mkdtempSync(join(tmpdir(), "new-migration-"));
  try {
    const server = await startPostgres({ dataDir, name: "a new migration", durable: false });
    try {
      return await work(server.adminUrl);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { url: { type: "string" }, empty: { type: "boolean", default: false } },
  });
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) {
    process.stderr.write(USAGE);
    return 2;
  }
  const folders = defaultFolders(root);
  const file = await withServer(values.url, (adminUrl) =>
    createMigration({ name, adminUrl, allowEmpty: values.empty, folders }),
  );
  process.stdout.write(
    file === undefined
      ? "The migrations already build the schema; nothing was written (--empty writes a file).\n"
      : `${relative(root, file)}\n`,
  );
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof MigrationError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
