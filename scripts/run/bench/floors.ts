import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { choosePort } from "../../../lib/platform/postgres/port.ts";
import { Problem } from "../../../lib/platform/postgres/problem.ts";
import { must } from "../parts/command.ts";
import { childEnvironment, nextProgram, root } from "../parts/environment.ts";
import type { Lifetime } from "../parts/lifetime.ts";

const folder = join(root, "tests/bench/floor");

/** A Next application that does nothing but answer: what the framework alone costs in this run. */
export async function startFloor(life: Lifetime): Promise<string> {
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await must(
    {
      file: process.execPath,
      args: [nextProgram, "build", folder],
      env,
      quiet: true,
      signal: life.signal,
    },
    "Building the floor",
    "Its own words are above.",
  );
  const port = await choosePort(undefined);
  const child = spawn(process.execPath, [nextProgram, "start", folder, "--port", String(port)], {
    cwd: root,
    env: childEnvironment(env),
    stdio: "ignore",
  });
  life.onClose(() => void child.kill("SIGKILL"));
  const address = `http://127.0.0.1:${port}`;
  for (let tried = 0; tried < 100; tried += 1) {
    const answered = await fetch(address).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return address;
    await sleep(100);
  }
  throw new Problem("The floor does not answer.", "Run the benchmark again.");
}

/**
 * A plain list by node:http and pg alone. It shares its process with the load generator and its statement is not the
 * portal's own, so its figure is a hint and not a floor.
 */
export async function startRaw(databaseUrl: string, sql: string, life: Lifetime): Promise<string> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  const server = createServer((_request, response) => {
    pool.query(sql).then(
      ({ rows }) => {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify(rows));
      },
      () => response.writeHead(500).end(),
    );
  });
  const port = await choosePort(undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  life.onClose(async () => {
    server.closeAllConnections();
    server.close();
    await pool.end();
  });
  return `http://127.0.0.1:${port}`;
}
