import { migrateCommand } from "./db/migrate.ts";
import { migrationCommand } from "./db/migration.ts";
import { resetCommand } from "./db/reset.ts";
import { Lifetime } from "./parts/lifetime.ts";
import { complain } from "./parts/say.ts";

const USAGE = `npm run db:migrate [-- --retry NAME]
    applies what is missing; --retry lets a migration that failed earlier run again
npm run db:migration -- NAME [--empty] [--url ADMIN_URL]
    writes prisma/migrations/<time>_<name>/migration.sql with what the models have and the migrations
    have not; --empty writes a file even when nothing is missing, for SQL that models cannot express;
    --url names a PostgreSQL on which a database may be made for a moment, instead of one of its own
npm run db:reset [-- --demo] [--yes]
    empties the database; --demo loads the demonstration into it; --yes is asked for with DATABASE_URL

They work on DATABASE_URL or, when it is unset, on the embedded PostgreSQL of DATA_DIR (.data/main).
`;

/** A word of the command line that nobody knows; the usage is the answer. */
export class Misused extends Error {}

const commands: Record<string, (args: string[], life: Lifetime) => Promise<void>> = {
  migrate: migrateCommand,
  migration: migrationCommand,
  reset: resetCommand,
};

/** Errors of `parseArgs`: an unknown option, or one without its value. */
const isMisuse = (error: unknown) =>
  error instanceof Misused ||
  (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE"));

async function main(life: Lifetime): Promise<number> {
  const [name = "", ...args] = process.argv.slice(2);
  const command = commands[name];
  try {
    if (!command) throw new Misused();
    await command(args, life);
    return 0;
  } catch (error) {
    if (life.asked) return 130;
    if (!isMisuse(error)) complain(error);
    else
      process.stderr.write(`${error instanceof TypeError ? `${error.message}\n\n` : ""}${USAGE}`);
    return isMisuse(error) ? 2 : 1;
  }
}

const life = new Lifetime();
let code = await main(life);
try {
  await life.close();
} catch (error) {
  complain(error);
  code = 1;
}
process.exit(code);
