import { closeSync, copyFileSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";

const LIMIT = 10 * 1024 * 1024;

/** Opened for appending, so that the file can be emptied while the server writes to it. */
export function openLog(file: string): { descriptor: number; from: number; close(): void } {
  const descriptor = openSync(file, "a", 0o600);
  return { descriptor, from: sizeOf(file), close: () => closeSync(descriptor) };
}

/** Keeps one older file, so that a server that complains for months does not fill the disk. */
export function rotateLog(file: string): void {
  if (sizeOf(file) < LIMIT) return;
  copyFileSync(file, `${file}.1`);
  truncateSync(file);
}

/** What the server said since `from`, without the lines that only report progress. */
export function complaints(file: string, from: number): string {
  const text = readFileSync(file).subarray(from).toString("utf8");
  const lines = text
    .split("\n")
    .filter((line) => /\b(FATAL|PANIC|ERROR|HINT|could not)\b/.test(line));
  return lines.slice(-6).join("\n") || text.trim().split("\n").slice(-4).join("\n");
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
