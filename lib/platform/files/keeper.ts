import type { Readable } from "node:stream";
import { AppError } from "../errors.ts";

export type Kept = { size: number; stream: Readable };

/** Which of these hashes no row names. */
export type WithoutRow = (hashes: readonly string[]) => Promise<string[]>;

/**
 * Keeps bytes for good, under their SHA-256: the same bytes lie once and are never changed. There are two, a
 * folder and a bucket; nobody else knows which one it is.
 */
export type Keeper = {
  /** As an administrator would look for it. */
  readonly place: string;
  /** The folder of this machine where bytes wait until they are whole and wanted. */
  readonly incoming: string;
  /** Takes the whole bytes of a file: there afterwards, or nothing of them. The file may be gone then. */
  keep(sha256: string, path: string): Promise<void>;
  open(sha256: string): Promise<Kept | undefined>;
  /** Takes away bytes that no row names and that are older than the time of grace. @returns how many are gone for good */
  sweep(withoutRow: WithoutRow, at: Date): Promise<number>;
  /** @throws StoreError when bytes cannot be kept, read and taken away here, or when others can read them */
  check(): Promise<void>;
};

/** An upload is registered right after its bytes; a day later nobody comes back for them. */
export const GRACE_MS = 24 * 3_600_000;

/** So many names are asked about at once. */
export const BATCH = 500;

export const isHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

/** The keeper of files does not do its work. For visitors 503; the words are the administrator's and name the variable. */
export class StoreError extends AppError {
  /** False: the same call may succeed later without anybody mending anything. */
  readonly settled: boolean;

  constructor(why: string, settled: boolean, options: { cause?: string } = {}) {
    super("unavailable", { retryAfter: 30 });
    this.name = "StoreError";
    this.message = options.cause ? `${why} (${options.cause})` : why;
    this.settled = settled;
  }
}
