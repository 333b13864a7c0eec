import { disconnect } from "@/lib/platform/db/client";
import { AppError } from "@/lib/platform/errors";
import { StoreError } from "@/lib/platform/files/keeper";
import { Problem } from "@/lib/platform/postgres/problem";
import { complain } from "../parts/say";
import { checkEnvironment, readSettings, webEnvironment } from "../parts/settings";
import { openDatabase } from "./database";
import { print, RefusedError, type Subcommand, UsageError } from "./subcommand";
import { subcommands } from "./table";

const line = (command: Subcommand) => `npm run admin -- ${command.name} ${command.usage}`.trim();

function help(): void {
  print("Usage: npm run admin -- COMMAND\n");
  for (const command of subcommands) {
    print(`  ${`${command.name} ${command.usage}`.trim()}\n      ${command.summary}`);
  }
  print(
    "\nThe database is that of DATABASE_URL, else the embedded one of DATA_DIR (.data/main), running or not.\n" +
      "APP_URL is the address that links begin with.",
  );
}

/** With the environment of the web server, so that the commands run as the application does. */
async function withDatabase(work: () => Promise<number>): Promise<number> {
  const settings = readSettings("start");
  const database = await openDatabase(settings.dataDir, settings.databaseUrl);
  try {
    const env = webEnvironment(settings, database.url);
    checkEnvironment(env);
    Object.assign(process.env, env);
    // Assigning turned "unset" into the text "undefined".
    delete process.env.DEMO;
    return await work();
  } finally {
    await disconnect();
    await database.close();
  }
}

const MEND =
  "Correct the variable that is named, or wait until the object storage answers; then run the command again.";

/** What parseArgs says of an option it does not know. */
const isMistyped = (error: unknown): error is Error =>
  error instanceof UsageError ||
  (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));

function explain(error: unknown, command: Subcommand): number {
  if (isMistyped(error)) {
    process.stderr.write(`✗ ${error.message}\n  Usage: ${line(command)}\n`);
    return 2;
  }
  if (error instanceof RefusedError) process.stderr.write(`✗ ${error.message}\n`);
  else if (error instanceof AppError && error.code === "not-found")
    process.stderr.write("✗ There is no account with this e-mail address.\n");
  else complain(error instanceof StoreError ? new Problem(error.message, MEND) : error);
  return 1;
}

async function main(args: readonly string[]): Promise<number> {
  const command = subcommands.find(({ name }) => `${args.join(" ")} `.startsWith(`${name} `));
  if (!command || args.includes("--help") || args.includes("-h")) {
    if (command) print(`${line(command)}\n  ${command.summary}`);
    else help();
    const asked = args.length === 0 || args.includes("--help") || args.includes("-h");
    if (!asked) process.stderr.write(`\n✗ There is no command "${args.join(" ")}".\n`);
    return asked ? 0 : 2;
  }
  const rest = args.slice(command.name.split(" ").length);
  try {
    return await (command.database ? withDatabase(() => command.run(rest)) : command.run(rest));
  } catch (error) {
    return explain(error, command);
  }
}

process.exitCode = await main(process.argv.slice(2));
