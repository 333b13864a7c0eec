import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./environment.ts";

/** A hash over names and contents, so that neither a checkout nor a touched file matters. */
export function fingerprint(paths: readonly string[], leaveOut: readonly string[] = []): string {
  const hash = createHash("sha256");
  const add = (path: string) => {
    const full = join(root, path);
    const found = statSync(full, { throwIfNoEntry: false });
    if (!found || leaveOut.includes(path)) return;
    if (found.isDirectory()) {
      for (const name of readdirSync(full).toSorted()) add(`${path}/${name}`);
    } else if (found.isFile() && !path.endsWith(".test.ts")) {
      hash.update(`${path}\0`).update(readFileSync(full)).update("\0");
    }
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
}

export function isStamped(file: string, value: string): boolean {
  return existsSync(file) && readFileSync(file, "utf8") === value;
}

export function stamp(file: string, value: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, value);
}
