import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { writeBackup } from "@/lib/platform/backup/write";
import { env } from "@/lib/platform/env";
import { Problem } from "@/lib/platform/postgres/problem";
import { print, type Subcommand, UsageError } from "./subcommand";

/** The one file that is named; a relative name is below the project's folder, where npm runs its scripts. */
export function fileOf(positionals: readonly string[]): string {
  const [file, more] = positionals;
  if (!file || more) throw new UsageError("Name one FILE.");
  return resolve(file);
}

export const backup: Subcommand = {
  name: "backup",
  usage: "FILE",
  summary: "writes database and files of this instant into one new FILE, while the portal goes on",
  database: true,
  run: async (args) => {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    const path = fileOf(positionals);
    const { DATABASE_URL: url, DATA_DIR: dataDir } = env();
    const { manifest, bytes } = await writeBackup({ url, dataDir }, path).catch((error: Error) => {
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
    print("It holds everything, personal data too: keep it as safe as the portal itself.");
    for (const sha256 of manifest.missingFiles)
      print(`✗ The file ${sha256} is missing in ${dataDir}.`);
    return manifest.missingFiles.length === 0 ? 0 : 1;
  },
};
