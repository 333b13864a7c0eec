import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";

// Two keys of our own: Prisma's engine takes the single-key lock 72707369 on its own connection.
const LOCK_SPACE = 0x414c4c49;
const LOCK_KEY = 1;

/**
 * Holds a session lock while the work runs; it falls with the connection when the process dies.
 * It asks again and again instead of waiting inside PostgreSQL, because a waiting statement holds
 * a snapshot, and a CREATE INDEX CONCURRENTLY of the lock's holder would wait for it for ever.
 */
export async function withMigrationLock<T>(
  client: pg.ClientBase,
  onWait: () => void,
  work: () => Promise<T>,
): Promise<T> {
  let announced = false;
  while (!(await tryLock(client))) {
    if (!announced) onWait();
    announced = true;
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    await client.query("SELECT pg_advisory_unlock($1, $2)", [LOCK_SPACE, LOCK_KEY]);
  }
}

async function tryLock(client: pg.ClientBase): Promise<boolean> {
  const result = await client.query<{ locked: boolean }>(
    "SELECT pg_try_advisory_lock($1, $2) AS locked",
    [LOCK_SPACE, LOCK_KEY],
  );
  return result.rows[0]?.locked === true;
}
