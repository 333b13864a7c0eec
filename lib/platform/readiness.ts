import "server-only";
import { databasePool } from "./db/client";
import { logger } from "./logger";
import { schemaState } from "./migrations/status";

type State = { ready: boolean; reason?: "stopping" | "database" | "schema" };

// Of the process: the build gives the code that hears the signal and the page that answers a module each.
const holder = globalThis as { allianceStopping?: boolean };

/** From the stop signal on, no new visitors. */
export function startStopping(): void {
  holder.allianceStopping = true;
}

const probe = async (sql: string) => (await databasePool().query(sql)).rows;

async function look(): Promise<State> {
  if (holder.allianceStopping) return { ready: false, reason: "stopping" };
  try {
    const schema = await Promise.race([
      schemaState(probe),
      new Promise<never>((_, fail) => setTimeout(() => fail(new Error("no answer in 1 s")), 1000)),
    ]);
    return schema.inStep ? { ready: true } : { ready: false, reason: "schema" };
  } catch (error) {
    logger.warn({ err: error instanceof Error ? error.message : error }, "not ready");
    return { ready: false, reason: "database" };
  }
}

let last: { at: number; state: Promise<State> } | undefined;

/** Answered from memory for a second, so that it is no tool to load the database. */
export function readiness(): Promise<State> {
  const at = Date.now();
  if (holder.allianceStopping || !last || at - last.at > 1000) last = { at, state: look() };
  return last.state;
}
