import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { writeBackup } from "@/lib/platform/backup/write";
import { env } from "@/lib/platform/env";
import { StoreError } from "@/lib/platform/files/keeper";
import { keeper } from "@/lib/platform/files/store";
import { Problem } from "@/lib/platform/postgres/problem";
import { passphraseOf } from "./passphrase";
import { print, type Subcommand, UsageError } from "./subcommand";

/** The one file that is named; a relative name is below the project's folder, where npm runs its scripts. */
export function fileOf(positionals: readonly string[]): string {
  const [file, more] = positionals;
  if (!file || more) throw new UsageError("Name one FILE.");
  return resolve(file);
}

const openly = [
  "⚠ IT IS NOT ENCRYPTED. Whoever gets this file reads every name, number and record in it.",
  "  Encrypt it with --passphrase-file P or BACKUP_PASSPHRASE, or keep it as safe as the portal itself.",
];
const sealedWords = [
  "It is encrypted. Keep the passphrase somewhere else: without it nobody can restore this file.",
];

export const backup: Subcommand = {
  name: "backup",
  usage: "FILE [--passphrase-file P]",
  summary:
    "writes database and files of this instant into one new FILE, while the portal goes on; encrypted by the passphrase in P or in BACKUP_PASSPHRASE",
  database: true,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      options: { "passphrase-file": { type: "string" } },
      allowPositionals: true,
    });
    const path = fileOf(positionals);
    const passphrase = await passphraseOf(values["passphrase-file"]);
    const { DATABASE_URL: url } = env();
    const { manifest, bytes } = await writeBackup(
      { url, keeper: keeper() },
      path,
      passphrase,
    ).catch((error: Error) => {
      if (error instanceof StoreError) throw error;
      throw new Problem(
        `The backup was not made: ${error.message}`,
        "Name a file that is not there yet, in a folder with enough space that you may write to.",
        { cause: error },
      );
    });
    const tables = manifest.parts.filter(({ part }) => part === "table");
    const rows = tables.reduce((sum, { count }) => sum + count, 0);
    const files = manifest.parts.length - tables.length;
    print(
      `${path}: ${rows} rows of ${tables.length} tables and ${files} files, as of ${manifest.at}; ${bytes} bytes`,
    );
    for (const line of passphrase === undefined ? openly : sealedWords) print(line);
    for (const sha256 of manifest.missingFiles)
      print(`✗ The file ${sha256} is missing in ${keeper().place}.`);
    return manifest.missingFiles.length === 0 ? 0 : 1;
  },
};
