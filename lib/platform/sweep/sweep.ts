import type pg from "pg";
import type { Keeper } from "../files/keeper";
import { sweepFiles } from "./files";
import { sweepRows } from "./rows";

// Beside the lock of the migrations, which has the key 1.
const LOCK = [0x414c4c49, 2] as const;

export type Swept = Record<string, number>;

/**
 * Sweeps once, if nobody else does at the moment: instances share one broom. The lock falls with the connection when
 * the process dies.
 * @returns undefined when another one is at it
 */
export async function sweep(
  client: pg.ClientBase,
  keeper: Keeper,
  at: Date,
): Promise<Swept | undefined> {
  const { rows } = await client.query<{ mine: boolean }>(
    "SELECT pg_try_advisory_lock($1, $2) AS mine",
    [...LOCK],
  );
  if (!rows[0]?.mine) return undefined;
  try {
    const swept = await sweepRows(client, at);
    return { ...swept, files: await sweepFiles(client, keeper, at) };
  } finally {
    await client.query("SELECT pg_advisory_unlock($1, $2)", [...LOCK]);
  }
}
