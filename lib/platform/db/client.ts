import "server-only";
import { Pool } from "pg";
import { PrismaClient } from "@/prisma/generated/client";
import { env } from "../env";
import { logger } from "../logger";
import { adapterOn, newPlaces } from "./connection";
import { withDirectStatements } from "./direct";
import { FewWays } from "./ways";

/** Time-outs of the database, shorter than those in front of it (security 4.5). */
const sessionOptions = [
  "statement_timeout=10000",
  "lock_timeout=3000",
  "idle_in_transaction_session_timeout=15000",
  "timezone=UTC",
  // Said once here and not by a statement at the beginning of every transaction.
  "default_transaction_isolation=read\\ committed",
]
  .map((option) => `-c ${option}`)
  .join(" ");

function connect() {
  const pool = new Pool({
    Client: FewWays,
    pipeline: true,
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL,
    options: sessionOptions,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  // Without a listener a database restart ends the process (security 1.6).
  pool.on("error", (error) => logger.warn({ err: error.message }, "idle database connection lost"));
  pool.on("release", (_error, client) => {
    if (client instanceof FewWays) client.forget();
  });
  const places = newPlaces();
  const client = new PrismaClient({
    adapter: adapterOn(pool, places),
    transactionOptions: { maxWait: 3000, timeout: 8000 },
  });
  return { client: withDirectStatements(client, () => pool), pool, places };
}

// One pool per process: the development server loads this module again and again.
const holder = globalThis as { alliancePortalDb?: ReturnType<typeof connect> };

const held = () => {
  holder.alliancePortalDb ??= connect();
  return holder.alliancePortalDb;
};

/** The only way to the database. Commands and queries never see it; they are given a handle. */
export const database = () => held().client;

/** The same connections, for machines that bring their own statements (limits, readiness). */
export const databasePool = () => held().pool;

/** Shared like the connections: Next loads this module once for its start and once for its pages. */
export const transactionPlaces = () => held().places;

export async function disconnect(): Promise<void> {
  const open = holder.alliancePortalDb;
  delete holder.alliancePortalDb;
  await open?.client.$disconnect();
}
