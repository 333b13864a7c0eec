import { createHash } from "node:crypto";

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/**
 * The same id for the same words on every machine: the first 128 bits of SHA-256 in the form of UUID version 8
 * (RFC 9562, 5.8), so that links to demonstration records keep working after a reset.
 */
export function idOf(table: string, key: string): string {
  const hex = sha256(`${table}\u001f${key}`);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/** "007" */
export const three = (n: number): string => String(n).padStart(3, "0");

/** "07" */
export const two = (n: number): string => String(n).padStart(2, "0");

/** 1 … count, or from … to. */
export const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
