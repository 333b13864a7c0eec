import { rm } from "node:fs/promises";
import type pg from "pg";
import { oldFilesOf } from "../files/folder";
import type { Keeper, WithoutRow } from "../files/keeper";

const askIn =
  (client: pg.ClientBase): WithoutRow =>
  async (hashes) => {
    const { rows } = await client.query<{ sha256: string }>(
      "SELECT DISTINCT sha256 FROM stored_files WHERE sha256 = ANY ($1)",
      [hashes],
    );
    const named = new Set(rows.map(({ sha256 }) => sha256));
    return hashes.filter((hash) => !named.has(hash));
  };

/**
 * Bytes that no row names, and uploads that broke off with their process (I-29). Never one that has a row.
 * @returns how many files were taken away
 */
export async function sweepFiles(client: pg.ClientBase, keeper: Keeper, at: Date): Promise<number> {
  const broken = await oldFilesOf(keeper.incoming, at);
  for (const path of broken) await rm(path, { force: true });
  return broken.length + (await keeper.sweep(askIn(client), at));
}
