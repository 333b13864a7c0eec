import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** One file of the tree; `path` from the root, with "/". */
export type SourceFile = { path: string; text: string };

export const root = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");

/** What git ignores, by the names that .gitignore gives. */
const ignored = new Set([
  ".git",
  ".next",
  ".data",
  "node_modules",
  "generated",
  "test-results",
  "playwright-report",
  "coverage",
]);

const isSource = (path: string) =>
  /\.(ts|tsx|mjs|sql|prisma|css|md|json)$/.test(path) &&
  !/(^|\/)(package-lock\.json|next-env\.d\.ts)$/.test(path);

function walk(folder: string, found: string[]): string[] {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (ignored.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path, found);
    else if (entry.isFile()) found.push(relative(root, path).replaceAll("\\", "/"));
  }
  return found;
}

let read: SourceFile[] | undefined;

/** Every text file of the house, read once. */
export function houseFiles(): SourceFile[] {
  read ??= walk(root, [])
    .filter(isSource)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
  return read;
}

/** What git knows or would add: the list that the walker is measured against. */
export function gitFiles(): string[] {
  const list = (...options: string[]) =>
    execFileSync("git", ["ls-files", "-z", ...options], { cwd: root, encoding: "utf8" })
      .split("\0")
      .filter(Boolean);
  const deleted = new Set(list("--deleted"));
  return [...new Set([...list("--cached"), ...list("--others", "--exclude-standard")])]
    .filter((path) => !deleted.has(path))
    .filter(isSource)
    .sort();
}
