import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { choosePort } from "../../../lib/platform/postgres/port.ts";
import { Problem } from "../../../lib/platform/postgres/problem.ts";
import { signal } from "../../../lib/platform/postgres/process.ts";
import { must } from "../parts/command.ts";
import { childEnvironment, nextProgram, root, tool } from "../parts/environment.ts";
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

/** The portal's own statements by node:http and pg alone: what is left where no framework and no corridor stand before. */
export async function startRaw(url: string, args: string[], life: Lifetime): Promise<string> {
  const program = join(root, "scripts/run/bench/raw.ts");
  const child = spawn(tool("tsx"), ["--conditions=react-server", program, ...args], {
    cwd: root,
    env: childEnvironment({ NODE_ENV: "production" }),
    stdio: ["pipe", "pipe", "inherit"],
    // tsx runs a process of its own below, which must end with it.
    detached: true,
  });
  life.onClose(() => signal(-(child.pid ?? 0), "SIGKILL"));
  child.stdin.end(url);
  const [port] = await once(child.stdout, "data");
  return `http://127.0.0.1:${String(port).trim()}`;
}
