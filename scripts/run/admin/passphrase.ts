import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { passphraseLength } from "@/lib/platform/backup/cipher";
import { env } from "@/lib/platform/env";
import { messageOf, Problem } from "@/lib/platform/postgres/problem";
import { UsageError } from "./subcommand";

async function read(file: string): Promise<string> {
  try {
    return await readFile(resolve(file), "utf8");
  } catch (error) {
    throw new Problem(
      `The passphrase was not read: ${messageOf(error)}`,
      "Name a file that holds the passphrase and nothing else, and that you may read.",
    );
  }
}

/**
 * The passphrase of --passphrase-file, else of BACKUP_PASSPHRASE; undefined without either. Never an option of its own:
 * everybody on the machine reads the list of processes.
 */
export async function passphraseOf(file: string | undefined): Promise<string | undefined> {
  const given = file === undefined ? env().BACKUP_PASSPHRASE : await read(file);
  const passphrase = given?.replace(/\r?\n$/, "");
  if (passphrase === undefined) return undefined;
  if ([...passphrase].length < passphraseLength)
    throw new UsageError(`The passphrase must have at least ${passphraseLength} characters.`);
  return passphrase;
}
