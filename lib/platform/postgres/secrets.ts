import { randomBytes } from "node:crypto";
import { chmodSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { codeOf } from "./problem.ts";

export interface Secret {
  value: string;
  /** True when the file did not hold one, so whatever checks it must be told the new value. */
  fresh: boolean;
}

/** Reads a generated secret, or generates it. The alphabet needs no escaping in a URL or in SQL. */
export function keepSecret(file: string): Secret {
  const known = readSecret(file);
  if (known !== undefined) {
    chmodSync(file, 0o600);
    return { value: known, fresh: false };
  }
  const value = randomBytes(32).toString("base64url");
  // Written aside and renamed, so that a crash never leaves half a secret.
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, `${value}\n`, { mode: 0o600, flush: true });
  renameSync(draft, file);
  return { value, fresh: true };
}

function readSecret(file: string): string | undefined {
  try {
    const value = readFileSync(file, "utf8").trim();
    return /^[\w-]{32,}$/.test(value) ? value : undefined;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
