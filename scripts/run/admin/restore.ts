import { parseArgs } from "node:util";
import { PassphraseError } from "@/lib/platform/backup/cipher";
import { DamagedError } from "@/lib/platform/backup/format";
import { RestoreRefused, restoreBackup } from "@/lib/platform/backup/restore";
import { env } from "@/lib/platform/env";
import { keeper } from "@/lib/platform/files/store";
import { Problem } from "@/lib/platform/postgres/problem";
import { fileOf } from "./backup";
import { passphraseOf } from "./passphrase";
import { print, type Subcommand } from "./subcommand";

const NOTHING = "The database is as it was before.";

function explained(error: unknown): unknown {
  if (error instanceof DamagedError) {
    return new Problem(
      `The backup is damaged: ${error.message}. ${NOTHING}`,
      "Use another backup.",
    );
  }
  if (error instanceof PassphraseError) {
    return new Problem(
      `${error.message} ${NOTHING}`,
      "Give the passphrase of this file by --passphrase-file P or BACKUP_PASSPHRASE, and none for a file that is not encrypted.",
    );
  }
  if (error instanceof RestoreRefused) {
    return new Problem(error.message, `${NOTHING} Correct the cause and run the command again.`);
  }
  return error;
}

export const restore: Subcommand = {
  name: "restore",
  usage: "FILE [--force] [--passphrase-file P]",
  summary:
    "puts a backup into an empty, migrated database (--force: in place of what is there); ends all sessions, keys and links",
  database: true,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      options: {
        force: { type: "boolean", default: false },
        "passphrase-file": { type: "string" },
      },
      allowPositionals: true,
    });
    const path = fileOf(positionals);
    const passphrase = await passphraseOf(values["passphrase-file"]);
    const { DATABASE_URL: url } = env();
    const { manifest, rows, files } = await restoreBackup(
      {
        url,
        keeper: keeper(),
        force: values.force,
        ...(passphrase !== undefined && { passphrase }),
      },
      path,
    ).catch((error: unknown) => {
      throw explained(error);
    });
    print(`Restored as of ${manifest.at}: ${rows} rows and ${files} files.`);
    print("Everybody signs in again; API keys are ended; unsent mail is held back in the outbox.");
    for (const sha256 of manifest.missingFiles)
      print(`✗ The backup was made without the file ${sha256}.`);
    print("Next: npm run admin -- verify");
    return 0;
  },
};
