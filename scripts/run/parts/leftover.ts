import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { lifeOf, signal } from "../../../lib/platform/postgres/process.ts";
import { note } from "./say.ts";

const processSchema = z.object({ pid: z.number(), life: z.string() });
const recordSchema = z.object({ web: processSchema, runner: processSchema });

const file = (dataDir: string) => join(dataDir, "web.json");

/** Noted so that the next start can find a web server whose runner was killed. */
export function recordWeb(dataDir: string, pid: number): void {
  const one = (id: number) => ({ pid: id, life: lifeOf(id) ?? "" });
  const record = { web: one(pid), runner: one(process.pid) };
  writeFileSync(file(dataDir), JSON.stringify(record), { mode: 0o600 });
}

export function forgetWeb(dataDir: string): void {
  rmSync(file(dataDir), { force: true });
}

/** Ends the web server of a killed runner, which would still hold the port. */
export async function endLeftoverWeb(dataDir: string): Promise<void> {
  const record = read(dataDir);
  if (!record) return;
  const lives = ({ pid, life }: z.infer<typeof processSchema>) => lifeOf(pid) === life;
  if (lives(record.runner)) return;
  for (const name of ["SIGTERM", "SIGKILL"] as const) {
    if (!lives(record.web)) break;
    note(`an earlier web server (pid ${record.web.pid}) lost its runner: stopping it`);
    signal(-record.web.pid, name);
    const end = performance.now() + 6_000;
    while (lives(record.web) && performance.now() < end) await sleep(50);
  }
  forgetWeb(dataDir);
}

function read(dataDir: string): z.infer<typeof recordSchema> | undefined {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(file(dataDir), "utf8")));
  } catch {
    return undefined;
  }
}
