import type pg from "pg";
import type { Migration } from "./folder.ts";

/** A migration that could not be applied, or a history that must not be built upon. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

/** Names the migration whose script PostgreSQL refused, and the line at which it did. */
export function scriptFailure(
  script: string,
  error: pg.DatabaseError,
  migrations: readonly Migration[],
): MigrationError {
  const name = migrations.find((migration) => migration.sql === script)?.name ?? "(unknown)";
  const lines = [`Migration ${name} failed: ${error.message} (SQLSTATE ${error.code}).`];
  if (error.position !== undefined) {
    // PostgreSQL counts characters, JavaScript counts UTF-16 units.
    const before = [...script].slice(0, Number(error.position) - 1).join("");
    const line = before.split("\n").length;
    lines.push(`At line ${line}: ${script.split("\n")[line - 1]?.trim()}`);
  }
  if (error.where !== undefined) lines.push(`Where: ${error.where}`);
  if (error.detail !== undefined) lines.push(`Detail: ${error.detail}`);
  if (error.hint !== undefined) lines.push(`Hint: ${error.hint}`);
  return new MigrationError(lines.join("\n"), { cause: error });
}
